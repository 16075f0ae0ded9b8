#include "load.h"

#include <string.h>

enum { PLAIN, SIZE, SIZE_REST, DATA, DATA_END };

static const char word[] = "~mark:";

void load_decode_start(load_decoder *d, bool chunked)
{
	memset(d, 0, sizeof(*d));
	d->state = chunked ? SIZE : PLAIN;
}

static void look(load_decoder *d, char c, load_mark mark, void *context)
{
	if (d->matched < sizeof(word) - 1) {
		d->matched = c == word[d->matched] ? d->matched + 1 : c == word[0];
		d->sequence = 0;
	} else if (c >= '0' && c <= '9') {
		d->sequence = d->sequence * 10 + (uint32_t)(c - '0');
	} else {
		if (c == ';') {
			mark(context, d->sequence);
		}
		d->matched = 0;
	}
}

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

void load_decode(load_decoder *d, const char *bytes, size_t n, load_mark mark, void *context)
{
	for (size_t i = 0; i < n; i++) {
		char c = bytes[i];

		switch (d->state) {
		case PLAIN:
			look(d, c, mark, context);
			break;
		case SIZE:
			if (digit(c) >= 0) {
				d->left = d->left * 16 + (uint32_t)digit(c);
				break;
			}
			d->state = SIZE_REST;
			/* fall through */
		case SIZE_REST:
			if (c == '\n') {
				d->state = d->left ? DATA : DATA_END;
			}
			break;
		case DATA:
			look(d, c, mark, context);
			if (--d->left == 0) {
				d->state = DATA_END;
			}
			break;
		default:
			if (c == '\n') {
				d->left = 0;
				d->state = SIZE;
			}
		}
	}
}
