/** The time and the timers everything here uses; tests pass their own. */
export const realClock = {
    now: () => Date.now(),
    setTimeout: (work, ms) => setTimeout(work, ms),
    clearTimeout: (timer) => clearTimeout(timer),
};

/**
 * How long to wait after the n-th failure in a row: 1, 2, 4, … s up to `most`, plus up to a quarter
 * at random, so that many clients that failed together do not come back together.
 *
 * @param {number} failures from 1
 * @param {{most?: number, least?: number, random?: () => number}} [options] `least` is a server's Retry-After
 * @returns {number} ms
 */
export function backoff(failures, { most = 30000, least = 0, random = Math.random } = {}) {
    const wait = Math.max(Math.min(1000 * 2 ** Math.min(failures - 1, 10), most), least);

    return Math.round(wait * (1 + random() / 4));
}
