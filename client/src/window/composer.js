import { blank } from '../shared/blank.js';
import { el, say } from '../shared/dom.js';
import { sendIcon } from './icons.js';

/** Characters, as the server counts them. */
const LIMIT = 4000;
const NEAR = 3600;

/** Where the visitor writes. The text grows with what is in it and is kept across pages until it is sent. */
export class Composer {
    /**
     * @param {(word: string, values?: object) => string} words
     * @param {import('../shared/storage.js').Store} store
     * @param {{input: (text: string) => void, send: (text: string) => void, may: () => boolean}} actions may: asked before
     *   each message
     */
    constructor(words, store, actions) {
        Object.assign(this, { words, store, actions, timer: null });
        this.text = el('textarea', {
            id: 'text', rows: 1, dir: 'auto', placeholder: words('message'), enterKeyHint: 'send',
            'aria-label': words('message'), 'aria-describedby': 'count', oninput: () => this.#input(), onkeydown: (event) => this.#key(event),
        });
        // the same text behind the box gives it its height, without any inline style
        this.mirror = el('div.mirror', { 'aria-hidden': 'true' });
        this.count = el('p.count', { id: 'count', hidden: true });
        this.button = el('button', { type: 'submit', className: 'send', 'aria-label': words('send'), title: words('send'), disabled: true }, sendIcon());
        this.element = el('form.composer',
            { onsubmit: (event) => this.#submit(event) },
            el('div.box', {  }, el('div.grow', {  }, this.text, this.mirror), this.button),
            this.count,
        );
        this.put(store.get('draft') ?? '');
        store.watch('draft', () => this.#heard());
    }

    /** Puts a text into the box. */
    put(text) {
        this.text.value = text;
        this.#measure();
    }

    /** A text for an empty box. */
    suggest(text = '') {
        if (!this.text.value) {
            this.put(text);
        }
    }

    focus() {
        this.text.focus({ preventScroll: true });
    }

    #input() {
        this.#measure();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.keep(), 300);
        this.actions.input(this.text.value);
    }

    /** What another tab keeps is the text here too, so that nothing is sent twice; unless it is being typed in here. */
    #heard() {
        const text = this.store.get('draft') ?? '';

        if (this.timer === null && text !== this.text.value) {
            this.put(text);
        }
    }

    /** In the store, for the next page and the other tabs. */
    keep() {
        clearTimeout(this.timer);
        this.timer = null;
        if (this.text.value) {
            this.store.set('draft', this.text.value);
        } else if (this.store.get('draft') !== null) {
            this.store.remove('draft');
        }
    }

    #key(event) {
        // while a word is being composed (Japanese, Chinese, …) Enter belongs to that
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
            this.#submit(event);
        }
    }

    #submit(event) {
        event.preventDefault();
        if (!this.button.disabled && this.actions.may()) {
            const text = this.text.value.trim();

            this.put('');
            this.keep();
            this.actions.send(text);
            this.focus();
        }
    }

    #measure() {
        const text = this.text.value;
        const n = Array.from(text.trim()).length;
        const over = n > LIMIT;

        say(this.mirror, `${text}\n`);
        this.button.disabled = blank(text) || over;
        this.count.hidden = n < NEAR;
        say(this.count, this.words('length', { n, max: LIMIT }));
        this.element.classList.toggle('over', over);
        this.text.setAttribute('aria-invalid', String(over));
    }
}
