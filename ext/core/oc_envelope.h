/* What is published on a shop's channel, and what the gateway makes of it.
 *
 * "VISITOR \t OPERATORS \n JSON". VISITOR: the actor whose streams get the event, "" no visitor's (a note's is always
 * so), "*" all visitors'. OPERATORS: "5,7" those operators' streams, "" none, "*" all of the shop.
 * JSON: an object of ours that begins with {"event":"NAME", and has no line breaks. */
#ifndef OC_ENVELOPE_H
#define OC_ENVELOPE_H

#include "core/oc_model.h"

typedef struct {
	oc_str visitor, operators, json, name;
} oc_envelope;

/* The parts point into payload. false: not of this form; OPERATORS other than numbers and commas is not either. */
bool oc_envelope_parse(oc_str payload, oc_envelope *out);

/* The next number of OPERATORS; false at the end. */
bool oc_envelope_operator(oc_str *operators, uint32_t *out);

/* A number member of an event, found outside of its texts (whose quotes are escaped). */
bool oc_event_number(oc_str json, const char *member, uint64_t *out);
/* A text member without escapes in it. */
bool oc_event_word(oc_str json, const char *member, oc_str *out);

/* One event of text/event-stream: "event: NAME\ndata: JSON\n\n". */
oc_str oc_event_frame(oc_arena *a, oc_str name, oc_str json);

#endif
