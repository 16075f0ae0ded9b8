import { el, say } from '../shared/dom.js';
import { openingText } from './opening.js';

const ENDED = ['finished', 'archived'];
const WARNING = ['offline', 'slow', 'busy', 'closed', 'blocked', 'consent_missing'];
const MINUTE = 60000;
/** How long it is said that the operator is back, ms. */
const BACK = 10000;

/** The line below the messages: what the visitor should know, the most important of it; and the way to the contact form. */
export class Notices {
    /**
     * @param {import('./view.js').View} view
     * @param {() => void} leave to the contact form
     */
    constructor(view, leave) {
        Object.assign(this, { view, away: false, backUntil: 0 });
        this.text = el('span');
        this.instead = el('button.link.instead', { type: 'button', onclick: leave }, view.words('instead'));
        this.status = el('p.status', { role: 'status' });
        this.element = el('div.notices', {}, this.status, view.copy.note, this.instead);
    }

    render(form) {
        const { view: { words } } = this;
        const word = form ? '' : this.#word();

        this.status.className = `status ${WARNING.includes(word) ? 'warn' : ENDED.includes(word) ? 'ended' : ''}`;
        say(this.status, word === 'queued' ? this.#queue() : word === 'closed' ? this.#closed() : word && words(word, { name: this.view.name }));
        this.instead.hidden = form || !this.#mayLeave();
    }

    #word() {
        const { session, session: { transcript, reading } } = this.view;

        if (session.unreachable || reading.failures > 1 || !navigator.onLine) {
            return 'offline';
        }
        if (reading.degraded) {
            return 'slow';
        }
        if (session.refused === 'blocked') {
            return 'blocked';
        }
        if (session.refused === 'consent') {
            return 'consent_missing';
        }
        if (ENDED.includes(transcript?.status)) {
            return session.refused && this.#offer() || transcript.status;
        }
        if (session.waiting) {
            return 'queued';
        }

        return session.current ? this.#presence(transcript) : this.#offer();
    }

    /** The operator left for a moment, or is back. */
    #presence({ operatorAway }) {
        if (this.away && !operatorAway) {
            this.backUntil = Date.now() + BACK;
            setTimeout(() => this.view.update(), BACK);
        }
        this.away = operatorAway;
        if (operatorAway) {
            return 'away';
        }

        return Date.now() < this.backUntil ? 'back' : '';
    }

    /** Place and estimate, as far as they are known. */
    #queue() {
        const { words, session: { transcript: { position, estimate } } } = this.view;
        const minutes = Math.ceil(estimate / MINUTE);

        return [
            position > 0 && words('position', { n: position }),
            minutes > 0 && words(minutes === 1 ? 'estimate_one' : 'estimate', { n: minutes }),
            words('queued'),
        ].filter(Boolean).join(' ');
    }

    #closed() {
        const { words, launcher: { locale }, availability: { opens } } = this.view;

        return [words('closed'), openingText(opens, locale, words)].filter(Boolean).join(' ');
    }

    /** @returns {string} the word for what somebody without a conversation should know before writing */
    #offer() {
        const { availability: { mode }, session: { refused, joined, ready } } = this.view;

        if (joined && !ready) {
            return 'preparing';
        }
        if (refused === 'full') {
            return 'busy';
        }
        if (refused === 'waiting' || mode === 'queue') {
            return 'busy_queue';
        }

        return refused === 'closed' || mode === 'none' ? 'closed' : '';
    }

    /** Who waits, would have to wait, or was refused may leave a message instead. */
    #mayLeave() {
        const { availability: { mode }, session } = this.view;

        return session.waiting || !session.endable && session.refused !== 'blocked' && ['queue', 'form'].includes(mode);
    }
}
