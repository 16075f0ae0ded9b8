import { blank } from '../shared/blank.js';
import { el, say } from '../shared/dom.js';
import { icons } from './icons.js';

const MOST = 4000;
const TELL_FROM = 3600;

/** Where the operator writes. Enter sends, Shift and Enter begins a line. */
export class Composer {
    /** @param {{t: Function, draft: string, onsend: (text: string) => void, oninput: (text: string) => void}} options */
    constructor({ t, draft, onsend, oninput }) {
        Object.assign(this, { t, onsend, oninput });
        this.element = el(
            'form',
            { onsubmit: (event) => this.#submit(event) },
            this.count = el('p', { class: 'count', role: 'status', hidden: true }),
            el(
                'div',
                { class: 'compose' },
                this.field = el('textarea', {
                    rows: 1, placeholder: t('write'), dir: 'auto', value: draft, autocomplete: 'off', enterKeyHint: 'send',
                    oninput: () => this.#changed(), onkeydown: (event) => this.#key(event),
                }),
                this.button = el('button', { type: 'submit', class: 'send', 'aria-label': t('send') }, icons.send()),
            ),
        );
        this.#measure();
    }

    name(label) {
        if (this.field.getAttribute('aria-label') !== label) {
            this.field.setAttribute('aria-label', label);
        }
    }

    /** What is written stays; only sending is impossible. */
    lock(locked) {
        this.locked = locked;
        this.#measure();
    }

    /** Another tab changed the text; the field in use wins. */
    adopt(text) {
        if (this.field.getRootNode().activeElement !== this.field) {
            this.field.value = text;
            this.#measure();
        }
    }

    /**
     * Puts text into the field in the place of a range, as if it were typed there.
     *
     * @param {string} text
     * @param {{from?: number, to?: number}} [range] without: where the caret or the selection is
     */
    write(text, { from = this.field.selectionStart, to = this.field.selectionEnd } = {}) {
        this.field.setRangeText(text, from, to, 'end');
        this.field.focus({ preventScroll: true });
        this.#changed();
    }

    #key(event) {
        if (event.defaultPrevented) {
            return;
        }
        // Enter that ends the composition of a character is not a send
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            this.element.requestSubmit();
        }
    }

    #submit(event) {
        event.preventDefault();
        if (!this.button.disabled) {
            const text = this.field.value.trim();

            this.field.value = '';
            this.#measure();
            this.onsend(text);
            this.field.focus();
        }
    }

    #changed() {
        this.#measure();
        this.oninput(this.field.value);
    }

    #measure() {
        const n = [...this.field.value.trim()].length;

        this.button.disabled = this.locked || blank(this.field.value) || n > MOST;
        this.count.hidden = n < TELL_FROM;
        this.count.classList.toggle('over', n > MOST);
        say(this.count, n < TELL_FROM ? '' : this.t('too-long', { n, most: MOST }));
    }
}
