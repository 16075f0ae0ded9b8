import { realClock } from './clock.js';
import { Door } from './door.js';
import { ApiProblem, NetworkProblem } from './problems.js';
import { addressOf, request } from './request.js';

const RENEW_AFTER = 8 * 60 * 1000;
const DEAD_AFTER = 10 * 60 * 1000;

export { ApiProblem, NetworkProblem };

/**
 * Calls to the entry under a ticket.
 *
 * The ticket comes from `ticketUrl` (POST, JSON `{"ticket": the former one or null}`, answered with
 * `{"ticket", "expires"}`) when a call first needs one and when the entry refuses it; it is renewed in
 * the background from the age of 8 minutes. All tabs of a role share it through the store.
 */
export class Api {
    /**
     * @param {{
     *   entry?: string, fallback?: string, door?: Door, ticketUrl: string, store: import('./storage.js').Store,
     *   timeout?: number, fetch?: typeof fetch, clock?: typeof realClock, locks?: LockManager|null, mark?: () => string
     * }} options entry and fallback, or the door that has them; mark: something the shop changes when the person
     *   may be another (a cookie's value): a ticket got under another mark is not used any more
     */
    constructor(options) {
        Object.assign(this, {
            clock: realClock,
            locks: globalThis.navigator?.locks,
            mark: () => '',
        }, options);
        this.door ??= new Door(options);
        this.fetching = null;
        this.renewing = null;
        /** Called with the new and the former ticket text whenever this tab gets another one. */
        this.onticket = null;
    }

    /**
     * One action of the entry.
     *
     * @param {string} action
     * @param {{
     *   method?: 'GET'|'POST', query?: Record<string, any>, body?: object, ticket?: boolean, signal?: AbortSignal
     * }} [options] `ticket: false` for the public actions; method defaults to POST if there is a body
     * @returns {Promise<any>} the answer's JSON, null for 204
     * @throws {ApiProblem|NetworkProblem} or the signal's reason
     */
    async call(action, options = {}) {
        return (await this.exchange(action, options)).data;
    }

    /**
     * As call(), with what stands beside the JSON.
     *
     * @returns {Promise<{status: number, data: any, delay: number}>} delay: Onlinechat-Delay in ms, 0 if none
     */
    async exchange(action, { ticket = true, ...options } = {}) {
        if (!ticket) {
            return this.#send(action, options, '');
        }

        const first = await this.ticket();
        try {
            return await this.#send(action, options, first);
        } catch (problem) {
            if (!(problem instanceof ApiProblem && problem.status === 401)) {
                throw problem;
            }
        }

        return this.#send(action, options, await this.ticket(first));
    }

    /**
     * The ticket's text.
     *
     * @param {string} [refused] one the entry just refused: a new one is got unless another tab has done so
     * @returns {Promise<string>}
     */
    async ticket(refused = '') {
        const kept = this.kept();

        if (this.#good(kept, refused)) {
            if (this.#age(kept) >= RENEW_AFTER) {
                this.#renew(kept.ticket);
            }
            return kept.ticket;
        }

        this.fetching ??= this.#alone('ticket', () => this.#fetchTicket(refused)).finally(() => {
            this.fetching = null;
        });

        return this.fetching;
    }

    /**
     * A request to a page of the shop, not to the entry.
     *
     * @param {string} url
     * @param {object} body
     * @param {string} [ticket] the kept one, "" for nobody
     * @throws {ApiProblem|NetworkProblem}
     */
    async tell(url, body, ticket = this.kept()?.ticket ?? '') {
        await this.#request(url, { method: 'POST', headers: ticket ? { 'Onlinechat-Ticket': ticket } : {}, body });
    }

    /** @returns {{ticket: string, got: number, mark: string}|null} what the store holds, good or not */
    kept() {
        return this.store.get('ticket');
    }

    /**
     * A last word while the page goes away. No answer, no retry.
     *
     * @param {string} action
     * @param {object} body
     */
    beacon(action, body) {
        const ticket = this.kept()?.ticket;

        if (ticket) {
            // text/plain needs no preflight; a beacon cannot carry headers, so the ticket is a member
            navigator.sendBeacon(addressOf(this.door.address, action), new Blob(
                [JSON.stringify({ ...body, ticket })],
                { type: 'text/plain' },
            ));
        }
    }

    #age(kept) {
        const age = this.clock.now() - kept.got;

        // a clock that was set back must not keep a ticket young for ever
        return age < 0 ? DEAD_AFTER : age;
    }

    #good(kept, refused) {
        return kept && kept.ticket !== refused && kept.mark === this.mark() && this.#age(kept) < DEAD_AFTER;
    }

    #send(action, { method, query, body, signal }, ticket) {
        const headers = ticket ? { 'Onlinechat-Ticket': ticket } : {};

        return this.door.through((entry) => this.#request(addressOf(entry, action, query), {
            method: method ?? (body ? 'POST' : 'GET'),
            headers,
            body,
            signal,
        }));
    }

    #request(url, options) {
        const { timeout, fetch, clock } = this;

        return request(url, { ...options, timeout, fetch, clock });
    }

    async #fetchTicket(refused) {
        const kept = this.kept();

        // while this tab waited its turn another may have got one
        if (this.#good(kept, refused)) {
            return kept.ticket;
        }

        // As the shop saw it: whoever signs in while this is on its way is somebody else. None is set before the first.
        const mark = this.mark();
        const { data } = await this.#request(this.ticketUrl, {
            method: 'POST',
            body: { ticket: kept?.ticket ?? null },
        });

        return this.#keep(data, kept?.ticket ?? '', mark || this.mark());
    }

    #renew(ticket) {
        this.renewing ??= this.#alone('renew', async () => {
            const kept = this.kept();

            if (kept?.ticket === ticket) {
                const { data } = await this.#send('renew', { body: {} }, ticket);
                this.#keep(data, ticket, kept.mark);
            }
        }).catch((problem) => {
            // not renewable (signed out, 8 h over): the next call asks the shop who this is now
            if (problem.status === 401 && this.kept()?.ticket === ticket) {
                this.store.set('ticket', { ticket, got: 0, mark: '' });
            }
        }).finally(() => {
            this.renewing = null;
        });
    }

    #keep(data, former, mark) {
        if (typeof data?.ticket !== 'string') {
            throw new ApiProblem({ status: 401, code: 'signed-out', detail: 'the shop gave no ticket' });
        }
        this.store.set('ticket', { ticket: data.ticket, got: this.clock.now(), mark });
        this.onticket?.(data.ticket, former);

        return data.ticket;
    }

    /** One tab at a time where the browser has locks; elsewhere two tabs may both ask, which is harmless. */
    #alone(what, work) {
        return this.locks ? this.locks.request(this.store.names(`lock:${what}`), work) : work();
    }
}

/** Who a ticket names, read without checking: only to notice that it is somebody else's now. */
export function personOf(ticket) {
    const [, shop, role, person] = (ticket || '').split('.');

    return person ? `${shop}.${role}.${person}` : '';
}
