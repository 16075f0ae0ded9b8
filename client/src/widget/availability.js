import { ApiProblem } from '../shared/api.js';
import { Poller } from '../shared/poller.js';

const MOST = 60000;

/**
 * What the shop offers now (the public status), asked while the page is looked at. No ticket, no cookie.
 */
export class Availability {
    /**
     * @param {import('../shared/api.js').Api} api
     * @param {() => void} onchange the mode or the settings' version is another
     * @param {() => boolean} idle false while a conversation's polls tell more than the status
     */
    constructor(api, onchange, idle) {
        /** "chat", "queue", "form" or "none"; "" before the first answer and while the shop has no chat. */
        this.mode = '';
        this.settings = 0;
        this.failed = false;
        this.poller = new Poller({
            most: MOST * 5,
            poll: async ({ hidden, signal }) => {
                if (hidden || !idle()) {
                    return MOST;
                }
                const status = await api.call('status', { ticket: false, signal });
                this.#set(status.mode, status.settings, onchange);

                return status.delay || MOST;
            },
            onproblem: (problem) => {
                this.failed = true;
                // switched off or unable: no window. No answer at all says nothing about the shop.
                this.#set(problem instanceof ApiProblem ? '' : this.mode, this.settings, onchange);
            },
        });
    }

    start() {
        this.poller.start();
    }

    #set(mode, settings, onchange) {
        Object.assign(this, { mode, settings });
        onchange();
    }
}
