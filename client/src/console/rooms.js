import { el, style } from '../shared/dom.js';
import { keyed } from './keyed.js';
import { RoomView } from './room-view.js';

const ACTIONS = ['end', 'transfer', 'invite', 'leave', 'block', 'reopen', 'take'];

/** The conversation windows that are shown, side by side. */
export class Rooms {
    /**
     * @param {{
     *   desks: import('./desks.js').Desks, memory: import('./memory.js').Memory, actions: import('./actions.js').Actions,
     *   windows: import('./windows.js').Windows, config: object, t: Function, clock: Function, days: object, root: ShadowRoot,
     *   does: {minimise: (id: number) => void, hide: (id: number) => void, used: (id: number) => void}
     * }} options
     */
    constructor(options) {
        Object.assign(this, options, { views: new Map(), adopted: new Set() });
        this.element = el('div', { class: 'rooms' });
    }

    /** @param {{id: number, shop: number, minimised: boolean}[]} shown */
    render(shown) {
        for (const { id, shop } of shown) {
            if (!this.views.has(id)) {
                this.views.set(id, this.#make(id, shop));
                this.#adopt(this.views.get(id).mounted);
            }
        }
        keyed(this.element, shown, {
            key: ({ id }) => id,
            make: ({ id }) => this.views.get(id).element,
            update: (_, { id, minimised }) => this.#update(this.views.get(id), minimised),
        });
        for (const [id, view] of [...this.views]) {
            if (shown.every((one) => one.id !== id)) {
                this.views.delete(id);
            } else {
                view.settle();
            }
        }
    }

    #update(view, minimised) {
        const { room, desk, id } = view;

        view.render({
            minimised,
            typing: desk.typing.includes(id),
            unread: room.line?.status === 'ongoing' && !room.away ? room.unread : 0,
            signedOut: desk.link === 'signed-out',
        });
    }

    #make(id, shop) {
        const { actions, memory, desks, config, t, clock, days, does } = this;
        const room = desks.room(id, shop);

        return new RoomView({
            room,
            desk: desks.of(id),
            several: desks.several,
            config,
            t,
            clock,
            days,
            draft: memory.draft(id),
            does: {
                ...does,
                ...Object.fromEntries(ACTIONS.map((name) => [name, () => actions[name](id)])),
                draft: (_, text) => memory.keepDraft(id, text),
            },
        });
    }

    /** Style sheets of what is mounted in windows, each once. */
    #adopt(mounted) {
        for (const { styles: text } of mounted) {
            if (text && !this.adopted.has(text)) {
                this.adopted.add(text);
                style(this.root, text);
            }
        }
    }
}
