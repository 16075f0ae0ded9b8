-- An operator's last stream of this gateway ended, and none came within the grace: away sooner. A poll, or another
-- gateway's stream, makes it later again.
-- KEYS[1] the shop's tag
-- ARGV    1 operator, 2 ms until they count as away
-- Answer  1
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1] .. ':operators', 'XX', 'LT', now + tonumber(ARGV[2]), ARGV[1])
return 1
