import { el, say } from '../shared/dom.js';
import { initialsOf, lasting, nameOf, tintOf, unreadText } from './names.js';

/** A conversation as a line of the recap. */
export class ListRow {
    /** @param {object} line of the board @param {{t: Function, clock: (ms: number) => string, does: object}} options */
    constructor({ id, shop = 0 }, { t, clock, does }) {
        Object.assign(this, { t, clock });
        this.element = el(
            'li',
            { class: 'row' },
            this.line = el(
                'button',
                { type: 'button', class: 'line', onclick: () => (this.shown.list === 'everyone' ? does.readAlong(this.shown.line) : does.open(id)) },
                this.face = el('span', { class: 'face', 'aria-hidden': 'true' }),
                el(
                    'span',
                    { class: 'text' },
                    el('span', { class: 'top' }, el('span', { class: 'name', dir: 'auto' }, this.name = el('bdi')), this.time = el('time', { dir: 'auto' })),
                    el(
                        'span',
                        { class: 'low' },
                        el('span', { class: 'excerpt', dir: 'auto' }, this.excerpt = el('bdi')),
                        this.badge = el('span', { class: 'badge', hidden: true }),
                    ),
                    this.more = el('span', { class: 'more', hidden: true }),
                ),
            ),
            this.take = el('button', { type: 'button', class: 'button main thin', onclick: () => does.take(id, shop) }, t('take')),
        );
        this.element.row = this;
    }

    /** @param {{list: string, open: Set<number>, desk: import('./desk.js').Desk, several: boolean}} state */
    render(line, { list, open, desk, several }) {
        const { t } = this;
        this.shown = { line, list };
        const n = list === 'ongoing' ? desk.unread(line) : 0;
        const label = nameOf(line, t);
        const mine = line.operator === desk.board?.me.id;

        this.element.className = `row ${open.has(line.id) ? 'open' : ''} ${n > 0 ? 'unread' : ''}`;
        say(this.face, initialsOf(line, t));
        this.face.dataset.tint = tintOf(line);
        say(this.name, label);
        say(this.time, list === 'waiting' ? lasting(Date.now() - line.waitingSince, t) : this.clock(line.lastAt));
        say(this.excerpt, line.excerpt);
        this.badge.hidden = n === 0;
        this.badge.setAttribute('aria-label', unreadText(n, t));
        this.badge.setAttribute('role', 'img');
        say(this.badge, String(n));
        this.#renderMore([
            several ? desk.shop.name : '',
            list === 'everyone' ? line.operatorName || t('waiting-state') : desk.assists(line.id) ? t('looking-in', { name: line.operatorName ?? '' }) : '',
        ]);
        this.take.hidden = list !== 'waiting' && !(list === 'everyone' && !mine);
        this.take.setAttribute('aria-label', t('take-name', { name: label }));
    }

    #renderMore(parts) {
        const text = parts.filter(Boolean).join(' · ');

        this.more.hidden = text === '';
        say(this.more, text);
    }
}
