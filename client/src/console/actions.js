import { askForSignOff, askForTransfer, askToEnd } from './dialogs.js';
import { shortNameOf } from './names.js';

const REFUSALS = { conflict: 'conflict', full: 'full', closed: 'closed', archived: 'archived' };

/** What the operator can do to a conversation or to being online, with the questions it takes. */
export class Actions {
    /**
     * @param {{
     *   desk: import('./desk.js').Desk, t: Function, root: ShadowRoot, tell: (text: string) => void,
     *   open: (id: number) => void, hide: (id: number) => void, redraw: () => void
     * }} options tell: says why something was refused
     */
    constructor({ desk, t, root, tell, open, hide, redraw }) {
        Object.assign(this, { desk, t, root, tell, open, hide, redraw, busy: false });
    }

    async take(id) {
        if (await this.#try('take', { conversation: id })) {
            this.open(id);
        }
    }

    async reopen(id) {
        if (await this.#try('reopen', { conversation: id })) {
            this.open(id);
        }
    }

    end(id) {
        return askToEnd(this.root, this.t, this.#name(id), async () => {
            // ended already is what was asked for
            const { refused } = await this.#attempt('end', { conversation: id }, { conflict: '' });
            return refused;
        });
    }

    async transfer(id) {
        const { colleagues } = this.desk.board;
        const done = await askForTransfer(this.root, this.t, this.#name(id), colleagues, async ({ operator, note }) => {
            const { refused } = await this.#attempt(
                'transfer',
                { conversation: id, operator, note },
                { full: 'transfer-full', closed: 'transfer-closed' },
                { name: colleagues.find((one) => one.id === operator).name },
            );
            return refused;
        });

        if (done) {
            this.hide(id);
        }
    }

    async toggleOnline() {
        if (this.busy || !this.desk.board) {
            return;
        }
        this.#setBusy(true);
        try {
            await (this.desk.online ? this.#signOff() : this.#try('online'));
        } finally {
            this.#setBusy(false);
        }
    }

    /** Asks only if there is something to ask about; the server knows (G18). */
    async #signOff() {
        const { placement, refused } = await this.#attempt('offline', { mode: 'ask' }, { conflict: '' });

        this.tell(refused);
        if (placement?.outcome === 'conflict') {
            const open = Math.max(1, this.desk.board.ongoing.length);

            await askForSignOff(this.root, this.t, open, async (mode) => (await this.#attempt('offline', { mode })).refused);
        }
    }

    /** @returns {Promise<object|null>} the placement, null if it was refused (and said so) */
    async #try(action, body) {
        const { placement, refused } = await this.#attempt(action, body);

        this.tell(refused);

        return refused ? null : placement;
    }

    /**
     * @param {Record<string, string>} [words] for outcomes that mean something else here, "" for none
     * @returns {Promise<{placement: object|null, refused: string}>} refused: why not, in words
     */
    async #attempt(action, body, words = {}, values = {}) {
        try {
            const placement = await this.desk.act(action, body);
            const word = { ...REFUSALS, ...words }[placement.outcome];

            return { placement, refused: word ? this.t(word, values) : '' };
        } catch (problem) {
            return { placement: null, refused: this.t('failed', { detail: problem.message }) };
        }
    }

    #setBusy(busy) {
        this.busy = busy;
        this.redraw();
    }

    #name(id) {
        return shortNameOf(this.desk.room(id).line, this.t);
    }
}
