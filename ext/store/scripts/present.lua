-- Who has a stream, in bulk. Marks of polls ("s:" of a head) are not touched: a tab still asks MySQL every 25 s.
-- KEYS[1] the shop's tag
-- ARGV    1 ms until an operator without stream counts as away, 2 ms until a visitor counts as gone, then pairs: an
--         operator ("o:…") with their number, a visitor with a conversation
-- Answer  1
local tag = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for i = 3, #ARGV, 2 do
	local person, number = ARGV[i], ARGV[i + 1]
	if string.sub(person, 1, 2) == 'o:' then
		-- Who is not on the list is offline or marked away already, and comes back by a poll.
		redis.call('ZADD', tag .. ':operators', 'XX', 'GT', now + tonumber(ARGV[1]), number)
	else
		local head = tag .. ':h:' .. number
		local h = redis.call('HMGET', head, 'v', 's')
		if h[1] == person then
			redis.call('HSET', head, 'p', now)
			redis.call('EXPIRE', head, 86400)
			if h[2] == '1' or h[2] == '2' then
				redis.call('ZADD', tag .. ':visitors', now + tonumber(ARGV[2]), number)
			end
		end
	end
end
return 1
