-- "I have read up to number": only ever raised, and never past what there is.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 operator (0: a visitor), 3 conversation, 4 number, 5 event to publish
-- Answer  1 raised, 0 not
local head = KEYS[1] .. ':h:' .. ARGV[3]
local by_operator = ARGV[2] ~= '0'
local field = by_operator and 'ro' or 'rv'
local h = redis.call('HMGET', head, 'v', 'o', 'n', field)
if (by_operator and h[2] ~= ARGV[2]) or (not by_operator and h[1] ~= ARGV[1]) then
	return 0
end
local number = tonumber(ARGV[4])
if number > (tonumber(h[3]) or 0) or number <= (tonumber(h[4]) or 0) then
	return 0
end
redis.call('HSET', head, field, ARGV[4])
redis.call('PUBLISH', KEYS[1] .. ':e', ARGV[5])
return 1
