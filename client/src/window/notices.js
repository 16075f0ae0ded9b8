import { el, say } from '../shared/dom.js';
import { openingText } from './opening.js';

const ENDED = ['finished', 'archived'];
const WARNING = ['offline', 'slow', 'busy', 'closed', 'blocked', 'consent_missing'];
const MINUTE = 60000;
/** How long it is said that the operator is back, ms. */
const BACK = 10000;
/** What a timer can wait at most, ms. */
const LONGEST = 2 ** 31 - 2;

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
        this.status = el('p.status', { role: 'status', dir: 'auto' });
        this.element = el('div.notices', {}, this.status, view.copy.note, this.instead);
    }

    render(form) {
        const word = form ? '' : this.#word();

        this.status.className = `status ${WARNING.includes(word) ? 'warn' : ENDED.includes(word) ? 'ended' : ''}`;
        say(this.status, this.#say(word));
        this.instead.hidden = form || !this.#mayLeave();
    }

    #say(word) {
        const made = { queued: () => this.#queue(), closed: () => this.#closed(), blocked: () => this.#blocked() }[word];

        return made ? made() : word && this.view.words(word, { name: this.view.name });
    }

    #word() {
        const { session, session: { transcript, reading } } = this.view;

        if (session.unreachable || reading.failures > 1 || !navigator.onLine) {
            return 'offline';
        }
        if (reading.degraded) {
            return 'slow';
        }
        if (this.#blockedUntil || session.refused === 'blocked') {
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

    /** Until when this visitor may not write (ms), 0: they may. */
    get #blockedUntil() {
        const { transcript, refused, refusedUntil } = this.view.session;
        const until = Math.max(transcript?.blockedUntil ?? 0, refused === 'blocked' ? refusedUntil : 0);

        return until > Date.now() ? until : 0;
    }

    /** Until when; and that it is over, as soon as it is. */
    #blocked() {
        const { view: { words, language } } = this;
        const blockedUntil = this.#blockedUntil;

        clearTimeout(this.lifted);
        if (!blockedUntil) {
            return words('blocked');
        }
        this.lifted = setTimeout(() => this.view.update(), Math.min(blockedUntil - Date.now(), LONGEST) + 1);

        return words('blocked_until', {
            when: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(blockedUntil),
        });
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

        return session.waiting || !session.endable && session.refused !== 'blocked' && !this.#blockedUntil && ['queue', 'form'].includes(mode);
    }
}
