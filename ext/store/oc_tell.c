/* What Redis hears after a commit. */
#include "store/oc_clocks.h"
#include "store/oc_gate.h"
#include "store/oc_redis.h"

static void put_heads(oc_words *w, const oc_tell *t)
{
	for (size_t i = 0; i < t->n_heads; i++) {
		const oc_tell_head *h = &t->heads[i];

		oc_word_u64(w, h->conversation);
		oc_word_u64(w, h->number);
		oc_word_u64(w, h->revision);
		oc_word_u64(w, h->operator_id);
		oc_word_u64(w, h->operator_away ? 1 : 0);
		oc_word_u64(w, (uint64_t)h->status);
		oc_word(w, h->visitor);
		oc_word(w, h->event);
		oc_word(w, h->assistants);
	}
}

static void put_operators(oc_words *w, const uint32_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		oc_word_u64(w, list[i]);
	}
}

bool oc_tell_send(oc_call *c, const oc_tell *t)
{
	size_t n = 15 + 9 * t->n_heads + t->n_boards + t->n_online + t->n_offline + t->n_away + t->n_closed;
	oc_words w = oc_script_call(c, &oc_script_tell, n);

	oc_word(&w, t->maximum ? oc_gate_verdict(c->arena, t) : OC_STR(""));
	oc_word_u64(&w, t->decision);
	oc_word_u64(&w, t->settings);
	oc_word_u64(&w, t->queue_changed ? 1 : 0);
	oc_word_u64(&w, OC_GATE_MS);
	oc_word_u64(&w, OC_AWAY_MS);
	oc_word_u64(&w, OC_GONE_MS);
	oc_word_u64(&w, t->n_heads);
	oc_word_u64(&w, t->n_boards);
	oc_word_u64(&w, t->n_online);
	oc_word_u64(&w, t->n_offline);
	oc_word_u64(&w, t->n_away);
	oc_word_u64(&w, t->n_closed);
	oc_word(&w, t->holder);
	oc_word_u64(&w, t->hold_ms);
	put_heads(&w, t);
	put_operators(&w, t->boards, t->n_boards);
	put_operators(&w, t->online, t->n_online);
	put_operators(&w, t->offline, t->n_offline);
	put_operators(&w, t->away, t->n_away);
	for (size_t i = 0; i < t->n_closed; i++) {
		oc_word_u64(&w, t->closed[i]);
	}
	return oc_redis_said(oc_redis_run(c, &oc_script_tell, &w));
}
