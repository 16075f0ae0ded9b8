import { fitting, roomForOneMore, shownOf, withOpened } from './layout.js';

/** Which conversations' windows are open (G12, G14, G15). Kept in the memory, drawn by the element. */
export class Windows {
    /**
     * @param {{
     *   desks: import('./desks.js').Desks, memory: import('./memory.js').Memory, width: () => number,
     *   remember: (change: object) => void
     * }} options width: what there is for recap and windows, CSS pixels. remember: changes the memory and draws
     */
    constructor({ desks, memory, width, remember }) {
        Object.assign(this, { desks, memory, width, remember });
    }

    /** The windows that fit, in the order they stand in. */
    get shown() {
        return shownOf(this.memory.open, fitting(this.width()));
    }

    /** @returns {{id: number, used: number, minimised: boolean, shop: number}|undefined} */
    find(id) {
        return this.memory.open.find((one) => one.id === id);
    }

    /** A supervisor's windows on what no board of theirs lists. */
    get readAlong() {
        return this.shown.filter(({ id, shop, along, minimised }) => along && !minimised && !this.desks.of(id, shop).line(id));
    }

    /**
     * In the place of the one used longest ago if there is no room (G15).
     *
     * @param {{shop?: number, along?: boolean}} [about] along: a colleague's, to be read only
     */
    put(id, { shop = 0, along = false } = {}) {
        const room = { id, used: Date.now(), minimised: false, shop: this.desks.of(id, shop).shop.id, along };
        const open = withOpened(this.memory.open, room, fitting(this.width()));

        this.memory.open.filter((one) => !open.includes(one)).forEach((replaced) => this.#consider(replaced.id));
        this.#consider(id);
        this.remember({ open });
    }

    /** It stays in Ongoing (G14). */
    hide(id) {
        this.#consider(id);
        this.remember({ open: this.memory.open.filter((one) => one.id !== id) });
    }

    minimise(id) {
        this.remember({ open: this.memory.open.map((one) => (one.id === id ? { ...one, minimised: !one.minimised } : one)) });
    }

    used(id) {
        const one = this.find(id);

        if (one) {
            one.used = Date.now();
            this.memory.save();
        }
    }

    /**
     * G12: a new conversation or message opens a window where there is room for one, in a page that is looked at; it
     * never takes the focus.
     *
     * @param {boolean} hidden is the page hidden
     */
    openByThemselves(hidden) {
        if (!this.desks.complete) {
            return;
        }
        this.memory.prune(new Set(this.desks.lines.map(({ id }) => id)));
        this.#closeArchived();
        if (hidden) {
            return;
        }
        for (const line of this.desks.list('ongoing')) {
            const before = this.memory.considered[line.id];
            const fresh = before === undefined || line.last > before && this.desks.unread(line) > 0;

            if (fresh && !this.find(line.id)) {
                this.#consider(line.id);
                if (roomForOneMore(this.width(), this.memory.open.length)) {
                    this.put(line.id);
                } else {
                    this.memory.save();
                }
            }
        }
    }

    /** At sign-off finished conversations go into the history (G18), and their windows with them. */
    #closeArchived() {
        const stays = ({ id, shop, along }) => {
            const desk = this.desks.of(id, shop);

            return desk.online || along || desk.line(id);
        };

        if (!this.memory.open.every(stays)) {
            this.memory.open = this.memory.open.filter(stays);
            this.memory.save();
        }
    }

    #consider(id) {
        this.memory.considered[id] = this.desks.line(id)?.last ?? 0;
    }
}
