import { el, say } from '../shared/dom.js';
import { textIn } from '../shared/words.js';

/** What the shop does with what is written: its privacy text, and the box one has to tick where it asks for consent. */
export class Terms {
    /**
     * @param {(word: string, values?: object) => string} words
     * @param {string} id of the box, in the shadow root
     * @param {(agreed: boolean) => void} onchange
     */
    constructor(words, id, onchange) {
        Object.assign(this, { words, onchange, shown: '', asked: '' });
        this.privacy = el('p', { dir: 'auto' });
        this.text = el('span', { dir: 'auto' });
        this.error = el('p.error', { id: `${id}-error` });
        this.box = el('input', {
            id, type: 'checkbox', required: true, 'aria-describedby': this.error.id, 'aria-invalid': 'false',
            onchange: () => {
                this.#say('');
                onchange(this.box.checked);
            },
        });
        this.label = el('label', { htmlFor: id }, this.box, this.text);
        this.element = el('div.terms', {}, this.privacy, this.label, this.error);
    }

    get agreed() {
        return !this.label.hidden && this.box.checked;
    }

    /**
     * @param {object} values the public settings
     * @param {string} language
     */
    render({ privacy, privacy_url: url, consent }, language) {
        const text = textIn(privacy, language);
        const address = safe(textIn(url, language));
        const shown = JSON.stringify([text, address]);
        const parts = partsIn(consent?.form, language);
        const asked = JSON.stringify(parts);

        if (shown !== this.shown) {
            this.shown = shown;
            this.privacy.replaceChildren(text, text && address ? ' ' : '', address ? link(address, this.words('privacy_link')) : '');
        }
        if (asked !== this.asked) {
            this.asked = asked;
            // agreed to another text
            this.reset();
            this.text.replaceChildren(...parts.map(({ text: part, url: to }) => (safe(to) ? link(safe(to), part) : part)));
        }
        this.privacy.hidden = !text && !address;
        this.label.hidden = !parts.length;
        this.element.hidden = this.privacy.hidden && this.label.hidden;
    }

    /** True if nothing has to be agreed to, or it is; else says so and goes there. */
    check() {
        const fine = this.label.hidden || this.box.checked;

        this.#say(fine ? '' : 'consent_missing');
        if (!fine) {
            this.box.focus();
        }

        return fine;
    }

    /** The next message has to be agreed to again. */
    reset() {
        this.box.checked = false;
        this.#say('');
        this.onchange(false);
    }

    #say(word) {
        this.box.setAttribute('aria-invalid', String(word !== ''));
        say(this.error, word && this.words(word));
    }
}

/** The text with its links; a shop that has it in no language of its own has none. */
function partsIn(texts, language) {
    const base = (language || '').toLowerCase();

    return texts?.[base] ?? texts?.[base.split('-')[0]] ?? Object.values(texts ?? {})[0] ?? [];
}

function link(href, text) {
    return el('a', { href, target: '_blank', rel: 'noopener' }, text);
}

/** The owner's texts come from a form: no address of another kind becomes a link. */
function safe(address) {
    try {
        const { protocol, href } = new URL(address || 'none:', location.href);

        return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : '';
    } catch {
        return '';
    }
}
