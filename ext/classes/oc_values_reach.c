/* What reaches people beside the conversation itself: pages, messages left, mails. */
#include "classes/oc_slots.h"
#include "classes/oc_values.h"

void oc_value_trail(zval *out, const oc_trail *v)
{
	zval pages, page;

	array_init_size(&pages, (uint32_t)v->n);
	for (size_t i = 0; i < v->n; i++) {
		array_init_size(&page, 3);
		add_assoc_stringl(&page, "url", v->pages[i].url.p, v->pages[i].url.n);
		add_assoc_stringl(&page, "title", v->pages[i].title.p, v->pages[i].title.n);
		add_assoc_long(&page, "at", (zend_long)v->pages[i].at);
		add_next_index_zval(&pages, &page);
	}
	array_init_size(out, 3);
	add_assoc_zval(out, "pages", &pages);
	add_assoc_stringl(out, "agent", v->browser.n ? v->browser.p : "", v->browser.n);
	if (v->here < 0) {
		add_assoc_null(out, "here");
	} else {
		add_assoc_bool(out, "here", v->here > 0);
	}
}

/* Only what was filled in. */
static void put_fields(oc_slots *s, const oc_form *v)
{
	zval *fields = oc_slot(s);

	array_init(fields);
	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		if (v->field[i].n) {
			add_assoc_stringl(fields, oc_form_name((oc_form_field)i), v->field[i].p, v->field[i].n);
		}
	}
}

void oc_value_history_page(zval *out, const oc_history_found *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_HistoryPage);

	oc_value_threads(oc_slot(&s), v->lines, v->n);
	oc_put_long(&s, v->total);
	oc_put_bool(&s, v->exact);
	oc_put_long(&s, v->offset);
	oc_put_str_or_null(&s, v->next);
	oc_put_str_or_null(&s, v->previous);
}

static void value_statistic(zval *out, const uint64_t *bounds, const oc_statistic *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Statistics);

	oc_put_long(&s, bounds[v->period]);
	oc_put_long(&s, bounds[v->period + 1]);
	oc_put_long_or_null(&s, v->operator_id);
	oc_put_str_or_null(&s, v->operator_name);
	oc_put_long(&s, v->conversations);
	oc_put_long(&s, v->abandoned);
	oc_put_long(&s, v->missed);
	oc_put_long(&s, v->waited);
	oc_put_long(&s, v->waited_us / 1000);
	oc_put_long(&s, v->answered);
	oc_put_long(&s, v->answer_us / 1000);
	oc_put_long(&s, v->length_us / 1000);
	oc_put_long(&s, v->visitor_messages);
	oc_put_long(&s, v->operator_messages);
}

void oc_value_statistics(zval *out, const uint64_t *bounds, const oc_statistic *list, size_t n)
{
	zval one;

	array_init_size(out, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		value_statistic(&one, bounds, &list[i]);
		add_next_index_zval(out, &one);
	}
}

void oc_value_messages_list(zval *out, const oc_messages *list, size_t n)
{
	zval item;

	array_init_size(out, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_messages(&item, &list[i]);
		add_next_index_zval(out, &item);
	}
}

void oc_value_history_part(zval *out, const oc_messages *list, size_t n, oc_str next)
{
	oc_slots s = oc_slots_new(out, oc_ce_HistoryPart);

	oc_value_messages_list(oc_slot(&s), list, n);
	oc_put_str_or_null(&s, next.n ? next : (oc_str){NULL, 0});
}

void oc_value_mail(zval *out, const oc_mail *v)
{
	static const char *const states[] = {"", "new", "sent", "failed", "off"};
	oc_slots s = oc_slots_new(out, oc_ce_OfflineMessage);

	oc_put_long(&s, v->id);
	put_fields(&s, &v->form);
	oc_put_long_or_null(&s, v->customer);
	oc_put_str(&s, v->language);
	oc_put_long(&s, v->at);
	oc_put_str(&s, oc_str_of(states[v->state]));
	oc_put_str(&s, v->reason);
	oc_put_long(&s, v->attempts);
}

void oc_value_unread(zval *out, const oc_unread *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_UnreadAnswer);

	oc_put_long(&s, v->conversation);
	oc_put_long(&s, v->customer);
	oc_put_str(&s, v->name);
	oc_put_str(&s, v->email);
	oc_put_str(&s, v->language);
	oc_value_message_list(oc_slot(&s), v->list, v->n);
}
