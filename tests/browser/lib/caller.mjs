import { randomBytes } from 'node:crypto';

/** A visitor without a browser, for tests that need many: the same two addresses, no page. */
export class Caller {
    /** @param {string} url @param {number} [shop] of the stand-in's two */
    constructor(url, shop = 1) {
        Object.assign(this, { url, shop, ticket: '', conversation: 0, after: 0, revision: 0 });
    }

    async start(text) {
        const response = await fetch(`${this.url}/ticket.php?shop=${this.shop}`, {
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
        const response = await fetch(`${this.url}/entry.php?shop=${this.shop}&action=${action}`, {
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
