-- Whether something is due that no poll sees to: the gateway then asks one of its readers to poll.
-- KEYS[1] the shop's tag
-- ARGV    1 ms within which no second gateway asks
-- Answer  1 ask, 0 nothing due, or a sweep ran just now
local tag = KEYS[1]
if redis.call('EXISTS', tag .. ':sweep') == 1 then
	return 0
end
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local lost = redis.call('EXISTS', tag .. ':epoch') == 0
if not lost and redis.call('ZCOUNT', tag .. ':operators', '-inf', now) == 0
		and redis.call('ZCOUNT', tag .. ':visitors', '-inf', now) == 0 then
	return 0
end
return redis.call('SET', tag .. ':nudge', '1', 'NX', 'PX', ARGV[1]) and 1 or 0
