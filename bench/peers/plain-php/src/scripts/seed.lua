-- The clocks start anew. ARGV 1 JSON: [operators, conversations]
local tag = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local list = cjson.decode(ARGV[1])
redis.call('DEL', tag .. ':operators', tag .. ':visitors')
for _, id in ipairs(list[1]) do
	redis.call('ZADD', tag .. ':operators', now + 150000, string.format('%.0f', id))
end
for _, id in ipairs(list[2]) do
	redis.call('ZADD', tag .. ':visitors', now + 300000, string.format('%.0f', id))
end
redis.call('SET', tag .. ':run', string.match(redis.call('INFO', 'server'), 'run_id:(%x+)'))
return {1}
