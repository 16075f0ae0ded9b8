/**
 * What a console remembers between pages and shares between tabs: which windows are open, which of them
 * and whether the recap are minimised, the list shown, where the console stands, sound off, unsent text.
 *
 * `considered` is, for each conversation, the newest message for which a window was thought of: a window
 * the operator hid, or one there was no room for, does not jump up later for the same message (G12).
 * `recapMinimised` is null until the operator chose: a phone, and a page with a preview, then show the recap's title only.
 */
const FIRST = {
    open: [], considered: {}, recapMinimised: null, list: 'ongoing', place: { x: 0, y: 0 }, muted: null, profiles: {},
};

export class Memory {
    /** @param {import('../shared/storage.js').Store} store whose names carry role, shop and employee */
    constructor(store) {
        this.store = store;
        this.load();
    }

    load() {
        Object.assign(this, structuredClone(FIRST), this.store.get('desk') ?? {});
    }

    save() {
        this.store.set('desk', Object.fromEntries(Object.keys(FIRST).map((name) => [name, this[name]])));
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
}
