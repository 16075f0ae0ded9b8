import { createParser } from 'eventsource-parser';
import { realClock } from './clock.js';

/** While a stream is well polls come no oftener: they make good what got lost on the way (I2), ms. */
export const PACE = 30000;
/** When it is lost polls begin again at once, those of many readers spread over this (ms). */
export const SPREAD = 1000;

/** No `hello` within this: something between holds back what is sent bit by bit (ms). */
const HELLO = 3000;
/** The gateway says something at least every 20 s; after two and a half times that nobody is there any more (ms). */
const SILENCE = 50000;
/** A stream that lasted is no failure, however it ended (ms). */
const STEADY = 20000;
/** Pauses after a stream that worked: at first, and at most (ms). */
const [SOON, MOST] = [3000, 60000];
/** Pauses where none ever came about (ms). */
const RARELY = [1, 2, 5, 10].map((minutes) => minutes * 60000);

/**
 * Events as the gateway pushes them, for as long as it does: what is not there is tried again, often where it worked
 * before, else now and then. Whoever uses it goes on without meanwhile. EventSource could not carry the ticket in a
 * header.
 */
export class Stream {
    /**
     * @param {{
     *   gateway?: string, query: () => Record<string, any>, ticket: (refused: string) => Promise<string>,
     *   onhello: (hello: object) => void, onevent: (event: object) => void, onchange: (well: boolean) => void,
     *   memory?: import('./storage.js').Store|null, fetch?: typeof fetch, clock?: typeof realClock, random?: () => number,
     *   view?: Window
     * }} options
     *   gateway: its address with a "/" at the end; none: nothing happens. query: what the reader has, asked when a stream
     *   begins. ticket: as Api.ticket(). onhello: what has to be made up for. onevent: an event's JSON. onchange: called
     *   when `well` changes. memory: a store of the session, for what does not work here.
     */
    constructor(options) {
        Object.assign(this, {
            gateway: '', memory: null, fetch: (...of) => fetch(...of), clock: realClock, random: Math.random,
            view: globalThis.window, running: false, worked: false, failures: 0, stopper: null, timer: null, guard: null,
            refused: '',
            /** Events come, so that polls need not be frequent. */
            well: false,
        }, options);
        this.online = () => this.worked && this.timer !== null && this.#in(this.random() * 1000);
    }

    /** Begins, unless it has. */
    start() {
        if (!this.gateway || this.running) {
            return;
        }
        const kept = this.memory?.get('stream');
        const left = (kept?.until ?? 0) - this.clock.now();

        this.running = true;
        this.failures = kept?.failures ?? 0;
        this.view.addEventListener('online', this.online);
        // a clock that was set back must not keep it off for ever
        left > 0 && left < 2 * RARELY.at(-1) ? this.#in(left) : this.#open();
    }

    /** Ends it; `onchange` is not called. */
    stop() {
        this.running = false;
        this.well = false;
        this.view.removeEventListener('online', this.online);
        this.#cut();
        this.clock.clearTimeout(this.timer);
        this.timer = null;
    }

    /** Begins anew: the ticket is another person's. */
    restart() {
        if (this.running) {
            this.stop();
            this.start();
        }
    }

    async #open() {
        const link = new AbortController();
        let why = {};

        Object.assign(this, { stopper: link, timer: null, since: null });
        try {
            await this.#listen(link);
        } catch (problem) {
            why = problem;
        }
        this.#over(link, why);
    }

    async #listen(link) {
        const reader = (await this.#answer(link)).body.getReader();
        const decoder = new TextDecoder();
        const parser = createParser({
            onEvent: ({ event, data }) => this.stopper === link && this.#hear(link, { ...JSON.parse(data), event }),
        });

        link.signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
        for (;;) {
            const { done, value } = await reader.read();

            if (done || link.signal.aborted) {
                return;
            }
            this.since !== null && this.#within(SILENCE, link);
            parser.feed(decoder.decode(value, { stream: true }));
        }
    }

    /** @throws {Error} with retryAfter (ms), if it is no stream */
    async #answer(link) {
        this.ticketed = await this.ticket(this.refused);
        let response = await this.#ask(link);

        if (response.status === 401) {
            this.ticketed = await this.ticket(this.ticketed);
            response = await this.#ask(link);
        }
        this.refused = '';
        if (!response.ok || !/^text\/event-stream\b/.test(response.headers.get('Content-Type') ?? '')) {
            link.abort();
            throw Object.assign(new Error('no stream'), { retryAfter: (Number(response.headers.get('Retry-After')) || 0) * 1000 });
        }

        return response;
    }

    #ask(link) {
        // stopped while the ticket was on its way
        if (link.signal.aborted) {
            throw link.signal.reason;
        }
        this.#within(HELLO, link);

        return this.fetch(`${this.gateway}stream?${new URLSearchParams(this.query())}`, {
            headers: { Accept: 'text/event-stream', 'Onlinechat-Ticket': this.ticketed },
            // as all requests to the entry: a shop behind a password of the web server's is no exception
            credentials: 'same-origin',
            cache: 'no-store',
            signal: link.signal,
        });
    }

    #hear(link, event) {
        if (event.event === 'bye') {
            this.#over(link, event);
        } else if (event.event === 'hello') {
            this.#within(SILENCE, link);
            this.since ??= this.clock.now();
            this.worked = true;
            this.memory?.remove('stream');
            this.onhello(event);
            this.#wellNow(!event.degraded);
        } else {
            this.onevent(event);
            event.event === 'degraded' && this.#wellNow(!event.degraded);
        }
    }

    /** @param {{after?: number, why?: string, retryAfter?: number}} bye or what went wrong */
    #over(link, { after = 0, why = '', retryAfter = 0 }) {
        if (this.stopper !== link) {
            return;
        }
        const lasted = this.since !== null && this.clock.now() - this.since >= STEADY;

        this.#cut();
        this.failures = lasted ? 0 : this.failures + 1;
        this.refused = why === 'ticket' ? this.ticketed : '';
        this.#in(Math.max(retryAfter, after + (this.worked ? this.#soon() : this.#rarely())));
        this.#wellNow(false);
    }

    /** With jitter, so that those who lost it together do not come back together. */
    #soon() {
        return Math.min(SOON * (1 + 5 * this.random()) / 6 * 2 ** Math.max(this.failures - 1, 0), MOST);
    }

    #rarely() {
        const pause = RARELY[Math.min(Math.max(this.failures, 1), RARELY.length) - 1] * (1 + this.random() / 4);

        this.memory?.set('stream', { failures: this.failures, until: this.clock.now() + pause });

        return pause;
    }

    #in(ms) {
        this.clock.clearTimeout(this.timer);
        this.timer = this.clock.setTimeout(() => this.#open(), ms);
    }

    #within(ms, link) {
        this.clock.clearTimeout(this.guard);
        this.guard = this.clock.setTimeout(() => this.#over(link, {}), ms);
    }

    #cut() {
        const link = this.stopper;

        this.stopper = null;
        this.clock.clearTimeout(this.guard);
        link?.abort();
    }

    #wellNow(well) {
        if (well !== this.well) {
            this.well = well;
            this.onchange(well);
        }
    }
}
