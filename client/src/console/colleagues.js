import { el, say } from '../shared/dom.js';
import { keyed } from './keyed.js';

/** Who else is online, and how much each has to do. */
export class Colleagues {
    /** @param {{t: Function}} options */
    constructor({ t }) {
        this.t = t;
        this.element = el('details', { class: 'colleagues' }, this.summary = el('summary'), this.people = el('ul'));
    }

    /** @param {object[]} colleagues of the board */
    render(colleagues) {
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
