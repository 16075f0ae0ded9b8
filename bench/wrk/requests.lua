-- wrk -s requests.lua URL -- FILE KIND SEED
-- Requests of many visitors by turns, each from an address of its own. FILE has a line each: path and query, ticket,
-- address. KIND is poll, page or post; 32 × K in a
-- request becomes a new key, made of SEED and a counter. Prints a line of JSON at the end.

local first, last, at, count, key = {}, {}, 0, 0, nil

function init(args)
	local post = args[2] == 'post'
	key = string.format('%016x', tonumber(args[3]))
	for line in io.lines(args[1]) do
		local path, ticket, address, conversation = string.match(line, '^(%S+) (%S+) (%S+) (%d+)$')
		local headers = {['Onlinechat-Ticket'] = ticket, ['X-Forwarded-For'] = address}
		local request
		if post then
			headers['Content-Type'] = 'application/json'
			request = wrk.format('POST', path, headers, '{"key":"' .. string.rep('K', 32) .. '","conversation":' .. conversation
				.. ',"text":"Thank you, I shall look at it and write again.","seen":0}')
		else
			request = wrk.format('GET', path, headers)
		end
		local from, to = string.find(request, string.rep('K', 32), 1, true)
		first[#first + 1] = string.sub(request, 1, (from or 0) - 1)
		last[#last + 1] = from and string.sub(request, to + 1) or ''
	end
end

function request()
	at = at % #first + 1
	if last[at] == '' then
		return first[at]
	end
	count = count + 1
	return first[at] .. key .. string.format('%016x', count) .. last[at]
end

function done(summary, latency, requests)
	io.write(string.format('{"requests":%d,"us":%d,"p50":%d,"p99":%d,"bad":%d,"errors":%d}\n', summary.requests,
		summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status,
		summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
