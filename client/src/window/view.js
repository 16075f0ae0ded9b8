import { el, say, style } from '../shared/dom.js';
import { onLook } from '../shared/look.js';
import { textIn, wordsFor } from '../shared/words.js';
import { downIcon } from '../widget/icons.js';
import { PHONE } from '../widget/phone.js';
import en from '../words/en.json';
import fr from '../words/fr.json';
import { Composer } from './composer.js';
import { Confirm } from './confirm.js';
import { endIcon } from './icons.js';
import { Log } from './log.js';
import css from './styles.css';

const ENDED = ['finished', 'archived'];
const WARNING = ['offline', 'slow', 'busy', 'closed'];

/** The window: shows what session, availability and settings say. */
export class View {
    /**
     * @param {import('../widget/launcher.js').Launcher} launcher
     * @param {import('./session.js').Session} session
     */
    constructor(launcher, session) {
        const { host, root, language, availability, settings } = launcher;

        Object.assign(this, {
            launcher, session, host, root, language, availability, settings, words: wordsFor({ en, fr }, language),
            open: false, due: false, titled: '',
        });
        style(root, css);
        this.place = style(root, ':host{}');
        this.#build();
        this.#follow();
    }

    /** True if there is something to show whatever the shop offers now. */
    get wanted() {
        const { session, open, availability: { mode } } = this;

        // an open window with a text in it stays, even if nobody is there any more
        return session.left || Boolean(session.transcript)
            || open && (mode !== 'none' || Boolean(this.composer.text.value) || this.launcher.door.narrow);
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
        this.availability.start();
        this.session.join();
        this.#render();
        if (byVisitor) {
            // on a touch screen the keyboard would cover what there is to read
            const write = !this.composer.element.hidden && matchMedia('(pointer: fine)').matches;

            write ? this.composer.focus() : this.window.focus();
        }
    }

    minimise() {
        this.open = false;
        this.session.store.set('open', false);
        this.#render();
        this.launcher.button.focus();
    }

    #build() {
        const { words, session } = this;

        this.title = el('h2', { id: 'title', dir: 'auto' });
        this.line = el('p.line', { dir: 'auto' });
        this.avatar = el('span.avatar', { 'aria-hidden': 'true' });
        this.endButton = this.#button('end', 'end', endIcon(), () => this.confirm.ask());
        this.log = new Log(words, this.language, {
            retry: (key) => session.retry(key),
            edit: (key) => this.#edit(key),
        });
        this.form = el('p.form', {  }, words('form'));
        this.typingName = el('span');
        this.typing = el('p.typing', {  }, el('i'), el('i'), el('i'), this.typingName);
        this.status = el('p.status', { role: 'status' });
        this.composer = new Composer(words, session.store, {
            input: (text) => session.writing.input(text),
            send: (text) => session.send(text),
        });
        this.confirm = new Confirm(words, () => session.end());
        this.window = el('section.window',
            { id: 'window', role: 'dialog', 'aria-labelledby': 'title', tabIndex: -1, hidden: true },
            // no <header>: in a dialog that would be a second banner of the page
            el(
                'div.header',
                {},
                this.avatar,
                el('div.heading', {  }, this.title, this.line),
                this.endButton,
                this.#button('minimise', 'minimise', downIcon(), () => this.minimise()),
            ),
            this.log.element,
            this.form,
            this.typing,
            this.status,
            this.composer.element,
        );
        this.window.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && this.minimise());
        // what is typed here is no short cut of the shop's page
        ['keydown', 'keyup', 'keypress'].forEach((type) => this.root.addEventListener(type, (event) => event.stopPropagation()));

        this.launcher.button.before(this.window);
        this.launcher.button.setAttribute('aria-controls', 'window');
        this.root.append(this.confirm.element);
    }

    #button(word, className, picture, onclick) {
        const label = this.words(word);

        return el(`button.tool.${className}`, { 'aria-label': label, title: label, onclick }, picture);
    }

    /** What the browser tells: looked at again, and how much of a phone's screen the keyboard leaves. */
    #follow() {
        const view = window.visualViewport;
        const fit = () => {
            const phone = this.open && matchMedia(PHONE).matches;

            this.place(phone ? `:host{--view-height:${Math.round(view.height)}px;--view-top:${Math.round(view.offsetTop)}px}` : ':host{}');
        };

        onLook(() => this.update(), document, window);
        if (view) {
            this.fit = fit;
            view.addEventListener('resize', fit);
            view.addEventListener('scroll', fit);
        }
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
        const { session, availability, open } = this;
        const chat = session.left || Boolean(session.transcript);
        const form = !chat && availability.mode === 'form';

        this.launcher.render();
        if (this.host.hidden) {
            return;
        }
        this.window.hidden = !open;
        this.fit?.();
        this.#heading(form);
        this.#messages(form);
        this.#notices(form);
        this.form.hidden = !form;
        this.composer.element.hidden = form;
        this.endButton.hidden = !session.endable;
        if (open && !document.hidden) {
            session.look();
        }
        this.#title(session.unread);
    }

    #heading(form) {
        const { settings: { values }, language, words, session: { transcript } } = this;
        const name = this.#name();

        say(this.title, form ? words('form_title') : textIn(values.header, language) || words('title'));
        say(this.line, transcript?.status === 'ongoing' && name
            ? words(transcript.operatorAway ? 'away' : 'with', { name })
            : '');
        say(this.avatar, this.line.textContent ? Array.from(name)[0].toUpperCase() : '');
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
            welcome: textIn(this.settings.values.welcome, this.language) || this.words('welcome'),
            name: this.#name() || this.words('operator'),
        });
        session.shown();
        this.typing.hidden = !session.reading.typing || form;
        say(this.typingName, this.words('typing', { name: this.#name() || this.words('operator') }));
    }

    #notices(form) {
        const { words, session, session: { transcript } } = this;
        const cut = session.unreachable || session.reading.failures > 1 || !navigator.onLine;
        let word = '';
        let place = '';

        if (cut) {
            word = 'offline';
        } else if (session.reading.degraded) {
            word = 'slow';
        } else if (ENDED.includes(transcript?.status)) {
            word = transcript.status;
        } else if (session.waiting) {
            word = 'queued';
            place = transcript.position ? `${words('position', { n: transcript.position })} ` : '';
        } else if (!session.current) {
            word = this.#offer();
        }
        this.status.className = `status ${WARNING.includes(word) ? 'warn' : ENDED.includes(word) ? 'ended' : ''}`;
        say(this.status, word && !form ? place + words(word) : '');
    }

    /** @returns {string} the word for what somebody without a conversation should know before writing */
    #offer() {
        const { refused, joined, ready } = this.session;

        if (joined && !ready) {
            return 'preparing';
        }
        if (refused === 'full') {
            return 'busy';
        }
        if (refused === 'waiting' || this.availability.mode === 'queue') {
            return 'busy_queue';
        }

        return refused === 'closed' || this.availability.mode === 'none' ? 'closed' : '';
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

    #name() {
        return this.session.transcript?.operatorName || textIn(this.settings.values.operator_name, this.language);
    }
}
