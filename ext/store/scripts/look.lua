-- For a board: which conversations' visitors are here, and what each side has read.
-- KEYS[1] the shop's tag
-- ARGV    1 ms a sign of a visitor is good for, then conversations
-- Answer  three numbers for each: here (1 or 0; -1 never heard of), read by the visitor, read by the operator
local time = redis.call('TIME')
local since = time[1] * 1000 + math.floor(time[2] / 1000) - tonumber(ARGV[1])
local answer = {}
for i = 2, #ARGV do
	local h = redis.call('HMGET', KEYS[1] .. ':h:' .. ARGV[i], 'p', 'rv', 'ro')
	answer[#answer + 1] = not h[1] and -1 or tonumber(h[1]) > since and 1 or 0
	answer[#answer + 1] = tonumber(h[2]) or 0
	answer[#answer + 1] = tonumber(h[3]) or 0
end
return answer
