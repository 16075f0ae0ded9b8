import { el, say } from '../shared/dom.js';
import { keyed } from './keyed.js';
import { ListRow } from './list-row.js';
import { nameOf } from './names.js';

/** The recap's lists of conversations, in tabs, with a search in the one that is shown. */
export class Lists {
    /**
     * @param {{
     *   t: Function, clock: (ms: number) => string, lists: string[],
     *   does: {list: (name: string) => void, open: (id: number) => void, readAlong: (line: object) => void, take: (id: number, shop: number) => void, redraw: () => void}
     * }} options lists: ongoing, waiting, finished, and everyone for supervisors
     */
    constructor({ t, clock, lists, does }) {
        Object.assign(this, { t, clock, lists, does });
        this.tabs = Object.fromEntries(lists.map((name) => [name, this.#tab(name)]));
        this.tablist = el('div', {
            class: `tabs n${lists.length}`, role: 'tablist', 'aria-label': t('lists'), onkeydown: (event) => this.#arrow(event),
        }, ...Object.values(this.tabs));
        this.search = el('div', { class: 'search', hidden: true }, this.query = el('input', {
            type: 'search', 'aria-label': t('search'), placeholder: t('search'), dir: 'auto', autocomplete: 'off',
            oninput: () => does.redraw(),
            onkeydown: (event) => this.#searchKey(event),
        }));
        this.panel = el(
            'div',
            { class: 'list', role: 'tabpanel', id: 'recap-list', 'aria-labelledby': 'tab-ongoing' },
            this.rows = el('ul'),
            this.empty = el('p', { class: 'empty', hidden: true }),
        );
    }

    /** @param {{desks: object, list: string, everyone: object[], open: Set<number>}} state everyone: the supervisor's overview */
    render(state) {
        const list = this.lists.includes(state.list) ? state.list : this.lists[0];
        const linesOf = (name) => (name === 'everyone' ? state.everyone : state.desks.list(name));

        for (const name of this.lists) {
            this.#renderTab(name, name === list, linesOf(name).length);
        }
        this.panel.setAttribute('aria-labelledby', `tab-${list}`);
        this.#renderRows(linesOf(list), { ...state, list });
    }

    /** Unfolds the search, or folds it and shows everything again. */
    toggleSearch(open = this.search.hidden) {
        this.search.hidden = !open;
        if (open) {
            this.query.focus();
        } else {
            this.query.value = '';
            this.does.redraw();
        }
    }

    /** @returns {HTMLElement|null} the line of a conversation, if it is in the list that is shown */
    lineOf(id) {
        return this.rows.querySelector(`[data-key="${id}"] .line`);
    }

    #tab(name) {
        return el(
            'button',
            {
                type: 'button', class: 'tab', role: 'tab', id: `tab-${name}`, 'aria-controls': 'recap-list',
                onclick: () => this.does.list(name),
            },
            el('span', {}, this.t(name)),
            el('span', { class: 'n', hidden: true }),
        );
    }

    #arrow(event) {
        const { lists, tabs } = this;
        const at = lists.findIndex((name) => tabs[name] === event.target);
        const forward = getComputedStyle(this.tablist).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const steps = { [forward]: 1, [forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: -1 };
        const to = { Home: 0, End: lists.length - 1 }[event.key]
            ?? (steps[event.key] ? (at + steps[event.key] + lists.length) % lists.length : -1);

        if (at >= 0 && to >= 0) {
            event.preventDefault();
            this.does.list(lists[to]);
            tabs[lists[to]].focus();
        }
    }

    #searchKey(event) {
        const found = this.rows.querySelector('.line');

        if (event.key === 'Escape') {
            event.preventDefault();
            this.toggleSearch(false);
            this.tabs[this.lists.find((name) => this.tabs[name].tabIndex === 0)].focus();
        } else if (event.key === 'Enter' && found) {
            event.preventDefault();
            found.click();
        } else if (event.key === 'ArrowDown' && found) {
            event.preventDefault();
            found.focus();
        }
    }

    #renderTab(name, selected, n) {
        const tab = this.tabs[name];

        tab.setAttribute('aria-selected', String(selected));
        tab.tabIndex = selected ? 0 : -1;
        tab.lastChild.hidden = n === 0;
        tab.lastChild.classList.toggle('hot', name === 'waiting');
        say(tab.lastChild, String(n));
    }

    #renderRows(all, { desks, list, open }) {
        const asked = this.query.value.trim().toLocaleLowerCase();
        const holds = (line) => [nameOf(line, this.t), line.name, line.excerpt, line.operatorName ?? '', String(line.id)]
            .some((text) => text.toLocaleLowerCase().includes(asked));
        const lines = asked ? all.filter(holds) : all;
        const none = asked ? 'none-found' : list === 'ongoing' && !desks.online ? 'none-ongoing-offline' : `none-${list}`;

        keyed(this.rows, lines, {
            key: ({ id }) => id,
            make: (line) => new ListRow(line, { t: this.t, clock: this.clock, does: this.does }).element,
            update: (element, line) => element.row.render(line, { list, open, desk: desks.of(line.id, line.shop), several: desks.several }),
        });
        this.empty.hidden = lines.length > 0;
        say(this.empty, this.t(none));
    }
}
