-- After a commit: the newest numbers, who watches what, the gate's verdict, and the events.
-- KEYS[1] the shop's tag
-- ARGV    1 verdict ("" leaves the gate alone), 2 decision, 3 settings, 4 1 if every board changed,
--         5 ms a verdict is good for, 6 ms until an operator counts as away, 7 ms until a visitor counts as gone,
--         8 - 13 how many heads, boards, online, offline, away, closed follow, 14 who has a hold now ("" nobody new),
--         15 for how long (ms); a head is nine words: conversation, number, revision, operator, its absence,
--         status, visitor ("" unknown), event ("" none), who looks in ("5,7")
-- A repeat tells again: everything here may be said twice, and late. What is published, and to whom: core/oc_envelope.h.
local tag, at = KEYS[1], 16
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local away_at, gone_at = now + tonumber(ARGV[6]), now + tonumber(ARGV[7])

local function publish(visitor, operators, event)
	redis.call('PUBLISH', tag .. ':e', visitor .. '\t' .. operators .. '\n' .. event)
end

-- A verdict is "mode settings decision"; an older decision's never replaces a newer one's.
if ARGV[1] ~= '' then
	local standing = tonumber(string.match(redis.call('GET', tag .. ':gate') or '', '%d+$'))
	if not standing or standing <= tonumber(ARGV[2]) then
		redis.call('SET', tag .. ':gate', ARGV[1] .. ' ' .. ARGV[3] .. ' ' .. ARGV[2], 'PX', ARGV[5])
		if redis.call('GET', tag .. ':settings') ~= ARGV[3] then
			publish('*', '*', '{"event":"settings","version":' .. ARGV[3] .. '}')
		end
		redis.call('SET', tag .. ':settings', ARGV[3], 'EX', 86400)
	end
end

if ARGV[14] ~= '' then
	redis.call('SET', tag .. ':hold:' .. ARGV[14], '1', 'PX', ARGV[15])
end

-- Numbers and revisions only rise; operator and status belong to the revision.
local function head(id, number, revision, operator, away, status, visitor, event, assistants)
	local key = tag .. ':h:' .. id
	local h = redis.call('HMGET', key, 'n', 'r', 'v')
	local n, r = tonumber(h[1]) or -1, tonumber(h[2]) or -1
	local fields = {}
	-- The pattern cannot be met in a text: its quotes are escaped there.
	local author = string.match(event, '^{"event":"message","conversation":%d+,"number":%d+,"author":"(%a+)"')
	if tonumber(number) > n then
		fields = {'n', number}
		-- Whose message is here types no more.
		if author == 'operator' then
			fields[#fields + 1] = 'ot'
			fields[#fields + 1] = '0'
		elseif author == 'visitor' then
			fields[#fields + 1] = 'vt'
			fields[#fields + 1] = '0'
			redis.call('ZREM', tag .. ':typing:' .. operator, id)
			for assistant in string.gmatch(assistants, '%d+') do
				redis.call('ZREM', tag .. ':typing:' .. assistant, id)
			end
		end
	end
	if tonumber(revision) >= r then
		for _, word in ipairs({'r', revision, 'o', operator, 'a', away, 's', status, 'as', assistants}) do
			fields[#fields + 1] = word
		end
		if status == '1' or status == '2' then
			redis.call('ZADD', tag .. ':visitors', 'NX', gone_at, id)
		else
			redis.call('ZREM', tag .. ':visitors', id)
		end
	end
	if tonumber(number) > n or tonumber(revision) > r then
		fields[#fields + 1] = 't'
		fields[#fields + 1] = string.format('%.0f', now)
	end
	-- Servers that polled a moment ago ask which groups changed (oc_recent.c).
	redis.call('HINCRBY', tag .. ':changes', tonumber(id) % 256, 1)
	if visitor ~= '' then
		fields[#fields + 1] = 'v'
		fields[#fields + 1] = visitor
	end
	if #fields > 0 then
		redis.call('HSET', key, unpack(fields))
	end
	redis.call('EXPIRE', key, 86400)
	if event ~= '' then
		local operators = assistants
		if operator ~= '0' then
			operators = assistants == '' and operator or operator .. ',' .. assistants
		end
		-- A note is never a visitor's.
		publish(author == 'note' and '' or visitor ~= '' and visitor or h[3] or '', operators, event)
	end
end

for _ = 1, tonumber(ARGV[8]) do
	head(unpack(ARGV, at, at + 8))
	at = at + 9
end
if ARGV[8] ~= '0' then
	redis.call('EXPIRE', tag .. ':changes', 86400)
end

local function each(n, act)
	for _ = 1, tonumber(n) do
		act(ARGV[at])
		at = at + 1
	end
end

-- One row of numbers for all boards: a board's cursor, the higher of its own and the common one, rises with
-- each change of either.
local step
if ARGV[4] == '1' or ARGV[9] ~= '0' then
	step = math.max((tonumber(redis.call('GET', tag .. ':step')) or 0) + 1, time[1] * 1000000 + time[2])
	step = string.format('%.0f', step)
	redis.call('SET', tag .. ':step', step, 'EX', 86400)
end
if ARGV[4] == '1' then
	redis.call('SET', tag .. ':board', step, 'EX', 86400)
	publish('', '*', '{"event":"board","cursor":' .. step .. '}')
end
local owners = {}
each(ARGV[9], function(operator)
	redis.call('SET', tag .. ':board:' .. operator, step, 'EX', 86400)
	owners[#owners + 1] = operator
end)
-- The common board's event said it to all.
if #owners > 0 and ARGV[4] ~= '1' then
	publish('', table.concat(owners, ','), '{"event":"board","cursor":' .. step .. '}')
end
each(ARGV[10], function(operator)
	redis.call('ZADD', tag .. ':operators', away_at, operator)
	redis.call('DEL', tag .. ':away:' .. operator)
end)
each(ARGV[11], function(operator)
	redis.call('ZREM', tag .. ':operators', operator)
	redis.call('DEL', tag .. ':away:' .. operator)
end)
each(ARGV[12], function(operator)
	redis.call('ZREM', tag .. ':operators', operator)
	redis.call('SET', tag .. ':away:' .. operator, '1', 'EX', 86400)
end)
each(ARGV[13], function(id)
	redis.call('ZREM', tag .. ':visitors', id)
end)
return 1
