-- A visitor's tab goes away. The person is gone only with the last tab, and until the next poll: a change of page
-- is a tab that goes and one that comes.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 stream, 3 conversation, 4 ms within which a tab that is there has asked MySQL, 5 ms until who waits
--         counts as gone (absent: as before)
-- Answer  1 gone, 0 not known, not theirs, or other tabs are there
local head = KEYS[1] .. ':h:' .. ARGV[3]
local time = redis.call('TIME')
local since = time[1] * 1000 + math.floor(time[2] / 1000) - tonumber(ARGV[4])
local all = redis.call('HGETALL', head)
local owner, others, known = nil, false, false
for i = 1, #all, 2 do
	if all[i] == 'v' then
		owner = all[i + 1]
	elseif all[i] == 's:' .. ARGV[2] then
		known = true
	elseif string.sub(all[i], 1, 2) == 's:' and tonumber(all[i + 1]) > since then
		others = true
	end
end
if owner ~= ARGV[1] or not known then
	return 0
end
redis.call('HDEL', head, 's:' .. ARGV[2])
if others then
	return 0
end
redis.call('HSET', head, 'p', 0)
-- A place in the queue is not kept for who closed the shop; who talks with somebody keeps the operator for longer.
if ARGV[5] and redis.call('HGET', head, 's') == '1' then
	redis.call('ZADD', KEYS[1] .. ':visitors', 'XX', 'LT', string.format('%.0f', since + tonumber(ARGV[4]) + tonumber(ARGV[5])),
		ARGV[3])
end
return 1
