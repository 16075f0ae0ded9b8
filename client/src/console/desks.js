import { Leader } from '../shared/leader.js';
import { Desk } from './desk.js';

/** From bad to well: of several shops the console's head shows the worst. */
const LINKS = ['signed-out', 'lost', 'slow', 'connecting', 'well'];

/**
 * The shops an employee serves, a desk each, as one list of conversations. One tab leads for all of them: one poll a
 * shop, whatever the number of tabs.
 */
export class Desks {
    /**
     * @param {{
     *   shops: {shop: object, api: import('../shared/api.js').Api, store: import('../shared/storage.js').Store}[],
     *   home: import('../shared/storage.js').Store, onchange: () => void
     * }} options home: where the names that concern all shops are
     */
    constructor({ shops, home, onchange }) {
        const leading = () => this.leader.leading;

        this.all = shops.map((one) => new Desk({ ...one, leading, onchange }));
        this.leader = new Leader({
            name: home.names('leader'),
            onlead: () => this.all.forEach((desk) => desk.lead()),
            onfollow: () => this.all.forEach((desk) => desk.follow()),
        });
    }

    start() {
        this.leader.start();
        this.all.forEach((desk) => desk.start());
    }

    get several() {
        return this.all.length > 1;
    }

    /** True as soon as every shop's board is known: only then is a conversation that is on none of them gone. */
    get complete() {
        return this.all.every(({ board }) => board);
    }

    get online() {
        return this.all.some(({ online }) => online);
    }

    get link() {
        return LINKS.find((link) => this.all.some((desk) => desk.link === link)) ?? 'connecting';
    }

    get lines() {
        return this.all.flatMap(({ lines }) => lines);
    }

    get typing() {
        return this.all.flatMap(({ typing }) => typing);
    }

    /**
     * The desk of a conversation. Numbers of conversations are of the installation, not of a shop.
     *
     * @param {number} id
     * @param {number} [shop] where it was when no board lists it any more
     */
    of(id, shop = 0) {
        return this.all.find((desk) => desk.line(id) || desk.rooms.has(id))
            ?? this.all.find((desk) => desk.shop.id === shop) ?? this.all[0];
    }

    line(id) {
        return this.of(id).line(id);
    }

    room(id, shop) {
        return this.of(id, shop).room(id);
    }

    unread(line) {
        return this.of(line.id).unread(line);
    }

    /** @param {'ongoing'|'waiting'|'finished'} name  @returns {object[]} the lines; Ongoing has those one looks in to */
    list(name) {
        const boards = this.all.map(({ board }) => board).filter(Boolean);
        const lines = boards.flatMap((board) => (name === 'ongoing' ? [...board.ongoing, ...board.assisting] : board[name]));

        // a board has its own order; only what is put together has to be sorted
        if (boards.length < 2 && !boards[0]?.assisting.length) {
            return lines;
        }
        return lines.sort(name === 'waiting' ? (a, b) => a.waitingSince - b.waitingSince : (a, b) => b.lastAt - a.lastAt);
    }

    get unreadTotal() {
        return this.list('ongoing').reduce((sum, line) => sum + this.unread(line), 0);
    }

    /** Colleagues online in any of the shops, each once. */
    get colleagues() {
        return [...new Map(this.all.flatMap(({ board }) => board?.colleagues ?? []).map((one) => [one.id, one])).values()];
    }

    /** Another page load brought a ticket that may be good. */
    reviveAfterSignOut() {
        this.all.forEach((desk) => desk.reviveAfterSignOut());
    }
}
