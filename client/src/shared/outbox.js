import { ApiProblem } from './api.js';
import { backoff, realClock } from './clock.js';
import { newKey } from './key.js';

/**
 * Messages on their way, in order, one in flight.
 *
 *   sending ──▶ sent      acknowledged: leaves the outbox
 *      │  ▲ └─▶ failed    a definite no: "not sent, try again" (with a new key, as a new write)
 *      ▼  │
 *   checking              no answer, 5xx: unknown. Repeated with the SAME key until there is an answer,
 *                         so that the message is there exactly once.
 *
 * Each message is kept in the store under its own name until it is acknowledged: a reload in the middle
 * goes on with the same key. Only a running outbox sends (the leader's, leader.js); what other tabs add is
 * taken over with reload().
 *
 * An item is {key, text, state, reason, at, after, action, first, …what the caller put in}.
 */
export class Outbox {
    /**
     * @param {{
     *   store: import('./storage.js').Store,
     *   name?: string,
     *   send: (item: object) => Promise<{state: 'sent'|'refused'|'again', reason?: string, change?: object}>,
     *   onchange?: (items: object[]) => void,
     *   clock?: typeof realClock, random?: () => number
     * }} options
     *   name: where the items stand in the store, such as `outbox:17` for one outbox a conversation.
     *   send: makes the request. `sent`: acknowledged. `refused`: certainly not written (`reason` says why).
     *   `again`: to be sent as another write, with `change` merged in and a new key. Whatever it throws is
     *   judged here: a definite ApiProblem is `failed`, everything else unknown. It must repeat the very
     *   request it made before for the same key; what it needs for that belongs into the item through
     *   note() before the first attempt.
     */
    constructor(options) {
        Object.assign(this, {
            name: 'outbox', onchange() {}, clock: realClock, random: Math.random,
            items: [], running: false, busy: false, failures: 0, timer: null,
        }, options);
        this.name += ':';
        this.reload();
    }

    /** @returns {object} the new item, in state "sending" */
    add(text, more = {}) {
        const item = { key: newKey(), text, state: 'sending', reason: '', first: true, ...more, at: this.#later() };

        this.items.push(item);
        this.#save(item);
        this.#pump();

        return item;
    }

    /** Tries a failed item again: as a new write, behind what waits, with what has changed since. */
    retry(key, change = {}) {
        const item = this.items.find((one) => one.key === key && one.state === 'failed');

        if (item) {
            this.#renew(item, change);
            this.#pump();
        }
    }

    /** Forgets a failed item. @returns {object|undefined} it */
    discard(key) {
        const item = this.items.find((one) => one.key === key && one.state === 'failed');

        if (item) {
            this.#drop(item);
            this.onchange(this.items);
        }

        return item;
    }

    /** Records in the item what its request is made of, before it is sent. */
    note(item, facts) {
        Object.assign(item, facts);
        this.#save(item, true);
    }

    /** Starts sending what waits. */
    start() {
        this.running = true;
        this.reload();
        this.#pump();
    }

    /** Stops sending; a request under way is still heard out. */
    stop() {
        this.running = false;
        this.clock.clearTimeout(this.timer);
        this.timer = null;
    }

    /** Repeats at once what is unknown, for example when the network is back. */
    hurry() {
        if (this.timer !== null) {
            this.clock.clearTimeout(this.timer);
            this.timer = null;
            this.#pump();
        }
    }

    /** Takes over what other tabs or an earlier page wrote into the store. */
    reload() {
        const known = new Map(this.items.map((item) => [item.key, item]));

        this.items = this.store.under(this.name)
            .map((key) => this.store.get(this.name + key))
            .filter((item) => item?.key)
            .map((item) => Object.assign(known.get(item.key) ?? {}, item))
            .sort((a, b) => a.at - b.at);
        this.onchange(this.items);
        this.#pump();
    }

    /** Forgets everything, for example when the person is somebody else now. */
    clear() {
        this.items.forEach((item) => this.store.remove(this.name + item.key));
        this.items = [];
        this.onchange(this.items);
    }

    async #pump() {
        const item = this.items.find((one) => one.state !== 'failed');

        if (!this.running || this.busy || this.timer !== null || !item) {
            return;
        }

        this.busy = true;
        try {
            const result = await this.send(item);
            this.failures = 0;
            this.#settle(item, result);
        } catch (problem) {
            this.#judge(item, problem);
        } finally {
            this.busy = false;
        }
        this.#pump();
    }

    #settle(item, { state, reason = '', change = {} }) {
        if (state === 'sent') {
            this.#drop(item);
            this.onchange(this.items);
        } else if (state === 'again') {
            this.#renew(item, change, item.at);
        } else {
            this.#mark(item, 'failed', reason);
        }
    }

    #judge(item, problem) {
        if (problem instanceof ApiProblem && problem.definite) {
            this.failures = 0;
            this.#mark(item, 'failed', problem.code);
            return;
        }

        const tooMuch = problem instanceof ApiProblem && problem.status === 429;

        this.failures++;
        item.first = false;
        // a 429 is known not to be written, it only has to wait
        this.#mark(item, tooMuch ? 'sending' : 'checking', problem.code ?? 'network');
        this.timer = this.clock.setTimeout(() => {
            this.timer = null;
            this.#pump();
        }, backoff(this.failures, { least: problem.retryAfter ?? 0, random: this.random }));
    }

    #mark(item, state, reason) {
        Object.assign(item, { state, reason });
        this.#save(item, true);
        this.onchange(this.items);
    }

    #renew(item, change, at = this.#later()) {
        this.#drop(item);
        Object.assign(item, { first: true, action: undefined }, change, { key: newKey(), state: 'sending', reason: '', at });
        this.items.push(item);
        this.items.sort((a, b) => a.at - b.at);
        this.#save(item);
        this.onchange(this.items);
    }

    #drop(item) {
        this.items = this.items.filter((one) => one.key !== item.key);
        this.store.remove(this.name + item.key);
    }

    /** @param {boolean} [kept] only if it is still there: another tab may have settled it meanwhile */
    #save(item, kept = false) {
        if (!kept || this.items.includes(item)) {
            this.store.set(this.name + item.key, item);
        }
        if (!kept) {
            this.onchange(this.items);
        }
    }

    /** A time after every item's, so that two in one millisecond keep their order. */
    #later() {
        return Math.max(this.clock.now(), ...this.items.map((item) => item.at + 1));
    }
}
