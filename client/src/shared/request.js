import { realClock } from './clock.js';
import { ApiProblem, NetworkProblem } from './problems.js';

/** Milliseconds until an answer is given up. */
const TIMEOUT = 10000;

/**
 * The address of an action.
 *
 * @param {string} entry
 * @param {string} action
 * @param {Record<string, any>} [query] true and false become 1 and 0
 */
export function addressOf(entry, action, query = {}) {
    const values = Object.entries(query).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]);

    return `${entry}${entry.includes('?') ? '&' : '?'}${new URLSearchParams([['action', action], ...values])}`;
}

/**
 * One request of JSON for JSON.
 *
 * @param {string} url
 * @param {{
 *   method?: 'GET'|'POST', headers?: Record<string, string>, body?: object, signal?: AbortSignal,
 *   timeout?: number, fetch?: typeof fetch, clock?: typeof realClock
 * }} [options]
 * @returns {Promise<{status: number, data: any, delay: number, settings?: number}>} delay: Onlinechat-Delay in ms,
 *   settings: the version in Onlinechat-Settings of an answer without content; 0 if none
 * @throws {ApiProblem|NetworkProblem} or the signal's reason
 */
export async function request(url, options = {}) {
    const { method = 'GET', headers = {}, body, signal, timeout = TIMEOUT, fetch = window.fetch.bind(window), clock = realClock } = options;
    const stop = new AbortController();
    const timer = clock.setTimeout(() => stop.abort(new Error('timeout')), timeout);
    const forward = () => stop.abort(signal.reason);

    signal?.aborted ? forward() : signal?.addEventListener('abort', forward);
    try {
        const response = await fetch(url, {
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
        clock.clearTimeout(timer);
        signal?.removeEventListener('abort', forward);
    }
}

async function answer(response) {
    const { status, headers } = response;
    const [delay, settings] = ['Delay', 'Settings'].map((name) => Number(headers.get(`Onlinechat-${name}`)) || 0);

    if (status === 204) {
        return { status, data: null, delay, settings };
    }

    const json = /[/+]json\b/.test(headers.get('Content-Type') ?? '');
    if (response.ok && json && !response.redirected) {
        return { status, data: await response.json(), delay };
    }
    if (response.ok || status === 404 && !json) {
        // a sign-in page, or whatever stands where the entry or the ticket should
        throw new ApiProblem({ status: 401, code: 'signed-out', detail: 'not an answer of the entry', foreign: true });
    }

    const problem = json ? await response.json() : {};
    throw new ApiProblem({
        status,
        code: problem.code ?? `http-${status}`,
        field: problem.field,
        detail: problem.detail,
        retryAfter: problem.retry_after ?? (Number(headers.get('Retry-After')) || 0) * 1000,
        until: problem.until,
        foreign: !json,
    });
}
