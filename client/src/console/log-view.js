import { el, say } from '../shared/dom.js';
import { keyed } from './keyed.js';
import { logItems } from './log-items.js';
import { MessageView } from './message-view.js';

const NEAR = 48;

/**
 * The messages of a conversation. New ones are appended; what was there when the window opened is not
 * announced, and one's own message keeps its element when it turns from pending to sent.
 */
export class LogView {
    /**
     * @param {{
     *   room: import('./room.js').Room, t: Function, clock: (ms: number) => string, days: ReturnType<import('./days.js').daysFor>,
     *   nameOf: (operator: number) => string, me: () => number
     * }} options nameOf: an operator's name, "" if unknown
     */
    constructor({ room, t, clock, days, nameOf, me }) {
        Object.assign(this, { room, t, clock, days, nameOf, me, bottom: true });
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
        const { transcript, outbox, loaded, happened } = this.room;
        const { messages, pending } = transcript.merge(outbox.items);
        const items = logItems({ messages, pending, events: happened.events }, this.days.key);
        const newestOwn = messages.filter(({ author }) => author === 'operator').at(-1)?.number ?? 0;

        this.element.setAttribute('aria-label', this.t('messages-with', { name: line.name || this.t('guest', { n: line.thread }) }));
        keyed(this.inner, items.map((one, at) => ({ ...one, next: items[at + 1], before: items[at - 1] })), {
            key: ({ key }) => key,
            make: (one) => this.#make(one),
            update: (element, one) => this.#update(element, one, { line, newestOwn, transcript }),
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

    #make({ kind, item }) {
        if (kind === 'message') {
            return new MessageView(item, { t: this.t, clock: this.clock, outbox: this.room.outbox }).element;
        }

        return el('p', { class: kind }, el('span'), kind === 'event' ? el('time', { dir: 'auto' }, this.clock(item.at)) : null);
    }

    #update(element, { kind, item, next, before }, about) {
        if (kind === 'message') {
            element.view.render(item, { ...about, before: before?.kind === 'message' ? before.item : null, next: next?.kind === 'message' ? next.item : null });
        } else {
            say(element.firstChild, kind === 'day' ? this.days.name(item.at) : this.#told(item, about.line));
        }
    }

    #told({ kind, operator, name }, line) {
        const who = operator === this.me() ? '' : name || this.nameOf(operator) || this.t('a-colleague');

        return who || !operator
            ? this.t(`event-${kind}`, { name: who || line.name || this.t('guest', { n: line.thread }) })
            : this.t(`event-${kind}-me`);
    }
}
