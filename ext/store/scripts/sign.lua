-- A sign of a visitor's tab, as it asks MySQL: that is often enough for clocks of minutes.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 stream, 3 conversation, 4 ms until a visitor counts as gone
-- Answer  1, or 0 if the conversation is not known as this person's
local tag, head = KEYS[1], KEYS[1] .. ':h:' .. ARGV[3]
local h = redis.call('HMGET', head, 'v', 's')
if h[1] ~= ARGV[1] then
	return 0
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('HSET', head, 'p', now, 's:' .. ARGV[2], now) > 0 then
	-- Tabs that never said good-bye, so that a head stays small.
	local all = redis.call('HGETALL', head)
	for i = 1, #all, 2 do
		if string.sub(all[i], 1, 2) == 's:' and now - tonumber(all[i + 1]) > 120000 then
			redis.call('HDEL', head, all[i])
		end
	end
end
redis.call('EXPIRE', head, 86400)
if h[2] == '1' or h[2] == '2' then
	redis.call('ZADD', tag .. ':visitors', now + tonumber(ARGV[4]), ARGV[3])
end
return 1
