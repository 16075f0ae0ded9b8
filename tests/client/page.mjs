import { JSDOM } from 'jsdom';
import { bundle } from '../../client/bundle.mjs';
import { FakeGateway, FakeLocks, FakeStorage, reply } from './fakes.mjs';

/** ms, for what takes a fraction of a second on a machine that has nothing else to do. */
const PATIENCE = 30000;

let scripts;

/** Waits for something to become true; says what was there instead if it does not. */
export async function until(look) {
    const end = Date.now() + PATIENCE;

    for (;;) {
        const value = look();
        if (value) {
            return value;
        }
        if (Date.now() > end) {
            throw new Error(`did not happen: ${look}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

/** A browser: what its tabs share, and an entry that answers as a test says. */
export class Browser {
    constructor(answers = {}) {
        Object.assign(this, { storage: new FakeStorage(), session: new FakeStorage(), locks: new FakeLocks(), tabs: [], asked: [], person: 'g.one', tickets: 0, settings: 0, gateway: new FakeGateway() });
        this.answers = {
            status: () => ({ mode: 'chat', degraded: false, settings: 1, delay: 60000 }),
            settings: () => ({ version: 1, header: { en: 'Ask us' } }),
            current: () => ({ conversation: null }),
            hold: () => ({ outcome: 'held' }),
            poll: () => null,
            seen: () => null,
            typing: () => null,
            release: () => null,
            visit: () => null,
            ...answers,
        };
    }

    /** Requests of one action, newest last. */
    of(action) {
        return this.asked.filter((one) => one.action === action);
    }

    async open({ hidden = false, config = {}, src = '', path = '/', cookie = '' } = {}) {
        scripts ??= Object.fromEntries(await Promise.all(['widget', 'window']
            .map(async (name) => [name, Buffer.from(await bundle(name)).toString()])));
        const dom = new JSDOM(`<title>Shop</title><script type="application/json" id="onlinechat-config">${JSON.stringify({
            entry: '/entry.php', ticket: '/ticket.php', shop: 1, language: 'en', window: '/js/window.js', ...config,
        })}</script>`, { url: `https://shop.example${path}`, runScripts: 'outside-only' });
        const tab = { dom, window: dom.window, document: dom.window.document };

        tab.document.cookie = cookie;
        this.#equip(tab, hidden);
        this.#scripts(tab);
        this.tabs.push(tab);
        Object.defineProperty(tab.document, 'currentScript', { value: src ? { src } : null });
        dom.window.eval(scripts.widget);
        await until(() => tab.document.querySelector('onlinechat-widget')?.shadowRoot);
        tab.widget = tab.document.querySelector('onlinechat-widget');
        tab.find = (selector) => tab.widget.shadowRoot.querySelector(selector);
        tab.all = (selector) => [...tab.widget.shadowRoot.querySelectorAll(selector)];
        tab.open = async () => {
            tab.find('.launcher').click();
            await until(() => tab.find('.window')?.hidden === false);
        };
        tab.texts = () => tab.all('.bubble').map((bubble) => bubble.textContent);
        tab.states = () => tab.all('.state').map((state) => state.textContent).filter(Boolean);
        tab.write = (text) => {
            tab.find('textarea').value = text;
            tab.find('textarea').dispatchEvent(new tab.window.Event('input', { bubbles: true }));
        };
        tab.key = (key, target = tab.find('textarea')) => target.dispatchEvent(
            new tab.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        tab.leave = () => {
            tab.window.dispatchEvent(new tab.window.Event('pagehide'));
            tab.gone = true;
            this.tabs.splice(this.tabs.indexOf(tab), 1);
            dom.window.close();
        };

        return tab;
    }

    close() {
        [...this.tabs].forEach((tab) => tab.leave());
    }

    /** What jsdom lacks, and what the tabs of a browser share. */
    #equip(tab, hidden) {
        const bus = this;
        const { window } = tab;

        Object.defineProperty(window.document, 'hidden', { value: hidden });
        Object.defineProperty(window, 'localStorage', { value: this.storage });
        Object.defineProperty(window, 'sessionStorage', { value: this.session });
        Object.defineProperty(window.navigator, 'locks', { value: this.locks });
        window.navigator.sendBeacon = (url, blob) => bus.asked.push({ action: 'beacon', url, blob });
        window.performance.getEntriesByType = () => [];
        window.matchMedia = (query) => ({ matches: query.includes('fine') });
        window.ResizeObserver = class {
            observe() {}
        };
        window.TextDecoder = TextDecoder;
        window.fetch = async (url, options) => {
            if (/^\/onlinechat\/stream/.test(url)) {
                return bus.gateway.fetch(url, options);
            }
            const answer = await bus.#answer(url, options);

            // a page that is gone hears no answer
            return tab.gone ? new Promise(() => {}) : answer;
        };
        window.BroadcastChannel = class {
            constructor() {
                (bus.channels ??= []).push(this);
            }

            postMessage(message) {
                bus.channels.filter((one) => one !== this).forEach((one) => setTimeout(() => one.hear(structuredClone(message))));
            }

            hear(data) {
                if (!tab.gone) {
                    this.onmessage({ data });
                }
            }
        };
        window.HTMLDialogElement.prototype.showModal = function showModal() {
            this.open = true;
        };
        window.HTMLDialogElement.prototype.close = function close() {
            this.open = false;
        };
    }

    /** Script elements run as in a page: jsdom itself fetches nothing here. */
    #scripts(tab) {
        const { window, document } = tab;

        tab.scripts = [];
        new window.MutationObserver((changes) => changes.flatMap(({ addedNodes }) => [...addedNodes])
            .filter(({ localName }) => localName === 'script').forEach((script) => {
                tab.scripts.push(script.src);
                if (this.broken) {
                    script.dispatchEvent(new window.Event('error'));
                } else {
                    window.eval(scripts.window);
                    script.dispatchEvent(new window.Event('load'));
                }
            })).observe(document.head, { childList: true });
    }

    async #answer(url, { body, headers = {}, signal }) {
        const address = new URL(url, 'https://shop.example/');
        const query = Object.fromEntries(address.searchParams);
        const action = { '/ticket.php': 'ticket', '/onlinechat/status': 'pushed status' }[address.pathname] ?? query.action;
        const request = { action, path: address.pathname, query, body: body ? JSON.parse(body) : null, ticket: headers['Onlinechat-Ticket'] };

        this.asked.push(request);
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
        const answer = action === 'ticket' ? { ticket: `v1.1.${this.person}.t${++this.tickets}` } : await this.answers[action](request);

        // before the page hears it: who waits for this looks again a moment later
        request.answered = true;
        if (answer instanceof Response) {
            return answer;
        }

        return answer === null ? reply(204, null, { 'Onlinechat-Delay': '1000', 'Onlinechat-Settings': String(this.settings) }) : reply(200, answer);
    }
}

/** `Messages` of a conversation as JSON. */
export function range(messages, after = 0, more = {}) {
    const last = messages.length;

    return {
        conversation: 1, from: after + 1, to: last, last, status: 'ongoing', revision: last, operator: 1, operatorName: 'Anna',
        operatorAway: false, position: 0, readByOther: 0,
        messages: messages.map((message, i) => ({ number: i + 1, name: '', at: 1_000_000 + i, ...message })).slice(after),
        ...more,
    };
}

export const update = (messages, more = {}) => ({
    changed: true, delay: 1000, degraded: false, messages, board: null, typing: false, settings: 1, sweep: false, ...more,
});

export const placed = (outcome = 'assigned', more = {}) => ({
    outcome, conversation: 1, number: 1, status: 'ongoing', operator: 1, operatorName: 'Anna', position: 0, until: 0, decision: 1,
    repeated: false, ...more,
});

/** A conversation the entry holds; polls bring what the tab does not have. */
export function talk(messages, more = {}) {
    return {
        current: () => ({ conversation: 1 }),
        poll: ({ query }) => (Number(query.after) < messages.length || Number(query.revision) < (more.revision ?? messages.length)
            ? update(range(messages, Number(query.after), more)) : null),
        ...more.answers,
    };
}
