-- Who has not been heard from for too long. ARGV 1 how many of each at most
-- Answer {1 if the clocks have to start anew, operators, conversations}
local tag = KEYS[1]
local run = redis.call('GET', tag .. ':run')
if not run then
	return {1, {}, {}}
end
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local operators = redis.call('ZRANGEBYSCORE', tag .. ':operators', '-inf', now, 'LIMIT', 0, ARGV[1])
local visitors = redis.call('ZRANGEBYSCORE', tag .. ':visitors', '-inf', now, 'LIMIT', 0, ARGV[1])
-- Clocks that come from a snapshot say nothing.
if (#operators > 0 or #visitors > 0) and not string.find(redis.call('INFO', 'server'), 'run_id:' .. run, 1, true) then
	return {1, {}, {}}
end
return {0, operators, visitors}
