/* How the lines of a filter are got at: along which indexes, and what that costs. */
#ifndef OC_LEAD_H
#define OC_LEAD_H

#include "store/oc_history.h"
#include "store/oc_mysql.h"

#define OC_LEAD_BRANCHES 4

/* Each branch finds lines that no other finds, along an index of its own. */
typedef struct {
	struct {
		const char *from;  /* the table with the alias t, and the index to be taken */
		const char *where; /* what that index answers */
	} branch[OC_LEAD_BRANCHES];
	unsigned n;
	const char *rest; /* " AND …", looked at line by line, or "" */
	const char *number; /* "SELECT" of how many there are, without reading the lines; NULL: they must be */
	const char *slow; /* the filter for which it may pass over many lines; NULL: none */
} oc_lead;

/* store/oc_lead.c: ways to the lines of a filter. */
typedef enum { OC_WAY_TIME, OC_WAY_PERSON, OC_WAY_NAME, OC_WAY_EMAIL, OC_WAY_PHONE, OC_WAY_OPERATOR, OC_WAYS } oc_way;

/* false: this filter has no such way. */
bool oc_lead_by(oc_call *c, const oc_filter *f, oc_way way, oc_lead *out);

/* store/oc_lead_choose.c */
typedef struct {
	oc_lead page;      /* gives lines in order, or few */
	oc_lead count;     /* reads the fewest */
	uint64_t estimate; /* about how many lines that are */
	bool countable;    /* so few that they are counted */
} oc_leads;

/* Asks the optimizer, unless there is one way only. */
bool oc_leads_choose(oc_db *db, const oc_filter *f, oc_leads *out);

/* Lines on one side of a place, nearest first. */
typedef struct {
	bool descending;         /* newest first */
	const oc_position *beyond; /* NULL: from that order's beginning */
	bool including;          /* the line at that place, too */
	uint32_t pass, limit;
} oc_stretch;

/* "SELECT at, id" of the stretch. */
oc_str oc_lead_places(oc_call *c, const oc_lead *l, const oc_stretch *s);
/* "SELECT" of their number. */
oc_str oc_lead_counts(oc_call *c, const oc_lead *l);

/* store/oc_waypoint.c: places that pages ended at lately, and how many lines there are up to them. Redis's, so that they
 * may be gone at any time. */
void oc_waypoint_leave(oc_call *c, const oc_page_ask *a, const oc_position *at);
/* The nearest to so many lines; false: none is known. */
bool oc_waypoint_nearest(oc_call *c, const oc_page_ask *a, uint32_t offset, oc_position *out);

#endif
