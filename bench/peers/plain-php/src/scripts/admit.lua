-- ARGV 1 action, 2 actor, 3 address, 4 actor and session, 5 issued (ms), 6 window (ms), 7 limit of a person,
--      8 limit of an address. Answer {0} admitted, {1} revoked, {2, ms to wait}
local tag, window = KEYS[1], tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local person, address = tag .. ':l:' .. ARGV[1] .. ':' .. ARGV[2], tag .. ':l:' .. ARGV[1] .. ':@' .. ARGV[3]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[4], person, address)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[5]) then
	return {1}
end
local of_person, wait = take(known[2], tonumber(ARGV[7]), window, now)
if not of_person then
	return {2, wait}
end
local of_address
of_address, wait = take(known[3], tonumber(ARGV[8]), window, now)
if not of_address then
	return {2, wait}
end
redis.call('SET', person, of_person, 'PX', 2 * window)
redis.call('SET', address, of_address, 'PX', 2 * window)
return {0}
