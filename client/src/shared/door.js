import { realClock } from './clock.js';
import { ApiProblem, NetworkProblem } from './problems.js';

/** How long the fallback is kept before the direct entry is tried again, ms. */
const KEPT = 30 * 60 * 1000;
/** A network that is away is no closed door: the fallback is tried for it once in this time, ms. */
const PATIENCE = 60 * 1000;
/** The fallback boots the whole shop for every request: no more polls than one in this time, ms. */
const SLOW = 15000;

/**
 * Which address of the entry works: the direct one, or where a server refuses that (403, 404, a page
 * instead of JSON, no answer) the shop's front controller. Found out by the requests themselves, and
 * remembered as long as the browser's session.
 */
export class Door {
    /**
     * @param {{entry: string, fallback?: string, memory?: import('./storage.js').Store|null, clock?: typeof realClock}} options
     *   memory: a store of the session
     */
    constructor({ entry, fallback = '', memory = null, clock = realClock }) {
        Object.assign(this, { entry, fallback, memory, clock, tried: -Infinity });
        this.until = memory?.get('fallback') ?? 0;
    }

    /** True while the front controller stands in. */
    get narrow() {
        return Boolean(this.fallback) && (this.entry === this.fallback || this.#left() > 0);
    }

    get address() {
        return this.narrow ? this.fallback : this.entry;
    }

    /** The least time between two polls, ms. */
    get least() {
        return this.narrow ? SLOW : 0;
    }

    /**
     * Makes a request where the entry is reached. It may be made twice: a write carries its key.
     *
     * @template T
     * @param {(entry: string) => Promise<T>} work one request
     * @returns {Promise<T>}
     */
    async through(work) {
        const { address } = this;

        try {
            return await work(address);
        } catch (problem) {
            if (!this.fallback || address === this.fallback || !this.#closed(problem)) {
                throw problem;
            }
            return this.#around(work, problem);
        }
    }

    async #around(work, problem) {
        try {
            const answer = await work(this.fallback);

            this.#remember();
            return answer;
        } catch (second) {
            if (second instanceof ApiProblem && !second.foreign) {
                this.#remember();
                throw second;
            }
            throw problem;
        }
    }

    #closed(problem) {
        if (problem instanceof ApiProblem) {
            // what a proxy says of a server in trouble holds for the fallback too
            return problem.foreign && problem.status < 500;
        }
        const now = this.clock.now();
        const try_ = problem instanceof NetworkProblem && globalThis.navigator?.onLine !== false && now - this.tried >= PATIENCE;

        this.tried = try_ ? now : this.tried;

        return try_;
    }

    #left() {
        const left = this.until - this.clock.now();

        // a clock that was set back must not keep the fallback for ever
        return left <= KEPT ? left : 0;
    }

    #remember() {
        this.until = this.clock.now() + KEPT;
        this.memory?.set('fallback', this.until);
    }
}
