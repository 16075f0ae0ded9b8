import { el, say } from '../shared/dom.js';
import { keyed } from './keyed.js';

/** One switch for each shop the employee serves: online there, or not (G11, G16). */
export class Switches {
    /** @param {{t: Function, opening: (opens: number) => string, toggle: (shop: number) => void}} options */
    constructor({ t, opening, toggle }) {
        Object.assign(this, { t, opening, toggle });
        this.element = el('div', { class: 'switches' });
    }

    /** @param {{desks: import('./desks.js').Desks, busy: boolean}} state */
    render({ desks, busy }) {
        keyed(this.element, desks.all, {
            key: ({ shop }) => shop.id,
            make: (desk) => this.#make(desk, desks.several),
            update: (row, desk) => this.#update(row, desk, busy),
        });
    }

    #make({ shop }, several) {
        const row = el('div', { class: 'switching' });

        row.parts = {
            text: el('strong'),
            hint: el('small', { hidden: true }),
            toggle: el('button', {
                type: 'button', class: 'switch', role: 'switch', 'aria-checked': 'false',
                'aria-label': several ? this.t('go-online-in', { shop: shop.name }) : this.t('go-online'),
                onclick: () => this.toggle(shop.id),
            }),
        };
        row.append(el(
            'div',
            { class: 'what' },
            several ? el('span', { class: 'shop' }, el('bdi', {}, shop.name)) : null,
            row.parts.text,
            row.parts.hint,
        ), row.parts.toggle);

        return row;
    }

    #update({ parts: { text, hint, toggle } }, { online, board, link }, busy) {
        toggle.setAttribute('aria-checked', String(online));
        toggle.setAttribute('aria-busy', String(busy));
        toggle.disabled = !board || link === 'signed-out';
        say(text, this.t(online ? 'you-are-online' : 'you-are-offline'));
        // Whoever is online: outside the hours visitors are not asked to wait for anybody.
        const closed = this.opening(board?.opens ?? 0);

        hint.hidden = online && !closed;
        say(hint, closed || this.t('offline-hint'));
    }
}
