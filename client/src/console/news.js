import { el, say } from '../shared/dom.js';
import { nameOf } from './names.js';

/** One line to screen readers for what no open window's log announces. */
export class News {
    /**
     * @param {import('./desk.js').Desk} desk
     * @param {Function} t
     */
    constructor(desk, t) {
        Object.assign(this, { desk, t, known: null });
        this.element = el('div', { class: 'hush', role: 'status' });
    }

    /**
     * What was there when the page was loaded is no news.
     *
     * @param {object[]} ongoing the board's lines
     * @param {{id: number, minimised: boolean}[]} open the windows
     */
    hear(ongoing, open) {
        for (const line of this.known ? ongoing : []) {
            const before = this.known.get(line.id);
            const window = open.find(({ id }) => id === line.id);

            if (before === undefined) {
                say(this.element, this.t('opened-new', { name: nameOf(line, this.t) }));
            } else if (line.last > before && (!window || window.minimised) && this.desk.unread(line) > 0) {
                say(this.element, this.t('new-message', { name: nameOf(line, this.t) }));
            }
        }
        this.known = new Map(ongoing.map((line) => [line.id, line.last]));
    }
}
