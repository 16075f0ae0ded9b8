-- Who has not been heard from for too long.
-- KEYS[1] the shop's tag
-- ARGV    1 run id of this Redis, 2 name of the asking server ("" none), 3 how many outages it saw end,
--         4 how many of each at most
-- Answer  {seed, operators, conversations}; seed: 0 the clocks run; 1 start all anew: another Redis process than
--         the clocks were started in, or out of reach for this server since; 2 add what is missing
local tag = KEYS[1]
local epoch = redis.call('HMGET', tag .. ':epoch', 'run', 'server:' .. ARGV[2])
if not epoch[1] then
	return {2, {}, {}}
end
if epoch[1] ~= ARGV[1] or (ARGV[2] ~= '' and epoch[2] ~= ARGV[3]) then
	return {1, {}, {}}
end
-- Member "0" never comes due: a set without it was lost, not emptied.
if not redis.call('ZSCORE', tag .. ':operators', '0') or not redis.call('ZSCORE', tag .. ':visitors', '0') then
	return {2, {}, {}}
end
redis.call('PEXPIRE', tag .. ':epoch', 600000)
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
return {
	0,
	redis.call('ZRANGEBYSCORE', tag .. ':operators', '-inf', now, 'LIMIT', 0, ARGV[4]),
	redis.call('ZRANGEBYSCORE', tag .. ':visitors', '-inf', now, 'LIMIT', 0, ARGV[4]),
}
