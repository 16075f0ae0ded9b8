import { el, say, style } from '../shared/dom.js';
import { textIn, wordsFor } from '../shared/words.js';
import { downIcon } from '../widget/icons.js';
import en from '../words/en.json';
import fr from '../words/fr.json';
import { Composer } from './composer.js';
import { Confirm } from './confirm.js';
import { ContactForm } from './contact.js';
import { Copy } from './copy.js';
import { Heading } from './heading.js';
import { endIcon } from './icons.js';
import { Log } from './log.js';
import { Notices } from './notices.js';
import { openingText } from './opening.js';
import css from './styles.css';
import { Surroundings } from './surroundings.js';
import { Terms } from './terms.js';

/** The window: shows what session, availability and settings say. */
export class View {
    /**
     * @param {import('../widget/launcher.js').Launcher} launcher
     * @param {import('./session.js').Session} session
     */
    constructor(launcher, session) {
        const { host, root, language, availability, settings } = launcher;

        Object.assign(this, {
            launcher, session, host, root, language, availability, settings,
            words: wordsFor({ en, fr }, launcher.locale, () => launcher.edited),
            open: false, due: false, titled: '', leaving: false,
        });
        style(root, css);
        this.#build();
        this.surroundings = new Surroundings(this, () => this.composer.keep());
    }

    /** True if there is something to show whatever the shop offers now. */
    get wanted() {
        const { session, open, availability: { mode } } = this;

        // an open window with a text in it stays, even if nobody is there any more
        return session.left || Boolean(session.transcript)
            || open && (mode !== 'none' || Boolean(this.composer.text.value) || this.contact.dirty || this.contact.sent
                || this.launcher.door.narrow);
    }

    /** Goes on as the page before was left. @param {boolean} reopens the window was open */
    goOn(reopens) {
        if (this.session.left) {
            this.session.join();
        }
        if (reopens) {
            this.show(false);
        }
    }

    /** Renders once, soon, however often it is called until then. */
    update() {
        if (!this.due) {
            this.due = true;
            queueMicrotask(() => {
                this.due = false;
                this.#render();
            });
        }
    }

    /** @param {boolean} byVisitor false when a page goes on as the one before was left: no focus moves then */
    show(byVisitor) {
        this.open = true;
        this.session.store.set('open', true);
        byVisitor ? this.availability.refresh() : this.availability.start();
        this.session.join();
        this.#render();
        if (byVisitor) {
            this.#focus();
        }
    }

    /** Where one writes; on a touch screen the keyboard would cover what there is to read. */
    #focus() {
        const place = !matchMedia('(pointer: fine)').matches ? this.window : this.form ? this.contact : this.composer;

        place.focus();
    }

    /** True if the contact form is shown in place of the conversation. */
    get form() {
        const { session, contact, leaving, availability: { mode } } = this;

        if (session.endable && !session.waiting) {
            return false;
        }

        return leaving || contact.sent || !session.left && !session.transcript && (mode === 'form' || contact.dirty);
    }

    /** The operator's name, or the owner's for all of them. */
    get name() {
        return this.session.transcript?.operatorName || textIn(this.settings.values.operator_name, this.language)
            || this.words('operator');
    }

    /** Another person is here: nothing of the one before stays. */
    forget() {
        this.composer.put('');
        this.contact.reset();
        this.leaving = false;
    }

    minimise() {
        this.open = false;
        this.session.store.set('open', false);
        if (this.contact.sent) {
            this.contact.reset();
            this.leaving = false;
        }
        this.#render();
        this.launcher.button.focus();
    }

    #build() {
        const { words, session } = this;

        this.copy = new Copy(words, () => session.shop.mailTranscript(session.conversation));
        this.terms = new Terms(words, 'consent', (agreed) => {
            session.agreed = agreed;
        });
        this.endButton = this.#button('end', 'end', endIcon(), () => this.confirm.ask());
        this.log = new Log(words, this.launcher.locale, {
            retry: (key) => session.retry(key),
            edit: (key) => this.#edit(key),
        });
        this.contact = new ContactForm(words, this.launcher.memory, {
            send: (body) => session.leaveMessage(body),
            changed: () => this.update(),
            back: () => this.#leave(false),
        });
        this.typingName = el('span');
        this.typing = el('p.typing', {  }, el('i'), el('i'), el('i'), this.typingName);
        this.notices = new Notices(this, () => this.#leave(true));
        this.composer = new Composer(words, session.store, {
            input: (text) => session.writing.input(text),
            send: (text) => session.send(text),
            may: () => this.terms.element.hidden || this.terms.check(),
        });
        this.confirm = new Confirm(words, () => session.end());
        this.heading = new Heading(this.copy.button, this.endButton, this.#button('minimise', 'minimise', downIcon(), () => this.minimise()));
        this.window = el('section.window',
            { id: 'window', role: 'dialog', 'aria-labelledby': 'title', tabIndex: -1, hidden: true },
            this.heading.element,
            this.log.element,
            this.contact.element,
            this.typing,
            this.notices.element,
            this.terms.element,
            this.composer.element,
        );
        this.window.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && this.minimise());
        // what is typed here is no short cut of the shop's page
        ['keydown', 'keyup', 'keypress'].forEach((type) => this.root.addEventListener(type, (event) => event.stopPropagation()));

        this.launcher.button.before(this.window);
        this.launcher.button.setAttribute('aria-controls', 'window');
        this.root.append(this.confirm.element);
    }

    /** To the contact form, or back from it to the conversation or the queue. */
    #leave(leaving) {
        this.leaving = leaving;
        if (leaving) {
            this.contact.suggest(this.composer.text.value);
        } else {
            this.contact.putAside();
        }
        this.#render();
        this.#focus();
    }

    #button(word, className, picture, onclick) {
        const label = this.words(word);

        return el(`button.tool.${className}`, { 'aria-label': label, title: label, onclick }, picture);
    }

    #edit(key) {
        const item = this.session.outbox.discard(key);

        if (item) {
            const draft = this.composer.text.value;

            this.composer.put(draft ? `${item.text}\n${draft}` : item.text);
            this.composer.focus();
        }
    }

    #render() {
        const { session, open } = this;

        this.launcher.render();
        if (this.host.hidden) {
            return;
        }
        this.window.hidden = !open;
        this.surroundings.fit();
        if (this.leaving && session.endable && !session.waiting) {
            // somebody has time now: what was written for later can be said at once
            this.leaving = false;
            this.composer.suggest(this.contact.values.message);
        }
        const { form } = this;

        this.heading.render({
            form, settings: this.settings.values, transcript: session.transcript, language: this.language, words: this.words,
        });
        this.window.classList.toggle('asking', form);
        this.#messages(form);
        this.#contact(form);
        this.notices.render(form);
        this.composer.element.hidden = form;
        this.#agree(form);
        this.endButton.hidden = !session.endable;
        this.copy.button.hidden = form || !this.#mayCopy();
        if (open && !document.hidden) {
            session.look();
        }
        this.#title(session.unread);
    }

    /** Before the first message of a conversation. */
    #agree(form) {
        if (form || this.session.current) {
            this.terms.element.hidden = true;
            this.terms.agreed && this.terms.reset();
        } else {
            this.terms.render(this.settings.values, this.language);
        }
    }

    #mayCopy() {
        const { settings: { values }, launcher: { config }, session } = this;

        return Boolean(values.transcript && config.transcript && session.transcript?.messages.length && session.customer);
    }

    #contact(form) {
        const { availability: { mode }, settings: { values }, session, language, words, contact } = this;
        // a form that was begun stays when somebody comes online meanwhile
        const back = session.waiting ? 'form_queue' : this.leaving || mode === 'chat' || mode === 'queue' ? 'form_chat' : '';

        contact.element.hidden = !form;
        if (form) {
            const intro = words(mode === 'form' || mode === 'none' ? 'form' : 'form_instead');

            contact.render({
                intro: textIn(values.form_welcome, language) || intro,
                opens: mode === 'chat' || mode === 'queue' ? '' : openingText(this.availability.opens, this.launcher.locale, words),
                values, language, back,
            });
        }
    }

    #messages(form) {
        const { session, session: { transcript, outbox } } = this;
        const { messages, pending } = transcript?.merge(outbox.items) ?? { messages: [], pending: outbox.items };

        this.log.element.hidden = form;
        this.log.render({
            conversation: session.conversation,
            messages,
            pending,
            quiet: session.quiet && session.current,
            read: transcript?.readByOther ?? 0,
            delivered: transcript?.deliveredToOther ?? null,
            welcome: textIn(this.settings.values.welcome, this.language) || this.words('welcome'),
            name: this.name,
        });
        session.shown();
        this.typing.hidden = !session.reading.typing || form;
        say(this.typingName, this.words('typing', { name: this.name }));
    }

    /** The number of unread messages before the page's title, which may change meanwhile. */
    #title(unread) {
        const bare = this.titled && document.title.startsWith(this.titled) ? document.title.slice(this.titled.length) : document.title;
        const prefix = unread ? `(${unread}) ` : '';

        if (prefix !== this.titled) {
            this.titled = prefix;
            document.title = prefix + bare;
        }
    }
}
