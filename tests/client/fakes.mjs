import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;

/** A clock whose time passes only when a test says so; timers run in order, with what they start settled. */
export class FakeClock {
    constructor(time = 1_000_000) {
        Object.assign(this, { time, timers: new Map(), count: 0 });
        this.now = () => this.time;
        this.setTimeout = (work, ms) => {
            this.timers.set(++this.count, { work, at: this.time + ms });
            return this.count;
        };
        this.clearTimeout = (timer) => this.timers.delete(timer);
    }

    async pass(ms) {
        const end = this.time + ms;

        for (;;) {
            await settled();
            const [next] = [...this.timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
            if (!next) {
                break;
            }
            this.timers.delete(next[0]);
            this.time = Math.max(this.time, next[1].at);
            next[1].work();
        }
        this.time = end;
        await settled();
    }
}

/** Lets every promise that can settle now settle. */
export async function settled() {
    await new Promise((resolve) => setImmediate(resolve));
}

/** localStorage as a Map; several stores over one are tabs of one browser. */
export class FakeStorage {
    constructor() {
        this.map = new Map();
    }

    get length() {
        return this.map.size;
    }

    key(i) {
        return [...this.map.keys()][i] ?? null;
    }

    getItem(name) {
        return this.map.get(name) ?? null;
    }

    setItem(name, value) {
        this.map.set(name, String(value));
    }

    removeItem(name) {
        this.map.delete(name);
    }
}

/** A page and its window, as far as the shared modules listen to them. */
export class FakePage extends EventTarget {
    hidden = false;

    hide(hidden = true) {
        this.hidden = hidden;
        this.dispatchEvent(new Event('visibilitychange'));
    }
}

/** Web Locks with stealing, over one `held` map shared by the tabs of a browser. */
export class FakeLocks {
    constructor() {
        this.held = new Map();
        this.queue = [];
    }

    request(name, options, work) {
        const all = typeof options === 'function' ? { work: options } : { ...options, work };

        return new Promise((resolve, reject) => {
            const entry = { name, resolve, reject, ...all };

            all.signal?.addEventListener('abort', () => {
                this.queue = this.queue.filter((one) => one !== entry);
                reject(new Error('AbortError'));
            });
            if (all.steal) {
                this.held.get(name)?.reject(new Error('stolen'));
                this.held.delete(name);
                this.#grant(entry);
            } else {
                this.queue.push(entry);
                this.#next(name);
            }
        });
    }

    #next(name) {
        const entry = this.queue.find((one) => one.name === name);

        if (entry && !this.held.has(name)) {
            this.queue = this.queue.filter((one) => one !== entry);
            this.#grant(entry);
        }
    }

    async #grant(entry) {
        this.held.set(entry.name, entry);
        try {
            entry.resolve(await entry.work());
        } catch (problem) {
            entry.reject(problem);
        }
        if (this.held.get(entry.name) === entry) {
            this.held.delete(entry.name);
            this.#next(entry.name);
        }
    }
}

export const names = (what) => `onlinechat:visitor:/entry.php:1:${what}`;

/** An answer as fetch gives it. */
export function reply(status, body = null, headers = {}) {
    const type = status < 400 ? 'application/json' : 'application/problem+json';

    return new Response(body === null ? null : JSON.stringify(body), {
        status,
        headers: { ...(body === null ? {} : { 'Content-Type': type }), ...headers },
    });
}

/** A gateway as `fetch` sees it; a test says what comes over the newest stream. */
export class FakeGateway {
    /** @param {((link: object) => Response|null)|null} [answer] what a request gets that is no stream */
    constructor(answer = null) {
        Object.assign(this, { answer, links: [] });
        this.fetch = async (url, { headers, signal } = {}) => {
            const link = { url, query: Object.fromEntries(new URLSearchParams(url.split('?')[1])), headers, open: true };

            this.links.push(link);
            const body = new ReadableStream({
                start: (controller) => {
                    link.controller = controller;
                },
                cancel: () => {
                    link.open = false;
                },
            });
            signal?.addEventListener('abort', () => {
                link.open = false;
            });

            return this.answer?.(link) ?? new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
        };
    }

    get last() {
        return this.links.at(-1);
    }

    write(bytes, link = this.last) {
        link.open && link.controller.enqueue(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

        return settled();
    }

    say(event, data, link = this.last) {
        return this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`, link);
    }

    /** Says it on every stream that is open. */
    async tell(event, data) {
        for (const link of this.links.filter(({ open }) => open)) {
            await this.say(event, data, link);
        }
    }

    end(link = this.last) {
        link.open = false;
        link.controller.close();
    }
}
