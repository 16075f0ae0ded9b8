/* What a routing transaction reads under its lock. */
#include "store/oc_tx.h"

void oc_tx_conversation_row(const oc_rows *r, unsigned row, unsigned from, oc_tx_conversation *out)
{
	*out = (oc_tx_conversation){
		.id = oc_cell_u64(r, row, from),
		.thread = oc_cell_u64(r, row, from + 1),
		.visitor = oc_cell(r, row, from + 2),
		.name = oc_cell(r, row, from + 3),
		.status = (oc_status)oc_cell_u64(r, row, from + 4),
		.operator_id = (uint32_t)oc_cell_u64(r, row, from + 5),
		.last_number = (uint32_t)oc_cell_u64(r, row, from + 6),
		.revision = (uint32_t)oc_cell_u64(r, row, from + 7),
		.started_at = oc_cell_u64(r, row, from + 8),
		.waiting_since = oc_cell_u64(r, row, from + 9),
		.assistants = oc_cell(r, row, from + 10),
		.language = oc_cell(r, row, from + 11),
	};
}

void oc_tx_operator_row(const oc_rows *r, unsigned row, unsigned from, oc_tx_operator *out)
{
	*out = (oc_tx_operator){
		.known = oc_cell(r, row, from).p != NULL,
		.id = (uint32_t)oc_cell_u64(r, row, from),
		.name = oc_cell(r, row, from + 1),
		.online = oc_cell_u64(r, row, from + 2) != 0,
		.capacity = (uint32_t)oc_cell_u64(r, row, from + 3),
		.load = (uint32_t)oc_cell_u64(r, row, from + 4),
		.idle_since = oc_cell_u64(r, row, from + 5),
		.away_since = oc_cell_u64(r, row, from + 6),
		.away_stage = (uint32_t)oc_cell_u64(r, row, from + 7),
		.languages = oc_cell(r, row, from + 8),
	};
}

void oc_tx_conversation_select(oc_tx *tx, uint64_t id)
{
	oc_sql_add(&tx->sql,
		"SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop = c.shop AND"
		" o.id = c.operator WHERE c.id = %u AND c.shop = %u FOR UPDATE", "assistant", "conversation", "operator", id,
		(uint64_t)tx->call->chat->shop);
}

bool oc_tx_conversation_found(oc_tx *tx, const oc_rows *r, uint64_t id, oc_tx_conversation *conv, oc_tx_operator *owner)
{
	if (r->rows == 0) {
		return oc_fail(tx->call->error, OC_E_NOT_FOUND, "conversation", "conversation: there is no number %llu in this shop",
			(unsigned long long)id);
	}
	oc_tx_conversation_row(r, 0, 0, conv);
	oc_tx_operator_row(r, 0, OC_CONVERSATION_N_COLUMNS, owner);
	return true;
}

bool oc_tx_conversation_read(oc_tx *tx, uint64_t id, oc_tx_conversation *conv, oc_tx_operator *owner)
{
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_tx_conversation_select(tx, id);
	return oc_tx_send(tx, first, &r) && oc_tx_conversation_found(tx, &r[0], id, conv, owner);
}

void oc_tx_operator_select(oc_tx *tx, uint32_t id)
{
	oc_sql_add(&tx->sql, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.id = %u", "operator",
		(uint64_t)tx->call->chat->shop, (uint64_t)id);
}

void oc_tx_operator_found(const oc_rows *r, uint32_t id, oc_tx_operator *out)
{
	if (r->rows) {
		oc_tx_operator_row(r, 0, 0, out);
	} else {
		*out = (oc_tx_operator){.id = id};
	}
}

bool oc_tx_operator_read(oc_tx *tx, uint32_t id, oc_tx_operator *out)
{
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_tx_operator_select(tx, id);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	oc_tx_operator_found(&r[0], id, out);
	return true;
}
