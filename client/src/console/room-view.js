import { blank } from '../shared/blank.js';
import { el, say } from '../shared/dom.js';
import { Composer } from './composer.js';
import { icons } from './icons.js';
import { LogView } from './log-view.js';
import { mountAll } from './mounts.js';
import { initialsOf, nameOf, shortNameOf, tintOf, unreadText } from './names.js';
import { RoomTools } from './room-tools.js';

/** A conversation's window (G12, G14): head, tools, log, composer. */
export class RoomView {
    /**
     * @param {{
     *   room: import('./room.js').Room, desk: import('./desk.js').Desk, several: boolean, config: object,
     *   t: Function, clock: (ms: number) => string, days: object, draft: string,
     *   does: {
     *     minimise: Function, hide: Function, end: Function, transfer: Function, invite: Function, leave: Function, block: Function,
     *     reopen: Function, take: Function, used: Function, draft: (id: number, text: string) => void
     *   }
     * }} options several: does the employee serve more than one shop
     */
    constructor({ room, desk, several, config, t, clock, days, draft, does }) {
        Object.assign(this, { room, desk, several, t, does, id: room.id });
        const name = `room-${this.id}`;

        this.log = new LogView({ room, t, clock, days, nameOf: (id) => desk.nameOf(id), me: () => desk.board?.me.id ?? 0 });
        this.composer = new Composer({
            t,
            draft,
            onsend: (text) => {
                room.say(text);
                does.draft(this.id, '');
                this.log.follow();
            },
            oninput: (text) => {
                does.draft(this.id, text);
                room.typing(!blank(text));
            },
        });
        this.mounted = mountAll({
            room, shop: desk.shop, config, t, field: this.composer.field, write: (text, range) => this.composer.write(text, range),
        });
        this.side = el('div', { class: 'side', id: `${name}-side`, hidden: true }, ...this.mounted.map(({ side }) => side));
        this.tools = new RoomTools({
            t, side: this.mounted.some(({ side }) => side) ? this.side : null, does: { ...does, side: () => this.toggleSide() }, id: this.id,
        });
        this.element = el(
            'section',
            { class: 'room', 'aria-labelledby': `${name}-name`, 'data-conversation': String(this.id) },
            this.#bar(name),
            this.body = el(
                'div',
                { class: 'panel', id: `${name}-panel` },
                this.tools.element,
                this.side,
                this.log.element,
                this.typing = el('p', { class: 'typing', hidden: true }, el(
                    'span',
                    { class: 'dots', 'aria-hidden': 'true' },
                    el('i'),
                    el('i'),
                    el('i'),
                ), el('span')),
                this.over = this.#over(),
                ...this.mounted.map(({ compose }) => compose),
                this.composer.element,
            ),
        );
        this.element.addEventListener('focusin', () => does.used(this.id));
    }

    /**
     * @param {{minimised: boolean, typing: boolean, unread: number, signedOut: boolean}} state
     */
    render({ minimised, typing, unread, signedOut }) {
        const { line, away, along } = this.room;

        this.element.classList.toggle('small', minimised);
        this.element.classList.toggle('fresh', unread > 0);
        this.title.setAttribute('aria-expanded', String(!minimised));
        this.body.hidden = minimised;
        if (!line) {
            return;
        }
        this.#renderBar(line, minimised, unread);
        this.tools.render({ open: !away && !along && line.status === 'ongoing', mine: !this.desk.assists(this.id) });
        this.log.render(line);
        this.typing.hidden = !typing || line.status !== 'ongoing';
        say(this.typing.lastChild, this.t('typing', { name: shortNameOf(line, this.t) }));
        this.#renderEnd(line, away, signedOut);
        this.mounted.forEach((one) => one.render?.(line));
    }

    /** To be called when the window was shown again or its size changed. */
    settle() {
        this.log.settle();
    }

    focus() {
        const target = this.body.hidden ? this.title : this.composer.element.hidden ? this.log.element : this.composer.field;

        target.focus({ preventScroll: true });
    }

    toggleSide() {
        this.side.hidden = !this.side.hidden;
        if (!this.side.hidden) {
            this.mounted.forEach(({ opened }) => opened?.());
        }
        this.tools.unfolded(!this.side.hidden);
        this.settle();
    }

    #bar(name) {
        const tool = (kind, picture, onclick) => el('button', { type: 'button', class: `tool ${kind}`, onclick }, picture);

        this.back = tool('list-back mirror', icons.back(), () => this.does.hide(this.id));
        this.fold = tool('turn', icons.chevron(), () => this.does.minimise(this.id));
        this.close = tool('hide', icons.close(), () => this.does.hide(this.id));
        this.title = el(
            'button',
            { type: 'button', class: 'title', 'aria-controls': `${name}-panel`, onclick: () => this.does.minimise(this.id) },
            this.face = el('span', { class: 'face', 'aria-hidden': 'true' }, el('span'), this.dot = el('span', { class: 'dot' })),
            el(
                'span',
                { class: 'names' },
                el('span', { class: 'name', id: `${name}-name`, dir: 'auto' }, this.name = el('bdi')),
                this.sub = el('span', { class: 'sub' }),
            ),
            this.badge = el('span', { class: 'badge', role: 'img', hidden: true }),
        );

        return el('div', { class: 'bar' }, this.back, el('h2', {}, this.title), this.fold, this.close);
    }

    #over() {
        return el(
            'div',
            { class: 'over-note', hidden: true },
            this.overText = el('p'),
            this.reopen = el('button', {
                type: 'button', class: 'button thin', onclick: () => this.does.reopen(this.id),
            }, this.t('reopen')),
            this.take = el('button', {
                type: 'button', class: 'button thin', hidden: true, onclick: () => this.does.take(this.id),
            }, this.t('take')),
        );
    }

    #renderBar(line, minimised, unread) {
        const name = nameOf(line, this.t);
        const here = line.here === null ? 'here-unknown' : line.here ? 'here' : 'gone';

        say(this.name, name);
        say(this.face.firstChild, initialsOf(line, this.t));
        this.face.dataset.tint = tintOf(line);
        this.dot.className = `dot ${{ here: 'on', gone: 'off' }[here] ?? ''}`;
        say(this.sub, [
            this.several ? this.desk.shop.name : '',
            this.t(line.status === 'waiting' ? 'waiting-state' : here),
            this.#withWhom(line),
        ].filter(Boolean).join(' · '));
        this.badge.hidden = unread === 0;
        this.badge.setAttribute('aria-label', unreadText(unread, this.t));
        say(this.badge, String(unread));
        this.fold.setAttribute('aria-label', this.t(minimised ? 'restore' : 'minimise', { name }));
        this.close.setAttribute('aria-label', this.t('hide', { name }));
        this.back.setAttribute('aria-label', this.t('back'));
    }

    /** The colleagues who see and write here too. */
    #withWhom({ operator, assistants = [] }) {
        const me = this.desk.board?.me.id;
        const others = [operator, ...assistants].filter((id) => id && id !== me).map((id) => this.desk.nameOf(id) || this.t('a-colleague'));

        return this.room.away || !others.length ? '' : this.t('with', { name: others.join(', ') });
    }

    #renderEnd(line, away, signedOut) {
        const { along } = this.room;
        const left = line.here === false;
        const finished = line.status === 'finished';

        this.composer.element.hidden = away || along || line.status !== 'ongoing';
        this.composer.name(this.t('message-to', { name: shortNameOf(line, this.t) }));
        this.composer.lock(signedOut);
        this.over.hidden = !away && !along && !finished;
        this.reopen.hidden = away || along;
        this.take.hidden = away || !along;
        this.reopen.disabled = left;
        say(this.overText, along ? this.#readAlong(line, away) : away ? this.#moved(line) : this.t(left ? 'reopen-gone' : 'ended'));
    }

    #moved(line) {
        const { operatorName } = this.room.transcript;

        return operatorName && line.operatorName !== operatorName ? this.t('moved', { name: operatorName }) : this.t('moved-nobody');
    }

    #readAlong(line, ended) {
        return ended ? this.t('ended') : line.operatorName ? this.t('reading-along', { name: line.operatorName }) : this.t('reading-along-waiting');
    }
}
