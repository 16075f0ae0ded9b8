-- A stream begins, or Redis is back: what of the reader's numbers is behind. Reads only.
-- KEYS[1] the shop's tag
-- ARGV    1 person and session, 2 ticket issued (ms), 3 person, 4 operator (0: a visitor),
--         then three words for each conversation: its id, newest number and revision ("" not said) the reader has
-- Answer  {1} revoked, {0, settings, cursor, id, number, revision, …}: cursor of the operator's board (0: a visitor, or not
--         known); then those that differ, with number and revision 0 where Redis knows nothing of it. Another visitor's are
--         left out.
local tag, operator = KEYS[1], ARGV[4]
local known = redis.call('MGET', tag .. ':x:' .. ARGV[1], tag .. ':settings', tag .. ':board', tag .. ':board:' .. operator)
if known[1] and tonumber(known[1]) >= tonumber(ARGV[2]) then
	return {1}
end
local cursor = operator ~= '0' and math.max(tonumber(known[3]) or 0, tonumber(known[4]) or 0) or 0
local answer = {0, tonumber(known[2]) or 0, cursor}
for i = 5, #ARGV, 3 do
	local h = redis.call('HMGET', tag .. ':h:' .. ARGV[i], 'n', 'r', 'v')
	local theirs = operator ~= '0' or not h[3] or h[3] == ARGV[3]
	if theirs and (h[1] ~= ARGV[i + 1] or (ARGV[i + 2] ~= '' and h[2] ~= ARGV[i + 2])) then
		answer[#answer + 1] = tonumber(ARGV[i])
		answer[#answer + 1] = tonumber(h[1]) or 0
		answer[#answer + 1] = tonumber(h[2]) or 0
	end
end
return answer
