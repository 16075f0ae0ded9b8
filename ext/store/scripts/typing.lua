-- "I am typing", at most one signal in 3 s; it lasts 4 s. Who looks in types as the operator does.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 operator (0: a visitor), 3 conversation, 4 1 or 0, 5 event to publish
-- Answer  1 said, 0 not: too soon, or not known as theirs; -1 another visitor's conversation
local tag, id = KEYS[1], ARGV[3]
local head = tag .. ':h:' .. id
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local by_operator = ARGV[2] ~= '0'
local field = by_operator and 'ot' or 'vt'
local h = redis.call('HMGET', head, 'v', 'o', field, 'as')
local operators = {h[2] or '0'}
for assistant in string.gmatch(h[4] or '', '%d+') do
	operators[#operators + 1] = assistant
end
local function theirs()
	for _, operator in ipairs(operators) do
		if operator == ARGV[2] then
			return true
		end
	end
	return false
end
if not by_operator and h[1] and h[1] ~= ARGV[1] then
	return -1
end
if (by_operator and not theirs()) or not h[1] then
	return 0
end

local types, until_now = ARGV[4] == '1', tonumber(h[3]) or 0
if (types and until_now - now > 1000) or (not types and until_now <= now) then
	return 0
end
local deadline = types and now + 4000 or 0
redis.call('HSET', head, field, string.format('%.0f', deadline))
redis.call('HINCRBY', tag .. ':changes', tonumber(id) % 256, 1)
if not by_operator and h[2] and h[2] ~= '0' then
	for _, operator in ipairs(operators) do
		local list = tag .. ':typing:' .. operator
		if types then
			redis.call('ZREMRANGEBYSCORE', list, '-inf', now)
			redis.call('ZADD', list, deadline, id)
			redis.call('PEXPIRE', list, 10000)
		else
			redis.call('ZREM', list, id)
		end
	end
end
-- To the other side, and to colleagues who look in.
redis.call('PUBLISH', tag .. ':e', (by_operator and h[1] or '') .. '\t' ..
	table.concat(operators[1] == '0' and {} or operators, ',') .. '\n' .. ARGV[5])
return 1
