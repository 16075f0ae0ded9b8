import { nameOf } from './names.js';

/**
 * Draws attention to what is new, once for all tabs: the leading one compares with what was told before, which is in
 * the store, so that neither a page change nor another leader tells it again or forgets it.
 */
export class Attention {
    /**
     * @param {{
     *   desks: import('./desks.js').Desks, store: import('../shared/storage.js').Store,
     *   ring: (kind: 'message'|'conversation') => void, notify: (about: {id: number, title: string, text: string}) => void,
     *   t: Function
     * }} options
     */
    constructor({ desks, store, ring, notify, t }) {
        Object.assign(this, { desks, store, ring, notify, t });
    }

    /** To be called when something changed. */
    hear() {
        if (!this.desks.complete || !this.desks.leader.leading) {
            return;
        }
        const told = this.store.get('told');
        const lines = this.desks.list('ongoing');
        const news = newsOf(told, lines, (id) => this.desks.of(id).newestOfVisitor(id));

        if (JSON.stringify(told) !== JSON.stringify(news.told)) {
            this.store.set('told', news.told);
        }
        // two sounds at once are noise: a conversation is the greater news
        if (news.conversations.length || news.messages.length) {
            this.ring(news.conversations.length ? 'conversation' : 'message');
        }
        [...news.conversations.map((line) => [line, 'opened-new']), ...news.messages.map((line) => [line, 'new-message'])]
            .forEach(([line, word]) => this.notify({
                id: line.id, title: this.t(word, { name: nameOf(line, this.t) }), text: line.excerpt,
            }));
    }
}

/**
 * @param {Record<number, number>|null} told for each conversation the newest message that was told; null: nothing was
 *   ever told, so that what is there is no news
 * @param {object[]} lines of the board
 * @param {(id: number) => number} newest the visitor's newest message that is here
 * @returns {{told: Record<number, number>, conversations: object[], messages: object[]}}
 */
export function newsOf(told, lines, newest) {
    const after = {};
    const news = { told: after, conversations: [], messages: [] };

    for (const line of lines) {
        const before = told?.[line.id];
        const now = newest(line.id);

        // the board may be ahead of what was read: all that was there when a conversation was first told is told with it
        after[line.id] = before === undefined ? line.last : Math.max(before, now);
        if (before === undefined && told) {
            news.conversations.push(line);
        } else if (before !== undefined && now > before) {
            news.messages.push(line);
        }
    }

    return news;
}
