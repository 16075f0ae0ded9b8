const PATIENCE = 10000;

/**
 * What is known of the person in a conversation beside their messages: where in the shop they are (the entry says),
 * and what PrestaShop knows. Read when somebody wants to see it, and again on demand; never by itself.
 *
 * trail: {pages, agent, here}; customer: docs of links.customer, null for a guest; product: {name, url} or null
 */
export class Knowledge {
    /** @param {{room: import('./room.js').Room, shop: object, config: object, get?: (url: string) => Promise<object>}} options */
    constructor({ room, shop, config, get = getJson }) {
        Object.assign(this, { room, shop, link: config.links.customer, get, state: 'unread', trail: null, customer: null, product: null });
    }

    /** Read once; a second wish while that is under way waits for the same answer. */
    read() {
        this.reading ??= this.#read().finally(() => {
            this.reading = null;
        });

        return this.reading;
    }

    /** For a use that can do without: what is known, read if it never was. */
    async known() {
        if (this.state === 'unread') {
            await this.read();
        }

        return this;
    }

    /** @returns {object|null} the page being viewed now */
    get page() {
        return this.trail?.pages?.[0] ?? null;
    }

    async #read() {
        const [trail, facts] = await Promise.allSettled([this.#trail(), this.#facts()]);

        this.state = facts.status === 'fulfilled' ? 'read' : 'failed';
        this.problem = facts.reason?.message ?? '';
        this.trail = trail.value ?? null;
        Object.assign(this, facts.value);
    }

    #trail() {
        this.asked = this.room.api.call('trail', { query: { conversation: this.room.id } });

        return this.asked;
    }

    /** The product is that of the page, so the page comes first; without it the customer is told anyway. */
    async #facts() {
        const { line } = this.room;
        const trail = await this.asked.catch(() => null);
        const page = trail?.pages?.[0]?.url ?? '';

        if (!this.link || !line?.customer && !page) {
            return { customer: null, product: null };
        }
        const query = new URLSearchParams({ id_customer: line?.customer ?? 0, id_shop: this.shop.id, page });
        const { product = null, ...customer } = await this.get(`${this.link}${this.link.includes('?') ? '&' : '?'}${query}`);

        return { product, customer: customer.id ? customer : null };
    }
}

const all = new WeakMap();

/** The one of a room: the panel and the canned replies share what was read. */
export function knowledgeOf({ room, shop, config }) {
    if (!all.has(room)) {
        all.set(room, new Knowledge({ room, shop, config }));
    }

    return all.get(room);
}

/** @throws {Error} with the problem's own words where it has some */
export async function getJson(url) {
    const response = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) });
    const json = /[/+]json\b/.test(response.headers.get('Content-Type') ?? '');

    if (!response.ok || response.redirected || !json) {
        const { detail } = json ? await response.json() : {};
        throw new Error(detail ?? `HTTP ${response.status}`);
    }

    return response.json();
}
