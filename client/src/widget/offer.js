/**
 * Whom the owner offers the chat. The shop's page may be in a cache for everybody, so the browser decides, by the cookie
 * that signing in sets; the ticket page checks its signature.
 *
 * @param {{to?: string, groups?: number[]}|undefined} offer of the public settings
 * @param {string} who the cookie "onlinechat_who_SHOP": "GROUP.GROUP~SIGNATURE", "" for a guest
 */
export function offered(offer, who) {
    if (!['customers', 'groups'].includes(offer?.to)) {
        return true;
    }
    const [groups, signature] = who.replace(/%7e/i, '~').split('~');

    return Boolean(signature) && (offer.to === 'customers' || groups.split('.').some((id) => offer.groups?.includes(Number(id))));
}
