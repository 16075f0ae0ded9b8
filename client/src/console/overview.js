import { realClock } from '../shared/clock.js';

const EVERY = 5000;
const EVERY_READING = 2000;
const PAGE = 200;

/**
 * All open conversations of the shops, for supervisors; asked for while the list is looked at. And those a supervisor
 * reads without having them: asked for more often, one by one, while their windows are looked at. Nothing is told of
 * either: only who has a conversation says what they have read.
 */
export class Overview {
    /** @param {{desks: import('./desks.js').Desks, onchange: () => void, clock?: typeof realClock}} options */
    constructor({ desks, onchange, clock = realClock }) {
        Object.assign(this, { desks, onchange, lines: [], read: [] });
        this.list = new Round(clock, EVERY, () => this.#list());
        this.along = new Round(clock, EVERY_READING, () => this.#along());
    }

    /**
     * @param {boolean} looking is the list to be seen
     * @param {{id: number, shop: number}[]} read conversations whose windows are, and that nobody gave me
     */
    look(looking, read = []) {
        const more = read.some(({ id }) => this.read.every((one) => one.id !== id));

        this.read = read;
        this.list.run(looking);
        this.along.run(read.length > 0, more);
    }

    async #list() {
        const lists = await Promise.all(this.desks.all.map((desk) => this.#all(desk)));

        this.lines = lists.flat().sort((a, b) => b.lastAt - a.lastAt);
        this.onchange();
    }

    async #all(desk) {
        const lines = [];

        for (let page; !page || page.length === PAGE;) {
            page = await this.#page(desk, lines.at(-1)?.id ?? 0, PAGE);
            lines.push(...page);
        }

        return lines;
    }

    async #along() {
        await Promise.all(this.read.map(async ({ id, shop }) => {
            const desk = this.desks.of(id, shop);
            const [line] = await this.#page(desk, id - 1, 1);

            desk.readAlong(id, line?.id === id ? line : null);
        }));
    }

    async #page(desk, after, limit) {
        const { conversations } = await desk.api.call('overview', { query: { after, limit } });

        return conversations.map((line) => ({ ...line, shop: desk.shop.id }));
    }
}

/** Does something again and again while it is wanted. */
class Round {
    constructor(clock, every, does) {
        Object.assign(this, { clock, every, does, wanted: false, timer: null });
    }

    /** @param {boolean} now at once, also where the round goes on anyway */
    run(wanted, now = false) {
        if (wanted !== this.wanted || wanted && now) {
            this.wanted = wanted;
            this.clock.clearTimeout(this.timer);
            if (wanted) {
                this.#once();
            }
        }
    }

    async #once() {
        const timer = this.timer = {};

        try {
            await this.does();
        } catch {
            // what is shown stays until the next look; the link's own state says that something is wrong
        }
        if (this.wanted && this.timer === timer) {
            this.timer = this.clock.setTimeout(() => this.#once(), this.every);
        }
    }
}
