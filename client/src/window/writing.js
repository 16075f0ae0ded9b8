import { blank } from '../shared/blank.js';

const HOLD_EVERY = 30000;
const SIGNAL_EVERY = 4000;

/**
 * What follows from the visitor typing: before there is a conversation a place is held, so that nobody
 * writes a question and is then told that there is no place; in a conversation the operator is told.
 */
export class Writing {
    /** @param {import('./session.js').Session} session */
    constructor(session) {
        Object.assign(this, { session, held: false, at: -Infinity, asking: false, told: false });
    }

    /** The text is now this. */
    input(text) {
        const empty = blank(text);
        const { session } = this;

        if (session.endable) {
            this.#tell(!empty);
        } else if (!session.current && session.ready) {
            empty ? this.#release() : this.#hold();
        }
    }

    /** The text was handed to the outbox. */
    sent() {
        this.told = false;
        this.at = -Infinity;
    }

    /** A start was answered: whatever was held is used up. */
    placed() {
        this.held = false;
        this.at = -Infinity;
    }

    async #hold() {
        const now = Date.now();

        if (this.asking || now - this.at < HOLD_EVERY) {
            return;
        }
        this.asking = true;
        this.at = now;
        try {
            const { outcome } = await this.session.api.call('hold', { method: 'POST' });

            this.held = outcome === 'held';
            this.session.refused = this.held ? '' : outcome;
            this.session.changed();
        } catch (problem) {
            // a place is only promised by an answer; the start asks again
            this.held = false;
            if (problem.code === 'blocked') {
                this.session.refuse('blocked', problem.until);
            }
        }
        this.asking = false;
    }

    #release() {
        if (this.held) {
            this.placed();
            this.session.api.call('release', { method: 'POST' }).catch(() => {});
        }
    }

    #tell(typing) {
        const now = Date.now();
        const every = Math.max(SIGNAL_EVERY, this.session.door.least);

        if (typing ? now - this.at >= every : this.told) {
            this.told = typing;
            this.at = typing ? now : -Infinity;
            // a signal that is lost is followed by another
            this.session.api.call('typing', { body: { conversation: this.session.conversation, typing } }).catch(() => {});
        }
    }
}
