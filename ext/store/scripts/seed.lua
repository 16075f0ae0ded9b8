-- Starts the clocks of who must be heard from, from MySQL's list; long lists come in several calls.
-- KEYS[1] the shop's tag
-- ARGV    1 run id of this Redis, 2 name of the asking server ("" none), 3 how many outages it saw end,
--         4 1 on the first call if all clocks start anew (else only missing ones are added), 5 1 on the last call,
--         6 ms until an operator counts as away, 7 ms until a visitor counts as gone, 8 how many operators follow,
--         then operators, then conversations
local tag = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local away_at, gone_at = now + tonumber(ARGV[6]), now + tonumber(ARGV[7])

-- Those who are not on the list are set as well, not removed: they may have come after the list was read.
local function anew(key, deadline)
	for _, member in ipairs(redis.call('ZRANGEBYSCORE', key, '-inf', '(9e15')) do
		redis.call('ZADD', key, deadline, member)
	end
end

if ARGV[4] == '1' then
	anew(tag .. ':operators', away_at)
	anew(tag .. ':visitors', gone_at)
end
local operators = tonumber(ARGV[8])
for i = 9, #ARGV do
	if i < 9 + operators then
		redis.call('ZADD', tag .. ':operators', 'NX', away_at, ARGV[i])
	else
		redis.call('ZADD', tag .. ':visitors', 'NX', gone_at, ARGV[i])
	end
end

if ARGV[5] == '1' then
	redis.call('ZADD', tag .. ':operators', 9e15, '0')
	redis.call('ZADD', tag .. ':visitors', 9e15, '0')
	-- Servers come and go; those forgotten here start the clocks anew once more.
	if redis.call('HLEN', tag .. ':epoch') > 100 then
		redis.call('DEL', tag .. ':epoch')
	end
	redis.call('HSET', tag .. ':epoch', 'run', ARGV[1])
	if ARGV[2] ~= '' then
		redis.call('HSET', tag .. ':epoch', 'server:' .. ARGV[2], ARGV[3])
	end
	redis.call('PEXPIRE', tag .. ':epoch', 600000)
end
return 1
