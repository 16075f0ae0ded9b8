-- After a commit. ARGV 1 JSON, see Tell::toJson(). Everything here may be said twice, and late.
local tag, t = KEYS[1], cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- An older decision's verdict never replaces a newer one's.
if t.gate ~= cjson.null then
	local standing = tonumber(string.match(redis.call('GET', tag .. ':gate') or '', '%d+$'))
	if not standing or standing <= t.decision then
		redis.call('SET', tag .. ':gate', string.format('%s %.0f %.0f', t.gate, t.settings, t.decision), 'PX', 10000)
	end
end

-- Numbers and revisions only rise.
for _, c in ipairs(t.heads) do
	local id = string.format('%.0f', c.id)
	local key = tag .. ':h:' .. id
	local h = redis.call('HMGET', key, 'n', 'r')
	if c.n >= (tonumber(h[1]) or -1) and c.r >= (tonumber(h[2]) or -1) then
		redis.call('HSET', key, 'n', c.n, 'r', c.r, 'o', c.o, 'a', c.a, 's', c.s, 'v', c.v, 't', now)
		redis.call('EXPIRE', key, 86400)
		if c.s <= 2 then
			redis.call('ZADD', tag .. ':visitors', 'NX', now + 300000, id)
		else
			redis.call('ZREM', tag .. ':visitors', id)
		end
	end
end

local step = string.format('%.0f', time[1] * 1000000 + time[2])
if t.all then
	redis.call('SET', tag .. ':board', step, 'EX', 86400)
end
for _, id in ipairs(t.boards) do
	redis.call('SET', tag .. ':board:' .. id, step, 'EX', 86400)
end
for _, id in ipairs(t.online) do
	redis.call('ZADD', tag .. ':operators', now + 150000, id)
	redis.call('DEL', tag .. ':away:' .. id)
end
for _, id in ipairs(t.offline) do
	redis.call('ZREM', tag .. ':operators', id)
	redis.call('DEL', tag .. ':away:' .. id)
end
for _, id in ipairs(t.away) do
	redis.call('ZREM', tag .. ':operators', id)
	redis.call('SET', tag .. ':away:' .. id, 1, 'EX', 86400)
end
for _, id in ipairs(t.closed) do
	redis.call('ZREM', tag .. ':visitors', string.format('%.0f', id))
end
if t.held ~= cjson.null then
	redis.call('SET', tag .. ':hold:' .. t.held.actor, 1, 'PXAT', string.format('%.0f', t.held['until']))
end
for _, event in ipairs(t.events) do
	redis.call('PUBLISH', tag .. ':e', event)
end
return {1}
