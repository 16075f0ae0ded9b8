-- A sliding window of two counters: the window before weighs as much as it still overlaps. A counter is
-- "index:count:count before". Answers the counter to store, or nil and the wait in ms.
local function take(value, limit, window, now)
	local index, passed = math.floor(now / window), now % window
	local i, current, before = string.match(value or '', '^(%d+):(%d+):(%d+)$')
	i, current, before = tonumber(i), tonumber(current), tonumber(before)
	if i == index - 1 then
		current, before = 0, current
	elseif i ~= index then
		current, before = 0, 0
	end
	if current >= limit then
		return nil, window - passed + math.ceil(window * (1 - (limit - 1) / current))
	end
	if before * (window - passed) / window + current + 1 > limit then
		return nil, math.ceil(window * (1 - (limit - current - 1) / before)) - passed
	end
	return string.format('%.0f:%.0f:%.0f', index, current + 1, before)
end

