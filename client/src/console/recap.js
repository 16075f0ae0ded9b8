import { el, say } from '../shared/dom.js';
import { icons } from './icons.js';
import { keyed } from './keyed.js';
import { initialsOf, lasting, nameOf, tintOf, unreadText } from './names.js';

const LISTS = ['ongoing', 'waiting', 'finished'];

/** The recap window (G16): always there; title, state of the link, the switch, three lists, colleagues. */
export class Recap {
    /**
     * @param {{
     *   t: Function, clock: (ms: number) => string,
     *   does: {toggleRecap: Function, toggleOnline: Function, list: Function, open: Function, take: Function, reload: Function}
     * }} options does: what the console does when asked
     */
    constructor({ t, clock, does }) {
        Object.assign(this, { t, clock, does });
        this.element = el('section', { class: 'recap', 'aria-labelledby': 'recap-name' }, this.#bar(), this.panel = el(
            'div',
            { class: 'panel', id: 'recap-panel' },
            this.banner = el('div', { class: 'banner', role: 'status', hidden: true }),
            this.refusal = el('div', { class: 'banner bad', role: 'alert', hidden: true }),
            this.#switching(),
            this.#tabs(),
            this.list = el('div', {
                class: 'list', role: 'tabpanel', id: 'recap-list', 'aria-labelledby': 'tab-ongoing',
            }),
            this.#colleagues(),
        ));
        this.list.append(
            this.rows = el('ul'),
            this.empty = el('p', { class: 'empty', hidden: true }),
        );
    }

    /**
     * @param {{
     *   board: object|null, link: string, list: string, minimised: boolean, busy: boolean, open: Set<number>,
     *   unread: (line: object) => number, unreadTotal: number
     * }} state
     */
    render(state) {
        this.element.classList.toggle('small', state.minimised);
        this.title.setAttribute('aria-expanded', String(!state.minimised));
        this.panel.hidden = state.minimised;
        this.#renderHead(state);
        this.#renderBanner(state.link);
        this.#renderSwitch(state);
        this.#renderTabs(state);
        this.#renderRows(state);
        this.#renderColleagues(state.board?.colleagues ?? []);
    }

    /** Why something was refused; "" takes it away. */
    tell(text) {
        this.refusal.hidden = text === '';
        this.refusal.replaceChildren(...text ? [
            el('div', {}, text),
            el('button', { type: 'button', class: 'button thin', onclick: () => this.tell('') }, this.t('close')),
        ] : []);
    }

    /** The focus for when the window it was in has gone. */
    focusOn(id) {
        const row = this.rows.querySelector(`[data-key="${id}"] .line`);

        (this.panel.hidden || !row ? this.title : row).focus({ preventScroll: true });
    }

    #bar() {
        const mark = icons.chat();
        const chevron = icons.chevron();

        mark.setAttribute('class', 'mark');
        chevron.setAttribute('class', 'chevron');
        this.title = el(
            'button',
            { type: 'button', class: 'title', 'aria-controls': 'recap-panel', onclick: () => this.does.toggleRecap() },
            mark,
            el(
                'span',
                { class: 'names' },
                el('span', { class: 'name', id: 'recap-name' }, this.t('chat')),
                el('span', { class: 'sub' }, this.dot = el('span', { class: 'dot' }), this.state = el('span')),
            ),
            this.badge = el('span', { class: 'badge', hidden: true }),
            chevron,
        );

        return el('div', { class: 'bar' }, el('h2', {}, this.title));
    }

    #switching() {
        return el(
            'div',
            { class: 'switching' },
            el('div', { class: 'what' }, this.onlineText = el('strong'), this.onlineHint = el('small', { hidden: true })),
            this.switch = el('button', {
                type: 'button', class: 'switch', role: 'switch', 'aria-checked': 'false', 'aria-label': this.t('go-online'),
                onclick: () => this.does.toggleOnline(),
            }),
        );
    }

    #tabs() {
        this.tabs = Object.fromEntries(LISTS.map((name) => [name, el(
            'button',
            {
                type: 'button', class: 'tab', role: 'tab', id: `tab-${name}`, 'aria-controls': 'recap-list',
                onclick: () => this.does.list(name),
            },
            el('span', {}, this.t(name)),
            el('span', { class: 'n', hidden: true }),
        )]));

        return el('div', {
            class: 'tabs', role: 'tablist', 'aria-label': this.t('lists'), onkeydown: (event) => this.#arrow(event),
        }, ...Object.values(this.tabs));
    }

    #colleagues() {
        return el(
            'details',
            { class: 'colleagues' },
            this.summary = el('summary'),
            this.people = el('ul'),
        );
    }

    #arrow(event) {
        const at = LISTS.findIndex((name) => this.tabs[name] === event.target);
        const forward = getComputedStyle(this.element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const steps = { [forward]: 1, [forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: -1 };
        const to = { Home: 0, End: LISTS.length - 1 }[event.key]
            ?? (steps[event.key] ? (at + steps[event.key] + LISTS.length) % LISTS.length : -1);

        if (at >= 0 && to >= 0) {
            event.preventDefault();
            this.does.list(LISTS[to]);
            this.tabs[LISTS[to]].focus();
        }
    }

    #renderHead({ link, board, unreadTotal }) {
        const online = board?.me.online ?? false;
        const troubled = link === 'slow' || link === 'lost' || link === 'signed-out';
        const text = board && !troubled ? online ? 'online' : 'offline' : link === 'well' ? 'connecting' : link;
        const connected = link === 'well' && board ? ` · ${this.t('connected')}` : '';

        this.dot.className = `dot ${link === 'well' ? online ? 'on' : 'off' : ''}`;
        say(this.state, link === 'slow' || link === 'lost' ? this.t('lost-short') : this.t(text) + connected);
        this.badge.hidden = unreadTotal === 0;
        if (this.badge.dataset.n !== String(unreadTotal)) {
            this.badge.dataset.n = String(unreadTotal);
            this.badge.replaceChildren(
                el('span', { 'aria-hidden': 'true' }, String(unreadTotal)),
                el('span', { class: 'hush' }, unreadText(unreadTotal, this.t)),
            );
        }
    }

    #renderBanner(link) {
        const shown = ['slow', 'lost', 'signed-out'].includes(link);

        if (this.banner.dataset.link === link) {
            return;
        }
        this.banner.dataset.link = link;
        this.banner.hidden = !shown;
        this.banner.classList.toggle('bad', link === 'signed-out');
        this.banner.replaceChildren(...shown ? [
            el('div', {}, el('strong', {}, this.t(link)), this.t(`${link}-detail`)),
            ...link === 'signed-out' ? [el('button', {
                type: 'button', class: 'button thin', onclick: () => this.does.reload(),
            }, this.t('reload'))] : [],
        ] : []);
    }

    #renderSwitch({ board, link, busy }) {
        const online = board?.me.online ?? false;

        this.switch.setAttribute('aria-checked', String(online));
        this.switch.setAttribute('aria-busy', String(busy));
        this.switch.disabled = !board || link === 'signed-out';
        say(this.onlineText, this.t(online ? 'you-are-online' : 'you-are-offline'));
        this.onlineHint.hidden = online;
        say(this.onlineHint, this.t('offline-hint'));
    }

    #renderTabs({ board, list }) {
        for (const name of LISTS) {
            const tab = this.tabs[name];
            const n = board?.[name].length ?? 0;

            tab.setAttribute('aria-selected', String(name === list));
            tab.tabIndex = name === list ? 0 : -1;
            tab.lastChild.hidden = n === 0;
            tab.lastChild.classList.toggle('hot', name === 'waiting');
            say(tab.lastChild, String(n));
        }
        this.list.setAttribute('aria-labelledby', `tab-${list}`);
    }

    #renderRows(state) {
        const lines = state.board?.[state.list] ?? [];
        const none = state.list === 'ongoing' && !state.board?.me.online ? 'none-ongoing-offline' : `none-${state.list}`;

        keyed(this.rows, lines, {
            key: ({ id }) => id,
            make: (line) => this.#makeRow(line),
            update: (row, line) => this.#renderRow(row, line, state),
        });
        this.empty.hidden = lines.length > 0;
        say(this.empty, this.t(none));
    }

    #makeRow({ id }) {
        const row = el('li', { class: 'row' });

        row.parts = {
            face: el('span', { class: 'face', 'aria-hidden': 'true' }),
            name: el('bdi'),
            time: el('time'),
            excerpt: el('bdi'),
            badge: el('span', { class: 'badge', hidden: true }),
            take: el('button', { type: 'button', class: 'button main thin', onclick: () => this.does.take(id) }, this.t('take')),
        };
        const { face, name, time, excerpt, badge, take } = row.parts;
        row.append(
            el(
                'button',
                { type: 'button', class: 'line', onclick: () => this.does.open(id) },
                face,
                el(
                    'span',
                    { class: 'text' },
                    el('span', { class: 'top' }, el('span', { class: 'name', dir: 'auto' }, name), time),
                    el('span', { class: 'low' }, el('span', { class: 'excerpt', dir: 'auto' }, excerpt), badge),
                ),
            ),
            take,
        );

        return row;
    }

    #renderRow(row, line, { list, open, unread }) {
        const { face, name, time, excerpt, badge, take } = row.parts;
        const n = list === 'ongoing' ? unread(line) : 0;
        const label = nameOf(line, this.t);

        row.className = `row ${open.has(line.id) ? 'open' : ''} ${n > 0 ? 'unread' : ''}`;
        say(face, initialsOf(line));
        face.dataset.tint = tintOf(line);
        say(name, label);
        say(time, list === 'waiting'
            ? lasting(Date.now() - line.waitingSince, this.t)
            : this.clock(line.lastAt));
        say(excerpt, line.excerpt);
        badge.hidden = n === 0;
        badge.setAttribute('aria-label', unreadText(n, this.t));
        badge.setAttribute('role', 'img');
        say(badge, String(n));
        take.hidden = list !== 'waiting';
        take.setAttribute('aria-label', this.t('take-name', { name: label }));
    }

    #renderColleagues(colleagues) {
        say(this.summary, this.t('colleagues', { n: colleagues.length }));
        keyed(this.people, colleagues, {
            key: ({ id }) => id,
            make: () => el(
                'li',
                {},
                el('span', { class: 'dot on', 'aria-hidden': 'true' }),
                el('span', { class: 'name' }, el('bdi')),
                el('span', { class: 'load', 'aria-hidden': 'true' }),
                el('span', { class: 'hush' }),
            ),
            update: (row, { name, load, capacity, away }) => {
                const [dot, who, loaded, hush] = row.children;

                dot.classList.toggle('on', !away);
                say(who.firstChild, away ? `${name} (${this.t('away')})` : name);
                say(loaded, this.t('load', { load, capacity }));
                say(hush, this.t('load-label', { name, load, capacity }));
            },
        });
    }
}
