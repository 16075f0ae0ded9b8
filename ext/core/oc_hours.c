#include "core/oc_hours.h"

#define DAY_S 86400
#define DAY_MIN 1440u

static bool digits(oc_str text, size_t from, size_t n, uint32_t *out)
{
	*out = 0;
	for (size_t i = from; i < from + n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9') {
			return false;
		}
		*out = *out * 10 + (uint32_t)(text.p[i] - '0');
	}
	return true;
}

bool oc_hours_minute(oc_str text, bool end, uint32_t *minute)
{
	uint32_t h, m;

	if (text.n != 5 || text.p[2] != ':' || !digits(text, 0, 2, &h) || !digits(text, 3, 2, &m) || m > 59 || h > 24
		|| (h == 24 && (m || !end))) {
		return false;
	}
	*minute = 60 * h + m;
	return true;
}

static bool leap(uint32_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool oc_hours_date(oc_str text, int32_t *day)
{
	static const uint32_t before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
	uint32_t y, m, d, length;

	if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-' || !digits(text, 0, 4, &y) || !digits(text, 5, 2, &m)
		|| !digits(text, 8, 2, &d) || y < 1970 || m < 1 || m > 12) {
		return false;
	}
	length = before[m] - before[m - 1] + (m == 2 && leap(y));
	if (d < 1 || d > length) {
		return false;
	}
	/* Leap days of the whole years before; 477 of them are before 1970. */
	*day = (int32_t)((y - 1970) * 365 + ((y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400 - 477) + before[m - 1]
		+ (m > 2 && leap(y)) + d - 1);
	return true;
}

void oc_hours_add(oc_hours *h, uint32_t day, uint32_t from, uint32_t to)
{
	h->spans[h->n_spans++] = (oc_hours_span){day, from, to > from ? to : to + DAY_MIN};
}

oc_str oc_hours_encode(oc_arena *a, const oc_hours *h)
{
	oc_buf b = oc_buf_new(a, 512);

	for (uint32_t i = 0; i < h->n_spans; i++) {
		oc_putf(&b, "%s%u.%u.%u", i ? "," : "", h->spans[i].day, h->spans[i].from, h->spans[i].to);
	}
	oc_puts(&b, "|");
	for (uint32_t i = 0; i < h->n_offsets; i++) {
		oc_putf(&b, "%s%lld:%d", i ? "," : "", (long long)h->offsets[i].since, (int)h->offsets[i].offset);
	}
	oc_puts(&b, "|");
	for (uint32_t i = 0; i < h->n_holidays; i++) {
		oc_putf(&b, "%s%d:%d", i ? "," : "", (int)h->holidays[i].first, (int)h->holidays[i].last);
	}
	return oc_buf_str(&b);
}

/* Reading: a number in its bounds, then what stands behind it. */
typedef struct {
	const char *p, *end;
	bool ok;
} reader;

static int64_t number(reader *r, int64_t min, int64_t max)
{
	bool minus = r->p < r->end && *r->p == '-';
	const char *from = r->p += minus;
	int64_t v = 0;

	while (r->p < r->end && *r->p >= '0' && *r->p <= '9' && r->p - from < 18) {
		v = v * 10 + (*r->p++ - '0');
	}
	v = minus ? -v : v;
	r->ok &= r->p > from && v >= min && v <= max;
	return r->ok ? v : min;
}

static bool follows(reader *r, char c)
{
	bool it = r->p < r->end && *r->p == c;

	r->p += it;
	return it;
}

static bool list_begins(const reader *r)
{
	return r->p < r->end && *r->p != '|';
}

static void read_spans(reader *r, oc_hours *h)
{
	bool more = list_begins(r);

	while (more && r->ok) {
		oc_hours_span s;

		s.day = (uint32_t)number(r, 0, 6);
		r->ok &= follows(r, '.');
		s.from = (uint32_t)number(r, 0, DAY_MIN - 1);
		r->ok &= follows(r, '.');
		s.to = (uint32_t)number(r, s.from + 1, s.from + DAY_MIN);
		r->ok &= h->n_spans < 7 * OC_HOURS_A_DAY;
		if (r->ok) {
			h->spans[h->n_spans++] = s;
		}
		more = follows(r, ',');
	}
}

static void read_offsets(reader *r, oc_hours *h)
{
	bool more = list_begins(r);

	while (more && r->ok) {
		oc_hours_offset o;

		o.since = number(r, 0, INT64_C(1) << 40);
		r->ok &= follows(r, ':');
		o.offset = (int32_t)number(r, -DAY_S, DAY_S);
		r->ok &= h->n_offsets < OC_HOURS_OFFSETS
			&& (h->n_offsets == 0 || o.since > h->offsets[h->n_offsets - 1].since);
		if (r->ok) {
			h->offsets[h->n_offsets++] = o;
		}
		more = follows(r, ',');
	}
}

static void read_holidays(reader *r, oc_hours *h)
{
	bool more = list_begins(r);

	while (more && r->ok) {
		oc_hours_days d;

		d.first = (int32_t)number(r, 0, INT32_MAX);
		r->ok &= follows(r, ':');
		d.last = (int32_t)number(r, d.first, INT32_MAX);
		r->ok &= h->n_holidays < OC_HOURS_HOLIDAYS;
		if (r->ok) {
			h->holidays[h->n_holidays++] = d;
		}
		more = follows(r, ',');
	}
}

bool oc_hours_decode(oc_str text, oc_hours *h)
{
	reader r = {text.p, text.n ? text.p + text.n : text.p, text.n > 0};

	h->n_spans = h->n_offsets = h->n_holidays = 0;
	read_spans(&r, h);
	r.ok &= follows(&r, '|');
	read_offsets(&r, h);
	r.ok &= follows(&r, '|');
	read_holidays(&r, h);
	return r.ok && r.p == r.end;
}

static int64_t offset_at(const oc_hours *h, int64_t at)
{
	uint32_t i = 0;

	while (i + 1 < h->n_offsets && h->offsets[i + 1].since <= at) {
		i++;
	}
	return h->n_offsets ? h->offsets[i].offset : 0;
}

static int64_t day_of(int64_t seconds)
{
	return seconds / DAY_S - (seconds % DAY_S < 0);
}

static uint32_t weekday(int64_t day)
{
	return (uint32_t)(((day + 3) % 7 + 7) % 7); /* 1970 began on a Thursday */
}

static bool holiday(const oc_hours *h, int64_t day)
{
	for (uint32_t i = 0; i < h->n_holidays; i++) {
		if (day >= h->holidays[i].first && day <= h->holidays[i].last) {
			return true;
		}
	}
	return false;
}

bool oc_hours_open(const oc_hours *h, int64_t at)
{
	int64_t local = at + offset_at(h, at), today = day_of(local);
	uint32_t minute = (uint32_t)((local - today * DAY_S) / 60);
	uint32_t now = weekday(today), before = weekday(today - 1);
	bool began = false, goes_on = false;

	for (uint32_t i = 0; i < h->n_spans; i++) {
		const oc_hours_span *s = &h->spans[i];

		began |= s->day == now && minute >= s->from && minute < s->to;
		goes_on |= s->day == before && minute + DAY_MIN < s->to;
	}
	return (began || goes_on) && !holiday(h, today) && (began || !holiday(h, today - 1));
}

/* The earlier of the best so far and t, if it is open then. */
static int64_t better(const oc_hours *h, int64_t best, int64_t at, int64_t t)
{
	bool may = t > at && t <= at + (int64_t)OC_HOURS_AHEAD_DAYS * DAY_S && (best == 0 || t < best);

	return may && oc_hours_open(h, t) ? t : best;
}

int64_t oc_hours_opens(const oc_hours *h, int64_t at)
{
	int64_t today = day_of(at + offset_at(h, at)), best = 0;

	/* What is closed opens with a span's begin, by the offset before or behind it, or as the clocks change. */
	for (int64_t day = today - 1; day <= today + OC_HOURS_AHEAD_DAYS + 1 && (best == 0 || day * DAY_S < best + 2 * DAY_S);
			day++) {
		uint32_t of_week = weekday(day);

		for (uint32_t i = 0; i < h->n_spans; i++) {
			int64_t local = day * DAY_S + (int64_t)h->spans[i].from * 60;

			if (h->spans[i].day == of_week) {
				best = better(h, best, at, local - offset_at(h, local - DAY_S));
				best = better(h, best, at, local - offset_at(h, local + DAY_S));
			}
		}
	}
	for (uint32_t i = 0; i < h->n_offsets; i++) {
		best = better(h, best, at, h->offsets[i].since);
	}
	return best;
}
