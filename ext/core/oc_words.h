/* Words as the history's index keeps them and a search asks for them: both are split here. */
#ifndef OC_WORDS_H
#define OC_WORDS_H

#include "core/oc_base.h"

#define OC_WORD_MAX 40 /* code points; of a longer word the first ones */

typedef struct {
	oc_str text;   /* points into what is split; case and accents are left to the collation */
	oc_str whole;  /* the same, not cut at OC_WORD_MAX */
	bool unspaced; /* of a script that writes no spaces: two neighbouring characters … */
	bool last;     /* … or the last one of them, alone: also the beginning of other pairs elsewhere */
} oc_word;

/* The next word from *at (bytes, 0 at first), and *at for the one after it. false: there is none.
 *
 * Letters, digits and what combines with them make a word; spaces, punctuation, symbols, emoji and bytes that are no
 * UTF-8 end it. Where a script has no spaces (Han, Kana, Bopomofo, Thai, Lao, Khmer, Myanmar) no dictionary says where
 * words end: every two neighbours are a word, and the last character alone: "日本語" is 日本, 本語 and 語. So whatever
 * stands there is found by its pairs, and one character as the beginning of a word. */
bool oc_word_next(oc_str text, size_t *at, oc_word *out);

#endif
