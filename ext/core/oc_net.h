/* Addresses: networks of trusted proxies, and whose address counts behind them. */
#ifndef OC_NET_H
#define OC_NET_H

#include "core/oc_base.h"

/* IPv4 is kept as ::ffff:a.b.c.d. */
typedef struct {
	uint8_t byte[16];
} oc_ip;

typedef struct {
	oc_ip at;
	unsigned bits; /* of the 128 */
} oc_network;

bool oc_ip_parse(oc_str text, oc_ip *out);
oc_ip oc_ip4(const uint8_t byte[4]);
/* "10.0.0.0/8", "2001:db8::/32", or an address alone; bits past the mask must be zero. */
bool oc_network_parse(oc_str text, oc_network *out);
bool oc_network_has(const oc_network *n, const oc_ip *ip);
bool oc_networks_have(const oc_network *list, size_t n, const oc_ip *ip);

/* Who sent the request. peer: who is connected, NULL for a Unix socket, which only a proxy uses. From a trusted peer the
 * last address of X-Forwarded-For that is no trusted proxy's; where there is none, the peer itself (a Unix socket: ::). */
oc_ip oc_ip_of_request(const oc_ip *peer, oc_str forwarded, const oc_network *trusted, size_t n);

/* What a limit counts: the address, of IPv6 its /64 network. */
oc_ip oc_ip_counted(oc_ip ip);

#endif
