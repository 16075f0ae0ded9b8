import { el, say } from '../shared/dom.js';
import { linked } from '../shared/links.js';
import { icons } from './icons.js';

/** A message in a log: who wrote it, its text, its time and how far it got. */
export class MessageView {
    /** @param {{text: string}} item @param {{t: Function, clock: (ms: number) => string, outbox: import('../shared/outbox.js').Outbox}} options */
    constructor({ text }, { t, clock, outbox }) {
        Object.assign(this, { t, clock, outbox });
        this.element = el(
            'div',
            { class: 'message' },
            this.by = el('p', { class: 'by' }, el('bdi')),
            el('div', { class: 'bubble', dir: 'auto' }, ...linked(text)),
            this.meta = el('div', { class: 'meta' }),
        );
        this.element.view = this;
    }

    /**
     * @param {object} item a message, or one of the outbox with `pending`
     * @param {{before: object|null, next: object|null, line: object, newestOwn: number, transcript: object}} about
     */
    render(item, about) {
        const { next, before, line } = about;
        const last = !next || next.author !== item.author || Boolean(next.pending) !== Boolean(item.pending);
        const name = this.#nameAbove(item, before, line);

        this.element.className = [
            'message', item.author, last ? 'last' : '', item.pending ? 'pending' : '', item.state === 'failed' ? 'failed' : '',
        ].filter(Boolean).join(' ');
        this.by.hidden = name === '';
        say(this.by.firstChild, name);
        this.#renderMeta(item, item.pending ? item.state : stateOf(item, about));
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

    #renderMeta(item, state) {
        const shown = `${item.at} ${state} ${item.reason ?? ''}`;

        if (this.meta.dataset.shown === shown) {
            return;
        }
        this.meta.dataset.shown = shown;
        this.meta.className = `meta ${state || 'calm'}`;
        this.meta.replaceChildren(...item.pending ? this.#pendingMeta(item) : [
            el('time', { dir: 'auto', datetime: new Date(item.at).toISOString() }, this.clock(item.at)),
            ...state ? [el('span', { class: 'tick' }, state === 'sent' ? icons.tick() : icons.ticks(), this.t(state))] : [],
        ]);
    }

    #pendingMeta({ state, key }) {
        if (state !== 'failed') {
            return [el('span', {}, this.t(state === 'checking' ? 'checking' : 'sending'))];
        }

        return [
            el('span', {}, this.t('not-sent')),
            el('button', { type: 'button', onclick: () => this.outbox.retry(key) }, this.t('try-again')),
            el('button', { type: 'button', onclick: () => this.outbox.discard(key) }, this.t('discard')),
        ];
    }
}

/**
 * Of one's own messages the newest says how far it got.
 *
 * @returns {'read'|'delivered'|'sent'|''}
 */
export function stateOf({ author, number }, { line, newestOwn, transcript }) {
    if (author !== 'operator' || number !== newestOwn) {
        return '';
    }
    const read = Math.max(line.readByVisitor ?? 0, transcript.readByOther);
    const delivered = Math.max(line.deliveredToVisitor ?? 0, transcript.deliveredToOther ?? 0);

    return read >= number ? 'read' : delivered >= number ? 'delivered' : 'sent';
}
