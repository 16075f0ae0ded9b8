-- A visitor's poll in one round trip: limits, revocation, presence, what is new, typing, and the two clocks that
-- send a poll to MySQL or to a sweep.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 person and session, 3 ticket issued (ms), 4 address ("" none), 5 stream, 6 conversation,
--         7 number the client has, 8 revision it has, 9 window (ms), 10 limit of a person, 11 of an address,
--         12 ms until a visitor counts as gone (wound with each question to MySQL, so that many ms more), 13 ms
--         between two questions to MySQL, 14 ms between two sweeps
-- Answer  {0, changed, verify, sweep, operator types, owned, settings, ms since the last event or -1},
--         {1} revoked, {2, ms to wait}
local tag, id = KEYS[1], ARGV[6]
local window = tonumber(ARGV[9])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- As in admit.lua.
local index, passed = math.floor(now / window) % 1000000, now % window
local function count(value, limit)
	local v = tonumber(value) or 0
	local i, current, before = math.floor(v / 100000000), math.floor(v / 10000) % 10000, v % 10000
	if i == (index - 1) % 1000000 then
		current, before = 0, current
	elseif i ~= index then
		current, before = 0, 0
	end
	if current >= limit then
		return nil, window - passed + math.ceil(window * (1 - (limit - 1) / current))
	end
	if before * (window - passed) / window + current + 1 > limit then
		return nil, math.ceil(window * (1 - (limit - current - 1) / before)) - passed
	end
	return index * 100000000 + (current + 1) * 10000 + before
end

local person, address = tag .. ':l:poll:' .. ARGV[1], tag .. ':l:poll:@' .. ARGV[4]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[2], person, address, tag .. ':sweep', tag .. ':settings')
if known[1] and tonumber(known[1]) >= tonumber(ARGV[3]) then
	return {1}
end

local of_person, wait = count(known[2], tonumber(ARGV[10]))
if wait then
	return {2, wait}
end
local of_address
if ARGV[4] ~= '' then
	of_address, wait = count(known[3], tonumber(ARGV[11]))
	if wait then
		return {2, wait}
	end
	redis.call('SET', address, of_address, 'PX', 2 * window)
end
redis.call('SET', person, of_person, 'PX', 2 * window)

local head, stream = tag .. ':h:' .. id, 's:' .. ARGV[5]
local h = redis.call('HMGET', head, 'n', 'r', 'v', 's', 't', 'ot', stream)
local owned, verify = h[3] == ARGV[1], true
if owned then
	redis.call('HSET', head, 'p', now)
	-- A tab's field is when it last asked MySQL; a time to come was written by another clock.
	local asked = tonumber(h[7])
	verify = not asked or asked > now or now - asked >= tonumber(ARGV[13])
	if verify then
		redis.call('EXPIRE', head, 86400)
		if h[4] == '1' or h[4] == '2' then
			redis.call('ZADD', tag .. ':visitors', now + tonumber(ARGV[12]), id)
		end
		if redis.call('HSET', head, stream, now) == 1 then
			-- Tabs that never said good-bye, so that a head stays small.
			local all = redis.call('HGETALL', head)
			for i = 1, #all, 2 do
				if string.sub(all[i], 1, 2) == 's:' and now - tonumber(all[i + 1]) > 120000 then
					redis.call('HDEL', head, all[i])
				end
			end
		end
	end
end

local sweep = not known[4] and redis.call('SET', tag .. ':sweep', '1', 'NX', 'PX', ARGV[14])
return {
	0,
	(h[1] ~= ARGV[7] or h[2] ~= ARGV[8]) and 1 or 0,
	verify and 1 or 0,
	sweep and 1 or 0,
	h[6] and tonumber(h[6]) > now and 1 or 0,
	owned and 1 or 0,
	tonumber(known[5]) or 0,
	h[5] and math.max(0, now - tonumber(h[5])) or -1,
}
