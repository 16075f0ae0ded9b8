/** The server answered, and its answer is no. */
export class ApiProblem extends Error {
    /**
     * @param {{status: number, code: string, field?: string, detail?: string, retryAfter?: number, until?: number, foreign?: boolean}} about
     *   retryAfter in ms; until: ms since 1970, with "blocked"; foreign: the answer is not the entry's but of something that stands in its place
     */
    constructor({ status, code, field = '', detail = '', retryAfter = 0, until = 0, foreign = false }) {
        super(detail || code);
        Object.assign(this, { name: 'ApiProblem', status, code, field, detail, retryAfter, until, foreign });
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
