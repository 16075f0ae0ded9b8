import { el, icon, say } from '../shared/dom.js';
import { linked } from '../shared/links.js';
import { Days } from './days.js';

const TOGETHER = 5 * 60 * 1000;

/** One tick for what the server has, two for what the other side's browser has or somebody has read. */
const TICKS = { sent: ['M5 12.5l4.5 4.5L19 7.5'], delivered: ['M2 12.5l4.5 4.5L16 7.5', 'M11.5 16.5l.5.5L21.5 7.5'] };
TICKS.read = TICKS.delivered;

/**
 * The messages. The list is a live region that is there before the first message; elements are kept by
 * message, so that only what is new is added and spoken, and nothing is spoken twice.
 */
export class Log {
    /**
     * @param {(word: string, values?: object) => string} words
     * @param {string} language
     * @param {{retry: (key: string) => void, edit: (key: string) => void}} actions
     */
    constructor(words, language, actions) {
        Object.assign(this, { words, actions, rows: new Map(), following: true });
        this.time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
        this.days = new Days(language);
        this.welcome = el('p.welcome', { dir: 'auto' });
        this.element = el('div.log',
            {
                role: 'log', tabIndex: 0, 'aria-label': words('log'), 'aria-live': 'polite',
                'aria-relevant': 'additions',
            },
            this.welcome,
        );
        // who reads at the end stays there when something comes, or when a notice or the keyboard takes room
        this.element.addEventListener('scroll', () => {
            const { scrollHeight, scrollTop, clientHeight } = this.element;

            this.following = scrollHeight - scrollTop - clientHeight < 40;
        });
        new ResizeObserver(() => this.#follow()).observe(this.element);
    }

    /**
     * @param {{
     *   conversation: number, messages: object[], pending: object[], quiet: boolean, read: number, delivered: number|null,
     *   welcome: string, name: string
     * }} what quiet: shown without being spoken (what an earlier page had); read, delivered: newest numbers
     */
    render({ quiet, welcome, ...what }) {
        const lines = this.days.between(this.#lines(what));

        this.#speak(!quiet);
        say(this.welcome, welcome);
        this.following ||= lines.some((line) => line.own && !this.#row(line));
        this.#remove(lines);
        lines.forEach((line, i) => this.#place(line, lines[i + 1], i));
        this.#follow();
    }

    #lines({ conversation, messages, pending, read, delivered, name }) {
        const own = messages.filter((message) => message.author === 'visitor').pop();
        const reached = (number) => (read >= number ? 'read' : delivered >= number ? 'delivered' : 'sent');

        return [
            ...messages.map((message) => ({
                id: `${conversation}/${message.number}`,
                former: message.key,
                own: message.author === 'visitor',
                name: message.author === 'visitor' ? '' : message.name || name,
                text: message.text,
                at: message.at,
                state: message === own ? reached(message.number) : '',
            })),
            ...pending.map((item) => ({
                id: item.key, own: true, name: '', text: item.text, at: item.at, state: item.state, key: item.key,
            })),
        ];
    }

    #follow() {
        if (this.following) {
            this.element.scrollTop = this.element.scrollHeight;
        }
    }

    #row(line) {
        return this.rows.get(line.id) ?? this.rows.get(line.former);
    }

    #remove(lines) {
        const kept = new Set(lines.map((line) => this.#row(line)));

        for (const [id, row] of this.rows) {
            if (!kept.has(row)) {
                row.element.remove();
                this.rows.delete(id);
            }
        }
    }

    #place(line, next, index) {
        const row = this.#row(line) ?? this.#make(line);
        const place = this.element.children[index + 1] ?? null;

        if (line.former && this.rows.delete(line.former)) {
            row.id = line.id;
        }
        this.rows.set(line.id, row);
        if (row.element !== place) {
            this.element.insertBefore(row.element, place);
        }

        if (line.day) {
            say(row.element, line.day);
            return;
        }
        // one line of name and time under what belongs together
        const joined = next && next.own === line.own && next.name === line.name && next.at - line.at < TOGETHER && !line.key;
        row.element.className = `row ${line.own ? 'own' : 'other'}${joined ? ' joined' : ''} ${line.state}`;
        say(row.time, this.time.format(line.at));
        this.#state(row, line);
    }

    #make(line) {
        if (line.day) {
            return { element: el('p.day') };
        }
        const row = { time: el('time', { dateTime: new Date(line.at).toISOString() }), state: el('span.state'), shown: '' };

        row.element = el('div.row',
            {  },
            el('span.hide', {  }, `${line.own ? this.words('you') : line.name}:`),
            el('p.bubble', { dir: 'auto' }, ...linked(line.text)),
            el('p.meta', {  }, line.name && el('span.name', { 'aria-hidden': 'true' }, line.name), row.time, row.state),
        );

        return row;
    }

    #state(row, { state, key }) {
        if (state === row.shown) {
            return;
        }
        row.shown = state;
        if (state === 'failed') {
            row.state.replaceChildren(
                el('span.problem', {  }, this.words('failed')),
                el('button.link', { onclick: () => this.actions.retry(key) }, this.words('again')),
                el('button.link', { onclick: () => this.actions.edit(key) }, this.words('edit')),
            );
        } else {
            row.state.replaceChildren(...TICKS[state] ? [icon(...TICKS[state])] : [], state && this.words(state));
        }
    }

    #speak(aloud) {
        const live = aloud ? 'polite' : 'off';

        if (this.element.getAttribute('aria-live') !== live) {
            this.element.setAttribute('aria-live', live);
        }
    }
}
