import { el, say } from '../shared/dom.js';
import { newsOf } from './attention.js';
import { nameOf } from './names.js';

/** One line to screen readers for what no open window's log announces. */
export class News {
    /**
     * @param {import('./desks.js').Desks} desks
     * @param {Function} t
     */
    constructor(desks, t) {
        Object.assign(this, { desks, t, told: null });
        this.element = el('div', { class: 'hush', role: 'status' });
    }

    /**
     * What was there when the page was loaded is no news.
     *
     * @param {{id: number, minimised: boolean}[]} open the windows
     */
    hear(open) {
        if (!this.desks.complete) {
            return;
        }
        const { told, conversations, messages } = newsOf(
            this.told,
            this.desks.list('ongoing'),
            (id) => this.desks.of(id).newestOfVisitor(id),
        );
        const unseen = messages.filter(({ id }) => open.find((one) => one.id === id)?.minimised ?? true);

        this.told = told;
        conversations.forEach((line) => this.#say('opened-new', line));
        unseen.forEach((line) => this.#say('new-message', line));
    }

    #say(word, line) {
        say(this.element, this.t(word, { name: nameOf(line, this.t) }));
    }
}
