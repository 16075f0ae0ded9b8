#include "store/oc_redis.h"

#include <stdio.h>
#include <string.h>

/* unusable: every command of ours would fail likewise, so the breaker opens. */
static const struct {
	const char *code, *advice;
	bool unusable;
} replies[] = {
	{"LOADING", "it is still loading its data; wait for it", true},
	{"READONLY", "this is a read-only replica; give the address of the primary", true},
	{"MASTERDOWN", "this replica has lost its primary; give the address of the primary", true},
	{"MISCONF", "it refuses writes because it cannot save snapshots; see its log, mend the disk or "
	            "set stop-writes-on-bgsave-error no", true},
	{"OOM", "its memory is full; raise maxmemory or set maxmemory-policy allkeys-lru", true},
	{"BUSY", "another client's script blocks it; run SCRIPT KILL", true},
	{"UNKILLABLE", "another client's script blocks it; restart it", true},
	{"NOAUTH", "it asks for a password; set redis.password", true},
	{"WRONGPASS", "user or password is wrong; check redis.user and redis.password", true},
	{"NOPERM", "this user may not run the chat's commands; grant +@all on the keys ~{oc:* and channels &{oc:*", true},
	{"NOREPLICAS", "it refuses writes without enough replicas; mend them or lower min-replicas-to-write", true},
	{"CLUSTERDOWN", "Redis Cluster is not supported; give a single server's address", true},
	{"MOVED", "Redis Cluster is not supported; give a single server's address", true},
	{"CROSSSLOT", "Redis Cluster is not supported; give a single server's address", true},
	{"ERR max number of clients", "it has no connection left; raise maxclients or lower pm.max_children", true},
	{"ERR DB index is out of range", "there is no such database; check redis.database", true},
	{"ERR invalid password", "the password is wrong; check redis.password", true},
	{"ERR AUTH", "it has no password; remove redis.password, or set requirepass", true},
	{"ERR Client sent AUTH", "it has no password; remove redis.password, or set requirepass", true},
	{"ERR unknown command", "a command of the chat is disabled or renamed there; allow it", true},
	{"ERR invalid DB index", "there is no such database; check redis.database", true},
};

/* Redis before 7 wraps what a script's command said: "ERR Error running script (…): -OOM …". */
static bool says(const char *reply, const char *code)
{
	char inner[48];

	if (strncmp(reply, code, strlen(code)) == 0) {
		return true;
	}
	snprintf(inner, sizeof inner, "-%s ", code);
	return strncmp(reply, "ERR Error ", 10) == 0 && strstr(reply, inner) != NULL;
}

bool oc_redis_refused(oc_error *e, const char *reply)
{
	for (size_t i = 0; i < sizeof replies / sizeof *replies; i++) {
		if (says(reply, replies[i].code)) {
			oc_fail(e, OC_E_REDIS, NULL, "Redis cannot be used: %s (it said: %.150s)", replies[i].advice, reply);
			return replies[i].unusable;
		}
	}
	oc_fail(e, OC_E_REDIS, NULL, "Redis refused a command: %.300s", reply);
	return false;
}
