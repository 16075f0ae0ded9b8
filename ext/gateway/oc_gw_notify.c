/* sd_notify(3) by hand: a datagram to the socket systemd names. */
#include "gateway/oc_gateway.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

void oc_gw_notify_start(oc_gateway *g)
{
	const char *path = getenv("NOTIFY_SOCKET");

	g->notify = -1;
	if (path && (path[0] == '/' || path[0] == '@') && strlen(path) < sizeof ((struct sockaddr_un *)NULL)->sun_path) {
		g->notify_to = oc_dup(&g->own, oc_str_of(path));
		g->notify = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	}
}

void oc_gw_notify(oc_gateway *g, const char *what)
{
	struct sockaddr_un to = {.sun_family = AF_UNIX};

	if (g->notify < 0) {
		return;
	}
	memcpy(to.sun_path, g->notify_to.p, g->notify_to.n);
	if (to.sun_path[0] == '@') {
		to.sun_path[0] = 0;
	}
	/* Nobody to be told is no reason to stop. */
	(void)!sendto(g->notify, what, strlen(what), MSG_NOSIGNAL, (struct sockaddr *)&to,
		(socklen_t)(offsetof(struct sockaddr_un, sun_path) + g->notify_to.n));
}
