-- An operator's poll in one round trip: revocation, presence, whether the board may have changed, whose visitors
-- type, and the two clocks that send a poll to MySQL or to a sweep.
-- KEYS[1] the shop's tag
-- ARGV    1 person and session, 2 ticket issued (ms), 3 stream, 4 operator, 5 cursor the client has, 6 ms until an
--         operator counts as away, 7 ms between two questions to MySQL, 8 ms between two sweeps
-- Answer  {0, changed, verify, sweep, away, cursor, settings, ms since the last change, id, …} the ids of
--         conversations as strings, {1} revoked
local tag, operator = KEYS[1], ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local asked = tag .. ':q:' .. operator .. ':' .. ARGV[3]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[1], tag .. ':sweep', tag .. ':settings', tag .. ':board',
	tag .. ':board:' .. operator, tag .. ':away:' .. operator, asked)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[2]) then
	return {1}
end

redis.call('ZADD', tag .. ':operators', now + tonumber(ARGV[6]), operator)
local verify = not known[7]
if verify then
	redis.call('SET', asked, '1', 'PX', ARGV[7])
end
local sweep = not known[2] and redis.call('SET', tag .. ':sweep', '1', 'NX', 'PX', ARGV[8])

-- 0, where both are lost, is no board's cursor: the answer is "changed", and cursor.lua starts them again.
local cursor = math.max(tonumber(known[4]) or 0, tonumber(known[5]) or 0)
local answer = {
	0,
	cursor ~= tonumber(ARGV[5]) and 1 or 0,
	verify and 1 or 0,
	sweep and 1 or 0,
	known[6] and 1 or 0,
	cursor,
	tonumber(known[3]) or 0,
	cursor > 0 and math.max(0, now - math.floor(cursor / 1000)) or -1,
}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', tag .. ':typing:' .. operator, '(' .. string.format('%.0f', now), '+inf',
	'LIMIT', 0, 50)) do
	answer[#answer + 1] = id
end
return answer
