-- For a board or a reader: which conversations' visitors are here, what each side has read and fetched. Who reads
-- says on the way what they have.
-- KEYS[1] the shop's tag
-- ARGV    1 ms a sign of a visitor is good for, 2 reader ("" none), 3 the reader as operator (0: a visitor),
--         4 newest number the reader has of the one conversation, then conversations
-- Answer  five numbers for each: here (1 or 0; -1 never heard of), read by the visitor, read by the operator,
--         fetched by the visitor, fetched by the operator (-1 not known)
local tag = KEYS[1]
local time = redis.call('TIME')
local since = time[1] * 1000 + math.floor(time[2] / 1000) - tonumber(ARGV[1])

-- Only ever raised, never past what there is, and for the operator only by who has the conversation.
local function fetched(id)
	local head, by_operator = tag .. ':h:' .. id, ARGV[3] ~= '0'
	local field = by_operator and 'do' or 'dv'
	local h = redis.call('HMGET', head, 'v', 'o', 'n', field)
	if (by_operator and h[2] ~= ARGV[3]) or (not by_operator and h[1] ~= ARGV[2]) then
		return
	end
	local number = math.min(tonumber(ARGV[4]), tonumber(h[3]) or 0)
	if number <= (tonumber(h[4]) or 0) then
		return
	end
	redis.call('HSET', head, field, number)
	-- The operator's next poll shows it.
	if not by_operator and h[2] and h[2] ~= '0' then
		local step = math.max((tonumber(redis.call('GET', tag .. ':step')) or 0) + 1, time[1] * 1000000 + time[2])
		step = string.format('%.0f', step)
		redis.call('SET', tag .. ':step', step, 'EX', 86400)
		redis.call('SET', tag .. ':board:' .. h[2], step, 'EX', 86400)
		redis.call('PUBLISH', tag .. ':e', '\t' .. h[2] .. '\n{"event":"board","cursor":' .. step .. '}')
	end
end

if ARGV[2] ~= '' then
	fetched(ARGV[5])
end
local answer = {}
for i = 5, #ARGV do
	local h = redis.call('HMGET', tag .. ':h:' .. ARGV[i], 'p', 'rv', 'ro', 'dv', 'do')
	answer[#answer + 1] = not h[1] and -1 or tonumber(h[1]) > since and 1 or 0
	answer[#answer + 1] = tonumber(h[2]) or 0
	answer[#answer + 1] = tonumber(h[3]) or 0
	answer[#answer + 1] = tonumber(h[4]) or -1
	answer[#answer + 1] = tonumber(h[5]) or -1
end
return answer
