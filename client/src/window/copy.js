import { el, say } from '../shared/dom.js';
import { mailIcon } from './icons.js';

/** How long it is said what became of it, ms. */
const SAID = 15000;

/** "Send me this conversation": a letter to the customer's own address, for who is signed in. */
export class Copy {
    /**
     * @param {(word: string) => string} words
     * @param {() => Promise<void>} send
     */
    constructor(words, send) {
        Object.assign(this, { words, send, timer: null });
        const label = words('transcript');

        this.button = el('button.tool.copy', { type: 'button', 'aria-label': label, title: label, hidden: true, onclick: () => this.#go() }, mailIcon());
        this.note = el('p.status', { role: 'status', dir: 'auto' });
    }

    async #go() {
        // not "disabled": that would take the focus away
        if (this.button.getAttribute('aria-disabled') === 'true') {
            return;
        }
        this.button.setAttribute('aria-disabled', 'true');
        this.#say('sending', '');
        try {
            await this.send();
            this.#say('transcript_sent', '');
        } catch (problem) {
            this.#say(problem.status === 429 ? 'transcript_often' : 'transcript_failed', 'warn');
        }
        this.button.setAttribute('aria-disabled', 'false');
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.forget(), SAID);
    }

    forget() {
        this.#say('', '');
    }

    #say(word, kind) {
        this.note.className = `status ${kind}`;
        say(this.note, word && this.words(word));
    }
}
