-- ARGV 1 actor, 2 actor and session, 3 issued (ms), 4 address, 5 stream, 6 conversation, 7 number and 8 revision
--      the client has, 9 window (ms), 10 limit of a person, 11 limit of an address
-- Answer {0, changed, verify, sweep, operator types, theirs, ms since the last event or -1},
--        {1} revoked, {2, ms to wait}
local tag, window = KEYS[1], tonumber(ARGV[9])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local person, address = tag .. ':l:poll:' .. ARGV[1], tag .. ':l:poll:@' .. ARGV[4]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[2], person, address)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[3]) then
	return {1}
end
local of_person, wait = take(known[2], tonumber(ARGV[10]), window, now)
if not of_person then
	return {2, wait}
end
local of_address
of_address, wait = take(known[3], tonumber(ARGV[11]), window, now)
if not of_address then
	return {2, wait}
end
redis.call('SET', person, of_person, 'PX', 2 * window)
redis.call('SET', address, of_address, 'PX', 2 * window)

local head = tag .. ':h:' .. ARGV[6]
local h = redis.call('HMGET', head, 'n', 'r', 'v', 's', 't', 'ot', 's:' .. ARGV[5])
local theirs, verify = h[3] == ARGV[1], true
if theirs then
	-- When MySQL was last asked for this stream.
	verify = not h[7] or now - tonumber(h[7]) >= 25000
	if verify then
		redis.call('HSET', head, 'p', now, 's:' .. ARGV[5], now)
		redis.call('EXPIRE', head, 86400)
	else
		redis.call('HSET', head, 'p', now)
	end
	if h[4] == '1' or h[4] == '2' then
		redis.call('ZADD', tag .. ':visitors', now + 300000, ARGV[6])
	end
end
return {
	0,
	(h[1] ~= ARGV[7] or h[2] ~= ARGV[8]) and 1 or 0,
	verify and 1 or 0,
	redis.call('SET', tag .. ':sweep', 1, 'NX', 'PX', 5000) and 1 or 0,
	h[6] and tonumber(h[6]) > now and 1 or 0,
	theirs and 1 or 0,
	h[5] and math.max(0, now - tonumber(h[5])) or -1,
}
