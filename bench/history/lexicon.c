/* Words of each language: the known ones first, then made-up ones of its syllables, ever rarer. */
#include "load.h"

#include <stdlib.h>
#include <string.h>

static load_lexicon *lexicons;
static uint32_t total;

static uint32_t split(const char *list, oc_str *into, uint32_t most)
{
	uint32_t n = 0;

	while (*list && n < most) {
		size_t length = strcspn(list, " ");

		into[n++] = (oc_str){list, length};
		list += length + (list[length] == ' ');
	}
	return n;
}

static load_lexicon make(oc_arena *a, const load_language *language, uint32_t number)
{
	load_lexicon l = {language, oc_alloc(a, sizeof(oc_str) * language->n), load_zipf_new(language->n, 1.1, 1.5)};
	oc_str parts[256];
	uint32_t n = split(language->known, l.words, language->n), n_parts = split(language->parts, parts, 256);
	load_random r = load_random_of(100, number);

	for (; n < language->n; n++) {
		oc_buf b = oc_buf_new(a, 40);

		for (uint32_t i = 0, syllables = (language->spaced ? 2 : 1) + load_draw(&r, 3); i < syllables; i++) {
			oc_put(&b, parts[load_draw(&r, n_parts)]);
		}
		l.words[n] = oc_buf_str(&b);
	}
	return l;
}

void load_lexicons(oc_arena *a)
{
	lexicons = oc_alloc(a, sizeof(load_lexicon) * load_n_languages);
	for (uint32_t i = 0; i < load_n_languages; i++) {
		lexicons[i] = make(a, &load_languages[i], i);
		total += load_languages[i].share;
	}
}

const load_lexicon *load_lexicon_of(load_random *r)
{
	uint32_t at = load_draw(r, total), i = 0;

	while (at >= lexicons[i].language->share) {
		at -= lexicons[i++].language->share;
	}
	return &lexicons[i];
}

oc_str load_sentence(const load_lexicon *l, load_random *r, uint32_t words, const char *order, char *into, size_t size)
{
	uint32_t with_order = order ? load_draw(r, words) : words;
	size_t n = 0;

	for (uint32_t i = 0; i < words; i++) {
		oc_str word = i == with_order ? oc_str_of(order) : l->words[load_zipf_draw(&l->use, r)];

		if (n + word.n + 8 > size) {
			break;
		}
		if (n && (l->language->spaced || i == with_order)) {
			into[n++] = ' ';
		}
		memcpy(into + n, word.p, word.n);
		if (n == 0 && into[0] >= 'a' && into[0] <= 'z') {
			into[0] -= 'a' - 'A';
		}
		n += word.n;
		/* A sentence ends here and there. */
		if (i + 1 < words && load_draw(r, 9) == 0) {
			n += strlen(strcpy(into + n, l->language->stop));
			n -= into[n - 1] == ' ';
		}
	}
	return (oc_str){into, n};
}
