import { randomBytes } from 'node:crypto';

/** A visitor without a browser, for tests that need many: the same two addresses, no page. */
export class Caller {
    /**
     * @param {string} url
     * @param {number} [shop] of the stand-in's two
     * @param {{entry: string, ticket: string}} [paths] where a shop that is not the stand-in has them
     */
    constructor(url, shop = 1, paths = { entry: `/entry.php?shop=${shop}`, ticket: `/ticket.php?shop=${shop}` }) {
        Object.assign(this, { url, shop, paths, ticket: '', conversation: 0, after: 0, revision: 0 });
    }

    async start(text) {
        const response = await fetch(`${this.url}${this.paths.ticket}`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}',
        });

        this.ticket = (await response.json()).ticket;
        const placement = await this.#post('start', { text, first: true, about: {} });
        this.conversation = placement.conversation;

        return placement;
    }

    say(text) {
        return this.#post('post', { conversation: this.conversation, text, seen: 0 });
    }

    end() {
        return this.#post('end', { conversation: this.conversation });
    }

    async #post(action, body) {
        const response = await fetch(`${this.url}${this.paths.entry}&action=${action}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Onlinechat-Ticket': this.ticket },
            body: JSON.stringify({ key: randomBytes(16).toString('hex'), ...body }),
        });

        if (!response.ok) {
            throw new Error(`${action}: ${response.status} ${await response.text()}`);
        }

        return response.json();
    }
}
