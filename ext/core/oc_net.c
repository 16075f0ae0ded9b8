#include "core/oc_net.h"

#include <string.h>

#ifdef _WIN32
# include <winsock2.h>
# include <ws2tcpip.h>
#else
# include <arpa/inet.h>
#endif

static const uint8_t MAPPED[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

static bool is4(const oc_ip *ip)
{
	return memcmp(ip->byte, MAPPED, sizeof MAPPED) == 0;
}

oc_ip oc_ip4(const uint8_t byte[4])
{
	oc_ip ip;

	memcpy(ip.byte, MAPPED, sizeof MAPPED);
	memcpy(ip.byte + sizeof MAPPED, byte, 4);
	return ip;
}

bool oc_ip_parse(oc_str text, oc_ip *out)
{
	char copy[46];
	uint8_t four[4];

	if (text.n == 0 || text.n >= sizeof copy || memchr(text.p, 0, text.n)) {
		return false;
	}
	memcpy(copy, text.p, text.n);
	copy[text.n] = 0;
	if (inet_pton(AF_INET, copy, four) == 1) {
		*out = oc_ip4(four);
		return true;
	}
	return inet_pton(AF_INET6, copy, out->byte) == 1;
}

static bool rest_is_zero(const oc_network *n)
{
	for (unsigned bit = n->bits; bit < 128; bit++) {
		if (n->at.byte[bit / 8] & (0x80 >> bit % 8)) {
			return false;
		}
	}
	return true;
}

bool oc_network_parse(oc_str text, oc_network *out)
{
	const char *slash = text.n ? memchr(text.p, '/', text.n) : NULL;
	oc_str address = {text.p, slash ? (size_t)(slash - text.p) : text.n};
	uint64_t bits = 0;
	unsigned most;

	if (!oc_ip_parse(address, &out->at)) {
		return false;
	}
	most = memchr(address.p, ':', address.n) ? 128 : 32;
	if (slash && (!oc_str_u64((oc_str){slash + 1, text.n - address.n - 1}, &bits) || bits > most)) {
		return false;
	}
	out->bits = slash ? (unsigned)bits + 128 - most : 128;
	return rest_is_zero(out);
}

bool oc_network_has(const oc_network *n, const oc_ip *ip)
{
	unsigned whole = n->bits / 8, left = n->bits % 8;

	return memcmp(n->at.byte, ip->byte, whole) == 0 &&
		(left == 0 || ((n->at.byte[whole] ^ ip->byte[whole]) & (0xff00 >> left) & 0xff) == 0);
}

bool oc_networks_have(const oc_network *list, size_t n, const oc_ip *ip)
{
	for (size_t i = 0; i < n; i++) {
		if (oc_network_has(&list[i], ip)) {
			return true;
		}
	}
	return false;
}

/* The last word of a list, cut off it. */
static oc_str last_word(oc_str *list)
{
	size_t end = list->n, from;
	oc_str word;

	for (from = end; from > 0 && list->p[from - 1] != ','; from--) {
	}
	word = (oc_str){list->p + from, end - from};
	list->n = from > 0 ? from - 1 : 0;
	while (word.n && word.p[0] == ' ') {
		word.p++;
		word.n--;
	}
	while (word.n && word.p[word.n - 1] == ' ') {
		word.n--;
	}
	return word;
}

oc_ip oc_ip_of_request(const oc_ip *peer, oc_str forwarded, const oc_network *trusted, size_t n)
{
	oc_ip found = peer ? *peer : (oc_ip){{0}}, next;

	if (peer && !oc_networks_have(trusted, n, peer)) {
		return found;
	}
	while (forwarded.n) {
		/* What stands before something that is no address may be anybody's invention. */
		if (!oc_ip_parse(last_word(&forwarded), &next)) {
			return found;
		}
		found = next;
		if (!oc_networks_have(trusted, n, &found)) {
			return found;
		}
	}
	return found;
}

oc_ip oc_ip_counted(oc_ip ip)
{
	if (!is4(&ip)) {
		memset(ip.byte + 8, 0, 8);
	}
	return ip;
}
