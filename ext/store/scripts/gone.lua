-- A visitor's tab goes away. The person is gone only with the last tab, and until the next poll: a change of page
-- is a tab that goes and one that comes.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 stream, 3 conversation
-- Answer  1 gone, 0 not known, not theirs, or other tabs are there
local head = KEYS[1] .. ':h:' .. ARGV[3]
local all = redis.call('HGETALL', head)
local owner, last, known = nil, 0, false
for i = 1, #all, 2 do
	if all[i] == 'v' then
		owner = all[i + 1]
	elseif all[i] == 's:' .. ARGV[2] then
		known = true
	elseif string.sub(all[i], 1, 2) == 's:' then
		last = math.max(last, tonumber(string.match(all[i + 1], '^%d+')))
	end
end
if owner ~= ARGV[1] or not known then
	return 0
end
redis.call('HDEL', head, 's:' .. ARGV[2])
redis.call('HSET', head, 'p', string.format('%.0f', last))
return last == 0 and 1 or 0
