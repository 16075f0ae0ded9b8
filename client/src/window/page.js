/** Names of what in an address is for its reader alone: a password's reset, an order's follow-up. */
const SECRET = /token|mail|pass|(^|_)key$/i;

/** Address and title of a page, without what is secret in the address. */
export function pageOf({ location, title }) {
    const query = new URLSearchParams(location.search);

    [...query.keys()].filter((name) => SECRET.test(name)).forEach((name) => query.delete(name));
    const rest = query.toString();

    return { url: (location.pathname + (rest && `?${rest}`)).slice(0, 2000), title: title.slice(0, 200) };
}
