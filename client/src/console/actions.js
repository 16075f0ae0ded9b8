import { askToBlock } from './dialog-block.js';
import { askForColleague, askForSignOff, askToEnd } from './dialogs.js';
import { shortNameOf } from './names.js';

const REFUSALS = { conflict: 'conflict', full: 'full', closed: 'closed', archived: 'archived' };

/** What the operator can do to a conversation or to being online, with the questions it takes. */
export class Actions {
    /**
     * @param {{
     *   desks: import('./desks.js').Desks, profile: import('./profile.js').Profile, t: Function, root: ShadowRoot,
     *   tell: (text: string) => void, open: (id: number) => void, hide: (id: number) => void, redraw: () => void
     * }} options tell: says why something was refused
     */
    constructor({ desks, profile, t, root, tell, open, hide, redraw }) {
        Object.assign(this, { desks, profile, t, root, tell, open, hide, redraw, busy: false });
    }

    /** From the queue, or as a supervisor from a colleague. */
    async take(id, shop = 0) {
        const desk = this.desks.of(id, shop);

        if (await this.#try(desk, 'take', { conversation: id })) {
            // a colleague's conversation is in no list yet that could tell its shop
            desk.room(id);
            this.open(id);
        }
    }

    async reopen(id) {
        if (await this.#try(this.desks.of(id), 'reopen', { conversation: id })) {
            this.open(id);
        }
    }

    end(id) {
        return askToEnd(this.root, this.t, this.#name(id), async () => {
            const { placement, refused } = await this.#attempt(this.desks.of(id), 'end', { conversation: id });
            // ended already is what was asked for; gone to a colleague is not
            return placement?.outcome === 'conflict' && placement.status !== 'ongoing' ? '' : refused;
        });
    }

    async transfer(id) {
        if (await this.#toColleague('transfer', id, this.desks.of(id).board.colleagues)) {
            this.hide(id);
        }
    }

    /** Asks a colleague to look in: both see and write, the conversation stays mine. */
    invite(id) {
        const { assistants = [] } = this.desks.line(id) ?? {};

        return this.#toColleague('invite', id, this.desks.of(id).board.colleagues.filter((one) => !assistants.includes(one.id)));
    }

    /** The other end of it. */
    async leave(id) {
        if (await this.#try(this.desks.of(id), 'leave', { conversation: id })) {
            this.hide(id);
        }
    }

    block(id) {
        return askToBlock(this.root, this.t, this.#name(id), async (block) => {
            const { refused } = await this.#attempt(this.desks.of(id), 'block', { conversation: id, ...block }, { conflict: '' });
            return refused;
        });
    }

    async toggleOnline(shop) {
        const desk = this.desks.all.find((one) => one.shop.id === shop);

        if (this.busy || !desk.board) {
            return;
        }
        this.#setBusy(true);
        try {
            await (desk.online ? this.#signOff(desk) : this.#try(desk, 'online', this.profile.wish(desk.shop)));
        } finally {
            this.#setBusy(false);
        }
    }

    /** Name and capacity of who is online are changed by saying so again. */
    async refreshOnline() {
        for (const desk of this.desks.all.filter(({ online }) => online)) {
            await this.#try(desk, 'online', this.profile.wish(desk.shop));
        }
    }

    /** Asks only if there is something to ask about; the server knows (G18). */
    async #signOff(desk) {
        const { placement, refused } = await this.#attempt(desk, 'offline', { mode: 'ask' }, { conflict: '' });

        this.tell(refused);
        if (placement?.outcome === 'conflict') {
            const open = Math.max(1, desk.board.ongoing.length);

            await askForSignOff(this.root, this.t, open, async (mode) => (await this.#attempt(desk, 'offline', { mode })).refused);
        }
    }

    #toColleague(action, id, colleagues) {
        return askForColleague(this.root, this.t, action, this.#name(id), colleagues, async ({ operator, note }) => {
            const { refused } = await this.#attempt(
                this.desks.of(id),
                action,
                { conversation: id, operator, note },
                { full: 'transfer-full', closed: 'transfer-closed' },
                { name: colleagues.find((one) => one.id === operator).name },
            );
            return refused;
        });
    }

    /** @returns {Promise<object|null>} the placement, null if it was refused (and said so) */
    async #try(desk, action, body) {
        const { placement, refused } = await this.#attempt(desk, action, body);

        this.tell(refused);

        return refused ? null : placement;
    }

    /**
     * @param {Record<string, string>} [words] for outcomes that mean something else here, "" for none
     * @returns {Promise<{placement: object|null, refused: string}>} refused: why not, in words
     */
    async #attempt(desk, action, body, words = {}, values = {}) {
        try {
            const placement = await desk.act(action, body);
            const word = { ...REFUSALS, ...words }[placement?.outcome];

            return { placement, refused: word ? this.t(word, values) : '' };
        } catch (problem) {
            // somebody else's by now: what a colleague did was faster than the news of it
            const refused = problem.code === 'not-allowed' ? this.t('conflict') : this.t('failed', { detail: problem.message });

            return { placement: null, refused };
        }
    }

    #setBusy(busy) {
        this.busy = busy;
        this.redraw();
    }

    #name(id) {
        return shortNameOf(this.desks.room(id).line, this.t);
    }
}
