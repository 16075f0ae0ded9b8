/** Names of what in an address is for its reader alone: a password's reset, an order's follow-up. */
const SECRET = /token|mail|pass|(^|_)key$/i;

/** Address and title of a page, without what is secret in the address. */
function pageOf({ location, title }) {
    const query = new URLSearchParams(location.search);

    [...query.keys()].filter((name) => SECRET.test(name)).forEach((name) => query.delete(name));
    const rest = query.toString();

    return { url: (location.pathname + (rest && `?${rest}`)).slice(0, 2000), title: title.slice(0, 200) };
}

/**
 * Tells which page is looked at, once a page view, and only to a shop whose chat was opened (issue 5.6).
 *
 * @param {import('./session.js').Session} session
 */
export function tellPage(session) {
    if (!session.visited) {
        session.visited = true;
        // what is not known of a page is no reason to trouble anybody
        session.api.call('visit', { body: pageOf(document) }).catch(() => {});
    }
}
