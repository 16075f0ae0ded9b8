/* A message is a moment's work that should not wait for somebody's long computation: the process asks for short turns on
 * the processor, which come sooner (EEVDF, Linux 6.12 and later; it gets no more of the processor, and needs no right). */
#include "gateway/oc_gateway.h"

#ifdef __linux__
# include <sys/syscall.h>
# include <unistd.h>
#endif

#define TURN_NS 100000 /* the least there is; the system's own is some milliseconds */

void oc_gw_prompt(void)
{
#ifdef SYS_sched_setattr
	/* struct sched_attr (sched_setattr(2)), which C libraries name only lately. */
	struct {
		uint32_t size, policy;
		uint64_t flags;
		int32_t nice;
		uint32_t priority;
		uint64_t runtime, deadline, period;
	} attributes = {0};

	/* A policy or nice value somebody chose is kept. Older kernels ignore the rest: nothing is lost then. */
	if (syscall(SYS_sched_getattr, 0, &attributes, sizeof attributes, 0) == 0 && attributes.policy == 0) {
		attributes.size = sizeof attributes;
		attributes.runtime = TURN_NS;
		syscall(SYS_sched_setattr, 0, &attributes, 0);
	}
#endif
}
