/**
 * What a console remembers between pages and shares between tabs: which windows are open, which of them
 * and whether the recap are minimised, the list shown, unsent text.
 *
 * `considered` is, for each conversation, the newest message for which a window was thought of: a window
 * the operator hid, or one there was no room for, does not jump up later for the same message (G12).
 */
export class Memory {
    /** @param {import('../shared/storage.js').Store} store whose names carry role, shop and employee */
    constructor(store) {
        this.store = store;
        this.load();
    }

    load() {
        const { open = [], considered = {}, recapMinimised = false, list = 'ongoing' } = this.store.get('desk') ?? {};

        Object.assign(this, { open, considered, recapMinimised, list });
    }

    save() {
        const { open, considered, recapMinimised, list } = this;

        this.store.set('desk', { open, considered, recapMinimised, list });
    }

    /** Forgets what concerns conversations that the board no longer lists. */
    prune(ids) {
        for (const id of Object.keys(this.considered)) {
            if (!ids.has(Number(id))) {
                delete this.considered[id];
                this.store.remove(`draft:${id}`);
            }
        }
    }

    draft(id) {
        return this.store.get(`draft:${id}`) ?? '';
    }

    keepDraft(id, text) {
        text ? this.store.set(`draft:${id}`, text) : this.store.remove(`draft:${id}`);
    }

    /**
     * Which part a storage event of another tab touched, and of which conversation.
     *
     * @returns {{part: 'desk'|'ticket'|'draft'|'outbox'|'', id: number}}
     */
    touched(key) {
        const part = ['desk', 'ticket', 'draft', 'outbox'].find((name) => key?.startsWith(this.store.names(name))) ?? '';

        return { part, id: part ? Number.parseInt(key.slice(this.store.names(part).length + 1), 10) || 0 : 0 };
    }
}
