-- One token of a sliding-window limit, for a person and for an address; and whether the ticket is revoked.
-- KEYS[1] the shop's tag
-- ARGV    1 action, 2 person ("" none), 3 address ("" none), 4 person and session, 5 ticket issued (ms),
--         6 window (ms), 7 limit of a person, 8 limit of an address
-- Answer  {0} admitted, {1} revoked, {2, ms to wait}
local tag = KEYS[1]
local window = tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- A counter is one number: window's number, count, count of the window before. The window before weighs as much as
-- it still overlaps the last `window` ms. Answers the counter to store, or nil and the wait.
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

local person = tag .. ':l:' .. ARGV[1] .. ':' .. ARGV[2]
local address = tag .. ':l:' .. ARGV[1] .. ':@' .. ARGV[3]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[4], person, address)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[5]) then
	return {1}
end

local of_person, of_address, wait
if ARGV[2] ~= '' then
	of_person, wait = count(known[2], tonumber(ARGV[7]))
	if wait then
		return {2, wait}
	end
end
if ARGV[3] ~= '' then
	of_address, wait = count(known[3], tonumber(ARGV[8]))
	if wait then
		return {2, wait}
	end
end
if of_person then
	redis.call('SET', person, of_person, 'PX', 2 * window)
end
if of_address then
	redis.call('SET', address, of_address, 'PX', 2 * window)
end
return {0}
