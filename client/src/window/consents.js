import { personOf } from '../shared/api.js';
import { backoff, realClock } from '../shared/clock.js';
import { newKey } from '../shared/key.js';

const MOST = 5 * 60 * 1000;
/** Older than this nothing is told any more: the shop's text may be another by now. */
const KEPT = 24 * 60 * 60 * 1000;

/**
 * What visitors of this browser agreed to and the shop has not noted yet. The message is taken by then, so a note that
 * fails is tried again, by the next page as well; noted twice is no harm, not at all is.
 */
export class Consents {
    /** @param {{url?: string, api: import('../shared/api.js').Api, store: import('../shared/storage.js').Store, clock?: typeof realClock}} of */
    constructor({ url, api, store, clock = realClock }) {
        Object.assign(this, { url, api, store, clock, failures: 0, busy: false, refused: '' });
        url && this.#next();
    }

    /** @param {string} name as a guest typed it, "" if nobody asked for it */
    add(name) {
        if (this.url) {
            this.#keep([...this.#list(), { key: newKey(), name, person: personOf(this.api.kept()?.ticket), at: this.clock.now() }]);
            this.#next();
        }
    }

    #list() {
        return (this.store.get('consents') ?? []).filter(({ at }) => this.clock.now() - at < KEPT);
    }

    #keep(list) {
        list.length ? this.store.set('consents', list) : this.store.remove('consents');
    }

    async #next() {
        const [one] = this.#list();

        if (!one || this.busy) {
            return;
        }
        this.busy = true;
        const again = await this.#tell(one);
        if (!again) {
            this.#keep(this.#list().filter(({ key }) => key !== one.key));
        }
        this.clock.setTimeout(() => {
            this.busy = false;
            this.#next();
        }, again);
    }

    /** @returns {Promise<number>} ms until it is tried again, 0 if there is nothing left to try */
    async #tell({ name, person }) {
        let ticket = '';

        try {
            ticket = await this.#ticketOf(person);
            await this.api.tell(this.url, { name }, ticket);
            this.failures = 0;
            return 0;
        } catch (problem) {
            this.failures++;
            this.refused = problem.status === 401 ? ticket : '';
            return problem.definite && !this.refused ? 0 : backoff(this.failures, { most: MOST, least: problem.retryAfter ?? 0 });
        }
    }

    /** Of somebody who has signed out meanwhile it is noted without who, and never as somebody else's. */
    async #ticketOf(person) {
        if (!person || person !== personOf(this.api.kept()?.ticket)) {
            return '';
        }
        const ticket = await this.api.ticket(this.refused);

        return personOf(ticket) === person ? ticket : '';
    }
}
