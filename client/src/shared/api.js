import { realClock } from './clock.js';

const RENEW_AFTER = 8 * 60 * 1000;
const DEAD_AFTER = 10 * 60 * 1000;

/** The server answered, and its answer is no. */
export class ApiProblem extends Error {
    /** @param {{status: number, code: string, field?: string, detail?: string, retryAfter?: number}} about retryAfter in ms */
    constructor({ status, code, field = '', detail = '', retryAfter = 0 }) {
        super(detail || code);
        Object.assign(this, { name: 'ApiProblem', status, code, field, detail, retryAfter });
    }

    /** True if the write behind it certainly did not happen and a repetition would not help. */
    get definite() {
        return this.status >= 400 && this.status < 500 && ![408, 425, 429].includes(this.status);
    }
}

/** No answer came: offline, cut off or over the time limit. A write may or may not have happened. */
export class NetworkProblem extends Error {
    constructor(cause) {
        super(String(cause?.message ?? cause));
        this.name = 'NetworkProblem';
    }
}

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
     *   entry: string, ticketUrl: string, store: import('./storage.js').Store, timeout?: number,
     *   fetch?: typeof fetch, clock?: typeof realClock, locks?: LockManager|null,
     *   mark?: () => string
     * }} options mark: something the shop changes when the person may be another (a cookie's value); a ticket
     *   got under another mark is not used any more
     */
    constructor(options) {
        Object.assign(this, {
            timeout: 10000,
            fetch: (...all) => window.fetch(...all),
            clock: realClock,
            locks: globalThis.navigator?.locks,
            mark: () => '',
        }, options);
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
            navigator.sendBeacon(this.#address(action), new Blob(
                [JSON.stringify({ ...body, ticket })],
                { type: 'text/plain' },
            ));
        }
    }

    #address(action, query = {}) {
        const values = Object.entries(query).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]);

        return `${this.entry}${this.entry.includes('?') ? '&' : '?'}${new URLSearchParams([['action', action], ...values])}`;
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

        return this.#request(this.#address(action, query), {
            method: method ?? (body ? 'POST' : 'GET'),
            headers,
            body,
            signal,
        });
    }

    async #request(url, { method, headers, body, signal }) {
        const stop = new AbortController();
        const timer = this.clock.setTimeout(() => stop.abort(new Error('timeout')), this.timeout);
        const forward = () => stop.abort(signal.reason);

        signal?.aborted ? forward() : signal?.addEventListener('abort', forward);
        try {
            const response = await this.fetch(url, {
                method,
                headers: method === 'POST' ? { ...headers, 'Content-Type': 'application/json' } : headers,
                body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
                credentials: 'same-origin',
                signal: stop.signal,
            });

            return await answer(response);
        } catch (cause) {
            if (signal?.aborted) {
                throw signal.reason;
            }
            throw cause instanceof ApiProblem ? cause : new NetworkProblem(cause);
        } finally {
            this.clock.clearTimeout(timer);
            signal?.removeEventListener('abort', forward);
        }
    }

    async #fetchTicket(refused) {
        const kept = this.kept();

        // while this tab waited its turn another may have got one
        if (this.#good(kept, refused)) {
            return kept.ticket;
        }

        const { data } = await this.#request(this.ticketUrl, {
            method: 'POST',
            body: { ticket: kept?.ticket ?? null },
        });

        return this.#keep(data, kept?.ticket ?? '');
    }

    #renew(ticket) {
        this.renewing ??= this.#alone('renew', async () => {
            if (this.kept()?.ticket === ticket) {
                const { data } = await this.#send('renew', { body: {} }, ticket);
                this.#keep(data, ticket);
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

    #keep(data, former) {
        if (typeof data?.ticket !== 'string') {
            throw new ApiProblem({ status: 401, code: 'signed-out', detail: 'the shop gave no ticket' });
        }
        this.store.set('ticket', { ticket: data.ticket, got: this.clock.now(), mark: this.mark() });
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

async function answer(response) {
    const { status, headers } = response;
    const delay = Number(headers.get('Onlinechat-Delay')) || 0;

    if (status === 204) {
        return { status, data: null, delay };
    }

    const json = /[/+]json\b/.test(headers.get('Content-Type') ?? '');
    if (response.ok && json && !response.redirected) {
        return { status, data: await response.json(), delay };
    }
    if (response.ok || status === 404 && !json) {
        // a sign-in page, or whatever stands where the entry or the ticket should
        throw new ApiProblem({ status: 401, code: 'signed-out', detail: 'not an answer of the entry' });
    }

    const problem = json ? await response.json() : {};
    throw new ApiProblem({
        status,
        code: problem.code ?? `http-${status}`,
        field: problem.field,
        detail: problem.detail,
        retryAfter: problem.retry_after ?? (Number(headers.get('Retry-After')) || 0) * 1000,
    });
}
