-- Who has a stream, in bulk. Marks of polls ("s:" of a head) are not touched: a tab still asks MySQL every 25 s.
-- KEYS[1] the shop's tag
-- ARGV    1 ms until an operator without stream counts as away, 2 ms until a visitor counts as gone, 3 how many operators
--         follow, then operators, then pairs of person and conversation
-- Answer  1
local tag = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local operators = tonumber(ARGV[3])
for i = 4, 3 + operators do
	-- Who is not on the list is offline or marked away already, and comes back by a poll.
	redis.call('ZADD', tag .. ':operators', 'XX', 'GT', now + tonumber(ARGV[1]), ARGV[i])
end
for i = 4 + operators, #ARGV, 2 do
	local head = tag .. ':h:' .. ARGV[i + 1]
	local h = redis.call('HMGET', head, 'v', 's')
	if h[1] == ARGV[i] then
		redis.call('HSET', head, 'p', now)
		redis.call('EXPIRE', head, 86400)
		if h[2] == '1' or h[2] == '2' then
			redis.call('ZADD', tag .. ':visitors', now + tonumber(ARGV[2]), ARGV[i + 1])
		end
	end
end
return 1
