-- "I have read up to number": only ever raised, and never past what there is.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 operator (0: a visitor), 3 conversation, 4 number, 5 event to publish
-- Answer  1 raised, 0 not, -1 another visitor's conversation
local tag, head = KEYS[1], KEYS[1] .. ':h:' .. ARGV[3]
local by_operator = ARGV[2] ~= '0'
local field = by_operator and 'ro' or 'rv'
local h = redis.call('HMGET', head, 'v', 'o', 'n', field, 'as')
if not by_operator and h[1] and h[1] ~= ARGV[1] then
	return -1
end
if (by_operator and h[2] ~= ARGV[2]) or not h[1] then
	return 0
end
local number = tonumber(ARGV[4])
if number > (tonumber(h[3]) or 0) or number <= (tonumber(h[4]) or 0) then
	return 0
end
redis.call('HSET', head, field, ARGV[4])
-- The other side's next poll shows it: a tab that asked MySQL before this asks again, an operator's board changed.
local time = redis.call('TIME')
local board
if by_operator then
	redis.call('HSET', head, 'm', time[1] * 1000 + math.floor(time[2] / 1000))
	redis.call('HINCRBY', tag .. ':changes', tonumber(ARGV[3]) % 256, 1)
elseif h[2] and h[2] ~= '0' then
	local step = math.max((tonumber(redis.call('GET', tag .. ':step')) or 0) + 1, time[1] * 1000000 + time[2])
	step = string.format('%.0f', step)
	redis.call('SET', tag .. ':step', step, 'EX', 86400)
	redis.call('SET', tag .. ':board:' .. h[2], step, 'EX', 86400)
	board = step
end
local operators = h[2] and h[2] ~= '0' and h[2] or ''
if operators ~= '' and h[5] and h[5] ~= '' then
	operators = operators .. ',' .. h[5]
end
redis.call('PUBLISH', tag .. ':e', (by_operator and h[1] or '') .. '\t' .. operators .. '\n' .. ARGV[5])
if board then
	redis.call('PUBLISH', tag .. ':e', '\t' .. h[2] .. '\n{"event":"board","cursor":' .. board .. '}')
end
return 1
