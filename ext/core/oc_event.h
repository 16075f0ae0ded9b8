/* The events published after a commit, as JSON. */
#ifndef OC_EVENT_H
#define OC_EVENT_H

#include "core/oc_model.h"

/* {"event":"message","conversation":7,"number":3,"author":"visitor","name":"…","text":"…","at":ms,
 *  "status":"ongoing","revision":5}
 * author "note" is for operators only: who passes events on to visitors leaves these out. */
oc_str oc_event_message(oc_arena *a, uint64_t conversation, const oc_message *m, oc_status status, uint32_t revision);

/* {"event":"state","conversation":7,"status":"waiting","revision":5,"operator":3,"operatorName":"…",
 *  "operatorAway":false,"position":1}
 * operator and operatorName are null while nobody has it; position is 0 unless waiting. */
oc_str oc_event_state(oc_arena *a, uint64_t conversation, oc_status status, uint32_t revision, uint32_t operator_id,
	oc_str operator_name, bool away, uint32_t position);

#endif
