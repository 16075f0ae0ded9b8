const EVERY = 5000;

/** All open conversations of the shops, for supervisors; asked for while the list is looked at. */
export class Overview {
    /** @param {{desks: import('./desks.js').Desks, onchange: () => void, clock?: {setTimeout: Function, clearTimeout: Function}}} options */
    constructor({ desks, onchange, clock = { setTimeout: (...all) => setTimeout(...all), clearTimeout: (timer) => clearTimeout(timer) } }) {
        Object.assign(this, { desks, onchange, clock, lines: [], looking: false, timer: null });
    }

    /** @param {boolean} looking is the list to be seen */
    look(looking) {
        if (looking !== this.looking) {
            this.looking = looking;
            this.clock.clearTimeout(this.timer);
            if (looking) {
                this.#read();
            }
        }
    }

    async #read() {
        try {
            const lists = await Promise.all(this.desks.all.map(async (desk) => {
                const { conversations } = await desk.api.call('overview', { query: { after: 0, limit: 100 } });

                return conversations.map((line) => ({ ...line, shop: desk.shop.id }));
            }));

            this.lines = lists.flat().sort((a, b) => b.lastAt - a.lastAt);
            this.onchange();
        } catch {
            // what is shown stays until the next look; the link's own state says that something is wrong
        }
        if (this.looking) {
            this.timer = this.clock.setTimeout(() => this.#read(), EVERY);
        }
    }
}
