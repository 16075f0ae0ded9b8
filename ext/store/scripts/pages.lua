-- A guest is a customer from now on, who looked at the guest's pages, too.
-- KEYS[1] the shop's tag
-- ARGV    1 guest, 2 customer, 3 how many pages are kept, 4 for how long (s)
-- Answer  how many pages the guest had
local from, to = KEYS[1] .. ':pages:' .. ARGV[1], KEYS[1] .. ':pages:' .. ARGV[2]
local browser, theirs = KEYS[1] .. ':browser:' .. ARGV[1], KEYS[1] .. ':browser:' .. ARGV[2]
local pages = redis.call('LRANGE', from, 0, -1)
local had = #pages
if had == 0 then
	return 0
end
for _, page in ipairs(redis.call('LRANGE', to, 0, -1)) do
	pages[#pages + 1] = page
end
local function at(page)
	return tonumber(string.match(page, '^%d+'))
end
table.sort(pages, function(a, b)
	return at(a) > at(b)
end)
redis.call('DEL', from, to)
for _, page in ipairs(pages) do
	redis.call('RPUSH', to, page)
end
redis.call('LTRIM', to, 0, ARGV[3] - 1)
redis.call('EXPIRE', to, ARGV[4])
-- Whichever of the two is newer, it is the browser that signs in now.
local agent = redis.call('GET', browser)
if agent then
	redis.call('SET', theirs, agent, 'EX', ARGV[4])
	redis.call('DEL', browser)
end
return had
