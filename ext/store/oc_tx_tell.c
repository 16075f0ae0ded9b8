/* What Redis hears after the commit, gathered while a transaction goes. */
#include "store/oc_tx.h"

#include <string.h>

#include "core/oc_event.h"
#include "core/oc_text.h"

void *oc_grow(oc_arena *a, void *list, size_t n, size_t *size, size_t item)
{
	void *more;

	if (n < *size) {
		return list;
	}
	*size = *size ? *size * 2 : 8;
	more = oc_alloc(a, *size * item);
	if (n) {
		memcpy(more, list, n * item);
	}
	return more;
}

static void add_id(oc_tx *tx, uint32_t **list, size_t *n, size_t *size, uint32_t id)
{
	*list = oc_grow(tx->call->arena, *list, *n, size, sizeof(uint32_t));
	(*list)[(*n)++] = id;
}

void oc_tx_board(oc_tx *tx, uint32_t operator_id)
{
	if (operator_id && (tx->tell.n_boards == 0 || tx->tell.boards[tx->tell.n_boards - 1] != operator_id)) {
		add_id(tx, &tx->tell.boards, &tx->tell.n_boards, &tx->size_boards, operator_id);
	}
}

void oc_tx_boards(oc_tx *tx, const oc_tx_conversation *conv)
{
	uint32_t list[OC_ASSISTANTS_MOST];
	size_t n = oc_ids_parse(conv->assistants, list, OC_ASSISTANTS_MOST);

	oc_tx_board(tx, conv->operator_id);
	for (size_t i = 0; i < n; i++) {
		oc_tx_board(tx, list[i]);
	}
}

void oc_tx_head(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *o)
{
	oc_tell *t = &tx->tell;
	bool away = o && o->known && o->away_stage >= 2;

	t->heads = oc_grow(tx->call->arena, t->heads, t->n_heads, &tx->size_heads, sizeof(oc_tell_head));
	oc_tx_boards(tx, conv);
	t->heads[t->n_heads++] = (oc_tell_head){
		.conversation = conv->id,
		.number = conv->last_number,
		.revision = conv->revision,
		.operator_id = conv->operator_id,
		.operator_away = away,
		.status = conv->status,
		.visitor = conv->visitor,
		.assistants = conv->assistants,
		.event = oc_event_state(tx->call->arena, conv->id, conv->status, conv->revision,
			o && o->known ? conv->operator_id : 0, o && o->known ? o->name : OC_STR(""), away, 0),
	};
}

void oc_tx_presence(oc_tx *tx, uint32_t operator_id, char what)
{
	oc_tell *t = &tx->tell;

	switch (what) {
		case '+': add_id(tx, &t->online, &t->n_online, &tx->size_online, operator_id); break;
		case '-': add_id(tx, &t->offline, &t->n_offline, &tx->size_offline, operator_id); break;
		default: add_id(tx, &t->away, &t->n_away, &tx->size_away, operator_id); break;
	}
	t->queue_changed = true; /* colleagues see who is there */
}
