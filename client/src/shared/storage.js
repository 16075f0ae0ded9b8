/**
 * Names and access for what a client keeps in the browser. Every name carries role, installation and
 * shop, because an owner's first test is visitor and operator in one browser profile.
 */

/**
 * @param {{role: 'visitor'|'operator', entry: string, shop: number|string}} of
 * @returns {(what: string) => string} such as `onlinechat:visitor:/entry.php:1:ticket`
 */
export function namesFor({ role, entry, shop }) {
    const installation = new URL(entry, location.href).pathname;

    return (what) => `onlinechat:${role}:${installation}:${shop}:${what}`;
}

/**
 * JSON values in localStorage. A browser may refuse storage altogether (private mode, policy, quota):
 * then the value lives as long as the page.
 */
export class Store {
    /**
     * @param {(what: string) => string} names from namesFor()
     * @param {Storage|null} [storage]
     */
    constructor(names, storage = browserStorage()) {
        this.names = names;
        this.storage = storage;
        this.page = new Map();
    }

    /** @returns {any} null if there is nothing readable */
    get(what) {
        const name = this.names(what);
        let text = this.page.get(name);

        try {
            text ??= this.storage?.getItem(name);
            return text ? JSON.parse(text) : null;
        } catch {
            return null;
        }
    }

    set(what, value) {
        const name = this.names(what);
        const text = JSON.stringify(value);

        try {
            this.storage.setItem(name, text);
            this.page.delete(name);
        } catch {
            this.page.set(name, text);
        }
    }

    remove(what) {
        const name = this.names(what);

        this.page.delete(name);
        try {
            this.storage.removeItem(name);
        } catch {
            // nothing was stored there
        }
    }

    /** Calls `work` when another tab changes this value; what only this page holds nobody changes. */
    watch(what, work, view = window) {
        if (this.storage) {
            view.addEventListener('storage', ({ key }) => key === this.names(what) && work());
        }
    }

    /**
     * What stands under names that begin with `what`.
     *
     * @returns {string[]} the parts of the names after it, in no order
     */
    under(what) {
        const start = this.names(what);
        const names = new Set(this.page.keys());

        try {
            for (let i = 0; i < this.storage.length; i++) {
                names.add(this.storage.key(i));
            }
        } catch {
            // only what the page holds
        }

        return [...names].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    }
}

/** What is forgotten when the tab is closed; null where the browser refuses it. */
export function sessionStore() {
    try {
        return window.sessionStorage;
    } catch {
        return null;
    }
}

function browserStorage() {
    try {
        return window.localStorage;
    } catch {
        return null;
    }
}
