import { el, say } from '../shared/dom.js';
import { textIn } from '../shared/words.js';

/** The top of the window: the owner's picture or an initial, the owner's title, with whom one talks, and the buttons. */
export class Heading {
    /** @param {...HTMLElement} buttons */
    constructor(...buttons) {
        this.title = el('h2', { id: 'title', dir: 'auto' });
        this.line = el('p.line', { dir: 'auto' });
        this.initial = el('span');
        this.picture = el('img', { alt: '', hidden: true, onerror: () => this.#face(this.address, true) });
        this.avatar = el('span.avatar', { 'aria-hidden': 'true' }, this.picture, this.initial);
        // no <header>: in a dialog that would be a second banner of the page
        this.element = el('div.header', {}, this.avatar, el('div.heading', {}, this.title, this.line), ...buttons);
    }

    /**
     * @param {{form: boolean, settings: object, transcript: object|null, language: string, words: Function}} what
     */
    render({ form, settings, transcript, language, words }) {
        const name = transcript?.operatorName || textIn(settings.operator_name, language);
        const title = form ? textIn(settings.form_header, language) || words('form_title')
            : textIn(settings.header, language) || words('title');
        const talking = !form && transcript?.status === 'ongoing' && name;

        say(this.title, title);
        say(this.line, talking ? words(transcript.operatorAway ? 'away' : 'with', { name }) : '');
        say(this.initial, talking ? Array.from(name)[0].toUpperCase() : '');
        this.#face(settings.avatar ?? '', this.broken && settings.avatar === this.address);
    }

    /** A picture that cannot be shown gives way to the initial. */
    #face(address, broken) {
        Object.assign(this, { address, broken });
        if (address && this.picture.getAttribute('src') !== address) {
            this.picture.src = address;
        }
        this.picture.hidden = !address || broken;
        this.initial.hidden = !this.picture.hidden;
        this.avatar.hidden = this.picture.hidden && !this.initial.textContent;
        this.avatar.classList.toggle('pictured', !this.picture.hidden);
    }
}
