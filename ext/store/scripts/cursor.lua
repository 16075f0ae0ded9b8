-- The board's cursor of an operator now. Cursors are times in microseconds, so that those made after a loss of
-- data are higher than those before it.
-- KEYS[1] the shop's tag
-- ARGV    1 operator
-- Answer  the cursor
local tag = KEYS[1]
local known = redis.call('MGET', tag .. ':board', tag .. ':board:' .. ARGV[1])
local cursor = math.max(tonumber(known[1]) or 0, tonumber(known[2]) or 0)
if cursor == 0 then
	local time = redis.call('TIME')
	cursor = time[1] * 1000000 + time[2]
	redis.call('SET', tag .. ':board:' .. ARGV[1], string.format('%.0f', cursor), 'EX', 86400)
end
return cursor
