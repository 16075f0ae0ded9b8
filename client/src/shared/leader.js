import { realClock } from './clock.js';
import { newKey } from './key.js';
import { onLook } from './look.js';

const BEAT = 1000;
const LEASE = 2500;

/**
 * One tab of a person leads: it polls and sends, the others listen (channel.js). The tab that is looked at
 * takes the lead, so that neither a hidden tab's slow timers nor a frozen page's lock slow the visible one;
 * when the leader closes, another tab leads within three seconds.
 *
 * Web Locks where there are any (secure pages only), else a lease with a heartbeat in localStorage.
 */
export class Leader {
    /**
     * @param {{
     *   name: string, onlead: () => void, onfollow: () => void, locks?: LockManager|null,
     *   storage?: Storage, clock?: typeof realClock, page?: Document, view?: Window
     * }} options onlead and onfollow are called once a change
     */
    constructor(options) {
        Object.assign(this, {
            locks: globalThis.navigator?.locks, clock: realClock, page: globalThis.document, view: globalThis.window,
            id: newKey(), leading: false, open: false,
        }, options);
        this.way = this.locks ? new ByLock(this) : new ByLease(this);
        this.gone = () => this.stop();
        this.back = (event) => event.persisted && this.start();
    }

    /** Takes part: leads at once if the page is looked at, else when nobody does. */
    start() {
        this.open = true;
        this.blind = onLook(() => this.take(), this.page, this.view);
        this.view.addEventListener('pagehide', this.gone);
        // stays after stop(): a page that comes back from the browser's cache takes part again
        this.view.addEventListener('pageshow', this.back);
        this.page.hidden ? this.way.wait() : this.take();
    }

    /** Leads, whoever did before. */
    take() {
        if (this.open && !this.leading) {
            this.way.take();
        }
    }

    /** No longer takes part (the page goes away, or into the browser's cache). */
    stop() {
        this.open = false;
        this.blind?.();
        this.view.removeEventListener('pagehide', this.gone);
        this.way.stop();
        this.set(false);
    }

    /** For the two ways below. */
    set(leading) {
        if (leading !== this.leading) {
            this.leading = leading;
            leading ? this.onlead() : this.onfollow();
        }
    }
}

class ByLock {
    constructor(leader) {
        Object.assign(this, { leader, release: null, waiting: null });
    }

    take() {
        this.waiting?.abort();
        this.#request({ steal: true });
    }

    wait() {
        this.waiting = new AbortController();
        this.#request({ signal: this.waiting.signal });
    }

    stop() {
        this.waiting?.abort();
        this.release?.();
    }

    async #request(options) {
        let mine;
        try {
            await this.leader.locks.request(this.leader.name, options, () => {
                if (!this.leader.open) {
                    return undefined;
                }
                const held = new Promise((resolve) => {
                    mine = resolve;
                });
                this.release = mine;
                this.leader.set(true);
                return held;
            });
        } catch {
            // taken by the tab that is looked at now, or this request was given up
            if (mine && this.release === mine && this.leader.open) {
                this.release = null;
                this.leader.set(false);
                this.wait();
            }
        }
    }
}

class ByLease {
    constructor(leader) {
        Object.assign(this, { leader, timer: null });
        try {
            this.storage = leader.storage ?? leader.view.localStorage;
        } catch {
            this.storage = null;
        }
        this.heard = (event) => event.key === leader.name && this.#look();
    }

    take() {
        this.#write();
        this.wait();
    }

    wait() {
        this.leader.view.addEventListener('storage', this.heard);
        this.#look();
        this.#beat();
    }

    stop() {
        this.leader.clock.clearTimeout(this.timer);
        this.leader.view.removeEventListener('storage', this.heard);
        if (this.#read().id === this.leader.id) {
            this.#write(0);
        }
    }

    #beat() {
        this.leader.clock.clearTimeout(this.timer);
        this.timer = this.leader.clock.setTimeout(() => {
            this.#look();
            if (this.leader.leading) {
                this.#write();
            }
            this.#beat();
        }, BEAT);
    }

    #look() {
        const { id, until } = this.#read();
        const now = this.leader.clock.now();

        // a lease far ahead was written before the clock was set back
        if (id !== this.leader.id && (until <= now || until > now + LEASE)) {
            this.#write();
        }
        this.leader.set(this.#read().id === this.leader.id);
    }

    #read() {
        try {
            return JSON.parse(this.storage.getItem(this.leader.name)) ?? { id: '', until: 0 };
        } catch {
            // without storage a tab cannot know of others, so each leads itself
            return this.storage ? { id: '', until: 0 } : { id: this.leader.id, until: 0 };
        }
    }

    #write(until = this.leader.clock.now() + LEASE) {
        try {
            this.storage.setItem(this.leader.name, JSON.stringify({ id: this.leader.id, until }));
        } catch {
            this.storage = null;
        }
    }
}
