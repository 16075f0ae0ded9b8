import { el, say } from '../shared/dom.js';
import { keyed } from './keyed.js';

const NEAR = 48;

/**
 * The messages of a conversation. New ones are appended; what was there when the window opened is not
 * announced, and one's own message keeps its element when it turns from pending to sent.
 */
export class LogView {
    /** @param {{room: import('./room.js').Room, t: Function, clock: (ms: number) => string}} options */
    constructor({ room, t, clock }) {
        Object.assign(this, { room, t, clock, bottom: true });
        this.element = el('div', {
            class: 'log', role: 'log', tabindex: '0', 'aria-live': 'off',
            onscroll: () => {
                const { scrollTop, scrollHeight, clientHeight } = this.element;
                this.bottom = scrollHeight - scrollTop - clientHeight < NEAR;
            },
        }, this.inner = el('div', { class: 'inner' }));
    }

    /** @param {object} line of the board */
    render(line) {
        const { transcript, outbox, loaded } = this.room;
        const { messages, pending } = transcript.merge(outbox.items);
        const items = [...messages, ...pending.map((item) => ({ ...item, author: 'operator', pending: true }))];

        this.newestOwn = messages.filter(({ author }) => author === 'operator').at(-1)?.number ?? 0;
        this.element.setAttribute('aria-label', this.t('messages-with', { name: line.name || this.t('guest', { n: line.thread }) }));
        keyed(this.inner, items.map((item, at) => ({ item, next: items[at + 1], before: items[at - 1] })), {
            // a message that was pending keeps the element it had then
            key: ({ item }) => item.key ?? item.number,
            make: ({ item }) => this.#make(item),
            update: (element, about) => this.#update(element, about, line),
        });
        this.settle();
        if (loaded && this.element.getAttribute('aria-live') === 'off') {
            // only what comes from now on is announced
            requestAnimationFrame(() => this.element.setAttribute('aria-live', 'polite'));
        }
    }

    /** The next rendering shows the newest message, wherever the reader was. */
    follow() {
        this.bottom = true;
    }

    settle() {
        if (this.bottom) {
            this.element.scrollTop = this.element.scrollHeight;
        }
    }

    #make(item) {
        const element = el('div', { class: 'message' });

        element.parts = {
            by: el('p', { class: 'by' }, el('bdi')),
            bubble: el('div', { class: 'bubble', dir: 'auto' }, item.text),
            meta: el('div', { class: 'meta' }),
        };
        element.append(element.parts.by, element.parts.bubble, element.parts.meta);

        return element;
    }

    #update(element, { item, next, before }, line) {
        const { by, meta } = element.parts;
        const last = !next || next.author !== item.author || Boolean(next.pending) !== Boolean(item.pending);
        const name = this.#nameAbove(item, before, line);

        element.className = [
            'message', item.author, last ? 'last' : '', item.pending ? 'pending' : '', item.state === 'failed' ? 'failed' : '',
        ].filter(Boolean).join(' ');
        by.hidden = name === '';
        say(by.firstChild, name);
        this.#renderMeta(meta, item, line, last);
    }

    #nameAbove(item, before, line) {
        if (item.author === 'note') {
            return this.t('note-by', { name: item.name });
        }
        if (before?.author === item.author && (before.name ?? '') === (item.name ?? '')) {
            return '';
        }
        // the reader knows who writes, unless a colleague did
        return item.author === 'operator' && item.name && item.name !== line.operatorName ? item.name : '';
    }

    #renderMeta(meta, item, line) {
        const state = item.pending ? item.state : this.#stateOf(item, line);
        const shown = `${item.at} ${state} ${item.reason ?? ''}`;

        if (meta.dataset.shown === shown) {
            return;
        }
        meta.dataset.shown = shown;
        meta.className = `meta ${state ? '' : 'calm'}`;
        meta.replaceChildren(...item.pending ? this.#pendingMeta(item) : [
            el('time', {}, this.clock(item.at)),
            ...state ? [el('span', {}, this.t(state))] : [],
        ]);
    }

    /** Of one's own messages the newest says how far it got. */
    #stateOf({ author, number }, line) {
        if (author !== 'operator' || number !== this.newestOwn) {
            return '';
        }

        return Math.max(line.readByVisitor, this.room.transcript.readByOther) >= number ? 'read' : 'sent';
    }

    #pendingMeta(item) {
        if (item.state !== 'failed') {
            return [el('span', {}, this.t(item.state === 'checking' ? 'checking' : 'sending'))];
        }

        return [
            el('span', {}, this.t('not-sent')),
            el('button', { type: 'button', onclick: () => this.room.outbox.retry(item.key) }, this.t('try-again')),
            el('button', { type: 'button', onclick: () => this.room.outbox.discard(item.key) }, this.t('discard')),
        ];
    }
}
