import { Poller } from '../shared/poller.js';
import { ApiProblem } from '../shared/problems.js';

const MOST = 60000;
/** Who has the window open and no conversation waits for what the status says. */
const OPEN = 15000;

/**
 * What the shop offers now (the public status), asked while the page is looked at. No ticket, no cookie.
 */
export class Availability {
    /**
     * @param {(signal: AbortSignal) => Promise<object>} ask the action "status"
     * @param {() => void} onchange the mode, the time of opening or the settings' version is another
     * @param {() => boolean} idle false while a conversation's polls tell more than the status
     * @param {() => boolean} open the window is open
     */
    constructor(ask, onchange, idle, open) {
        /** "chat", "queue", "form" or "none"; "" before the first answer and while the shop has no chat. */
        this.mode = '';
        this.settings = 0;
        /** When the shop opens, ms since 1970; 0: it is open, or nobody can say. */
        this.opens = 0;
        this.failed = false;
        this.onchange = onchange;
        this.poller = new Poller({
            most: MOST * 5,
            poll: async ({ hidden, signal }) => {
                if (hidden || !idle()) {
                    return MOST;
                }
                const status = await ask(signal);
                this.opens = status.opens ?? 0;
                this.#set(status.mode, status.settings);

                return Math.min(status.delay || MOST, open() ? OPEN : MOST);
            },
            onproblem: (problem) => {
                this.failed = true;
                // switched off or unable: no window. No answer at all says nothing about the shop.
                this.#set(problem instanceof ApiProblem ? '' : this.mode, this.settings);
            },
        });
    }

    start() {
        this.poller.start();
    }

    /** The visitor opens the window: what was true a minute ago is not enough. */
    refresh() {
        this.poller.running ? this.poller.now() : this.start();
    }

    /** Another answer named the version of the settings. */
    settingsAre(version) {
        this.#set(this.mode, version);
    }

    #set(mode, settings) {
        Object.assign(this, { mode, settings });
        this.onchange();
    }
}
