-- A visitor looks at a page.
-- KEYS[1] the shop's tag
-- ARGV    1 person, 2 address of the page (no blanks), 3 its title, 4 browser, 5 how many pages are kept,
--         6 for how long (s)
-- Answer  1
local pages = KEYS[1] .. ':pages:' .. ARGV[1]
local time = redis.call('TIME')
local at = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
-- A page that is loaded again is the same one.
local newest = redis.call('LINDEX', pages, 0)
if newest and string.match(newest, '^%d+ (%S+)') == ARGV[2] then
	redis.call('LPOP', pages)
end
redis.call('LPUSH', pages, at .. ' ' .. ARGV[2] .. ' ' .. ARGV[3])
redis.call('LTRIM', pages, 0, ARGV[5] - 1)
redis.call('EXPIRE', pages, ARGV[6])
redis.call('SET', KEYS[1] .. ':browser:' .. ARGV[1], ARGV[4], 'EX', ARGV[6])
return 1
