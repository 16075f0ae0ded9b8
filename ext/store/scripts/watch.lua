-- An operator's poll in one round trip: limits, revocation, presence, whether the board may have changed, whose
-- visitors type, and the two clocks that send a poll to MySQL or to a sweep.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 person and session, 3 ticket issued (ms), 4 address ("" none), 5 stream, 6 operator,
--         7 cursor the client has, 8 window (ms), 9 limit of a person, 10 of an address, 11 ms until an operator
--         counts as away, 12 ms between two questions to MySQL, 13 ms between two sweeps
-- Answer  {0, changed, verify, sweep, away, cursor, settings, ms since the last change, id, …} the ids of
--         conversations as strings, {1} revoked, {2, ms to wait}
local tag, operator = KEYS[1], ARGV[6]
local window = tonumber(ARGV[8])
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
local asked = tag .. ':q:' .. operator .. ':' .. ARGV[5]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[2], person, address, tag .. ':sweep', tag .. ':settings',
	tag .. ':board', tag .. ':board:' .. operator, tag .. ':away:' .. operator, asked)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[3]) then
	return {1}
end

local of_person, wait = count(known[2], tonumber(ARGV[9]))
if wait then
	return {2, wait}
end
local of_address
if ARGV[4] ~= '' then
	of_address, wait = count(known[3], tonumber(ARGV[10]))
	if wait then
		return {2, wait}
	end
	redis.call('SET', address, of_address, 'PX', 2 * window)
end
redis.call('SET', person, of_person, 'PX', 2 * window)

redis.call('ZADD', tag .. ':operators', now + tonumber(ARGV[11]), operator)
local verify = not known[9]
if verify then
	redis.call('SET', asked, '1', 'PX', ARGV[12])
end
local sweep = not known[4] and redis.call('SET', tag .. ':sweep', '1', 'NX', 'PX', ARGV[13])

-- 0, where both are lost, is no board's cursor: the answer is "changed", and cursor.lua starts them again.
local cursor = math.max(tonumber(known[6]) or 0, tonumber(known[7]) or 0)
local answer = {
	0,
	cursor ~= tonumber(ARGV[7]) and 1 or 0,
	verify and 1 or 0,
	sweep and 1 or 0,
	known[8] and 1 or 0,
	cursor,
	tonumber(known[5]) or 0,
	cursor > 0 and math.max(0, now - math.floor(cursor / 1000)) or -1,
}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', tag .. ':typing:' .. operator, '(' .. string.format('%.0f', now), '+inf',
	'LIMIT', 0, 50)) do
	answer[#answer + 1] = id
end
return answer
