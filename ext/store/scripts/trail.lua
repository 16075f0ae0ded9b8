-- Where a visitor is and was, for who talks with them.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 conversation, 3 ms a sign of a visitor is good for
-- Answer  {here, browser, page, …} here 1 or 0, -1 never heard of; pages newest first, "time address title"
local tag = KEYS[1]
local time = redis.call('TIME')
local since = time[1] * 1000 + math.floor(time[2] / 1000) - tonumber(ARGV[3])
local sign = redis.call('HGET', tag .. ':h:' .. ARGV[2], 'p')
local answer = {
	not sign and -1 or tonumber(sign) > since and 1 or 0,
	redis.call('GET', tag .. ':browser:' .. ARGV[1]) or '',
}
for _, page in ipairs(redis.call('LRANGE', tag .. ':pages:' .. ARGV[1], 0, -1)) do
	answer[#answer + 1] = page
end
return answer
