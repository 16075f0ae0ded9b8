import { ApiProblem } from '../shared/api.js';
import { backoff, realClock } from '../shared/clock.js';
import { newKey } from '../shared/key.js';

const ATTEMPTS = 5;

/**
 * A write that is not a message: one key, repeated with that key while the outcome is unknown.
 *
 * @param {import('../shared/api.js').Api} api
 * @param {string} action
 * @param {object} [body]
 * @param {{clock?: typeof realClock, random?: () => number}} [options]
 * @returns {Promise<object>} the answer
 * @throws {Error} a definite no at once, anything else after the last attempt
 */
export async function write(api, action, body = {}, { clock = realClock, random = Math.random } = {}) {
    const key = newKey();

    for (let attempt = 1; ; attempt++) {
        try {
            return await api.call(action, { body: { key, ...body } });
        } catch (problem) {
            if (problem instanceof ApiProblem && problem.definite || attempt === ATTEMPTS) {
                throw problem;
            }
            const wait = backoff(attempt, { least: problem.retryAfter ?? 0, most: 8000, random });
            await new Promise((resolve) => {
                clock.setTimeout(resolve, wait);
            });
        }
    }
}
