import { backoff, realClock } from './clock.js';
import { onLook } from './look.js';

/**
 * Asks again and again, at the pace the server says: one request outstanding, the next `delay` after the
 * answer. Says whether the page is hidden, asks at once when it is looked at again or the network is
 * back, and backs off with jitter while requests fail (Retry-After is obeyed).
 */
export class Poller {
    /**
     * @param {{
     *   poll: (about: {hidden: boolean, signal: AbortSignal}) => Promise<number>,
     *   onproblem?: (problem: Error, failures: number) => void, onwell?: () => void,
     *   most?: number, least?: number, clock?: typeof realClock, random?: () => number,
     *   page?: Document, view?: Window
     * }} options
     *   poll: one request, answered with the delay before the next in ms (0: `least`).
     *   onproblem: after each failure; onwell: after the first success that follows failures.
     */
    constructor(options) {
        Object.assign(this, {
            onproblem() {}, onwell() {}, most: 60000, least: 1000, clock: realClock, random: Math.random,
            page: globalThis.document, view: globalThis.window,
            running: false, failures: 0, timer: null, due: 0, stopper: null, again: false,
        }, options);
    }

    start() {
        if (!this.running) {
            this.running = true;
            this.blind = onLook(() => this.now(), this.page, this.view, 'online');
            this.now();
        }
    }

    /** Ends polling; an answer still under way is not waited for. */
    stop() {
        this.running = false;
        this.blind?.();
        this.clock.clearTimeout(this.timer);
        this.timer = null;
        this.stopper?.abort(new Error('stopped'));
        this.stopper = null;
    }

    /** Asks now; if a request is under way, once more right after it. */
    now() {
        if (!this.running) {
            return;
        }
        if (this.stopper) {
            this.again = true;
            return;
        }
        this.clock.clearTimeout(this.timer);
        this.#ask();
    }

    /** Asks at the latest in `ms`, for example because something is likely to happen soon. */
    within(ms) {
        if (this.timer !== null && this.due > this.clock.now() + ms) {
            this.clock.clearTimeout(this.timer);
            this.#next(ms);
        }
    }

    async #ask() {
        const stopper = new AbortController();
        let delay;

        this.stopper = stopper;
        this.timer = null;
        this.again = false;
        try {
            delay = Math.max(await this.poll({ hidden: this.page.hidden, signal: stopper.signal }), 0) || this.least;
            if (this.stopper === stopper && this.failures > 0) {
                this.failures = 0;
                this.onwell();
            }
        } catch (problem) {
            if (this.stopper !== stopper) {
                return;
            }
            this.failures++;
            // asking at once again would turn a focus change into a burst while the server is down
            this.again = false;
            delay = backoff(this.failures, { most: this.most, least: problem.retryAfter ?? 0, random: this.random });
            this.onproblem(problem, this.failures);
        }
        if (this.stopper === stopper) {
            this.stopper = null;
            this.#next(this.again ? Math.min(delay, 100) : Math.max(delay, this.least));
        }
    }

    #next(delay) {
        if (this.running) {
            this.due = this.clock.now() + delay;
            this.timer = this.clock.setTimeout(() => this.#ask(), delay);
        }
    }
}
