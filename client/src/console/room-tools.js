import { el } from '../shared/dom.js';
import { icons } from './icons.js';

/** What can be done to a conversation, as a row of buttons in its window. */
export class RoomTools {
    /**
     * @param {{
     *   t: Function, id: number, side: HTMLElement|null,
     *   does: {side: Function, transfer: Function, invite: Function, block: Function, leave: Function, end: Function}
     * }} options side: what the "Customer" button unfolds, null if there is nothing
     */
    constructor({ t, id, side, does }) {
        const tool = (word, picture, onclick) => el(
            'button',
            { type: 'button', class: 'tool', 'aria-label': t(word), title: t(word), onclick },
            picture,
        );
        const named = (word, picture, onclick) => el('button', { type: 'button', class: 'text-tool', onclick }, picture, t(word));

        this.about = tool('about', icons.person(), () => does.side());
        this.about.hidden = !side;
        if (side) {
            this.about.setAttribute('aria-expanded', 'false');
            this.about.setAttribute('aria-controls', side.id);
        }
        this.owner = [
            tool('transfer', icons.transfer(), () => does.transfer(id)),
            tool('invite', icons.people(), () => does.invite(id)),
            tool('block', icons.block(), () => does.block(id)),
        ];
        this.end = named('end', icons.end(), () => does.end(id));
        this.leave = named('leave', icons.leave(), () => does.leave(id));
        this.element = el(
            'div',
            { class: 'tools' },
            this.about,
            ...this.owner,
            el('span', { class: 'grow' }),
            this.leave,
            this.end,
        );
    }

    /** @param {{open: boolean, mine: boolean}} state open: can something be done to it; mine: not only looked in to */
    render({ open, mine }) {
        this.element.hidden = !open && this.about.hidden;
        [...this.owner, this.end].forEach((one) => (one.hidden = !open || !mine));
        this.leave.hidden = !open || mine;
    }

    /** @param {boolean} unfolded is the side shown */
    unfolded(unfolded) {
        this.about.setAttribute('aria-expanded', String(unfolded));
    }
}
