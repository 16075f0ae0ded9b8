import { cookie } from '../shared/cookie.js';
import { Door } from '../shared/door.js';
import { el, say, style } from '../shared/dom.js';
import { addressOf, request } from '../shared/request.js';
import { namesFor, sessionStore, Store } from '../shared/storage.js';
import { wordsFor } from '../shared/words.js';
import { Availability } from './availability.js';
import { fromGateway } from './gateway.js';
import { chatIcon, downIcon } from './icons.js';
import css from './launcher.css';
import { run, windowAddress } from './load.js';
import { offered } from './offer.js';
import { pathOf } from './path.js';
import { PHONE } from './phone.js';
import { Settings } from './settings.js';
import { catalogues } from './words.js';

/**
 * The button in the corner, and what every page view needs: what the shop offers, its settings, whether a
 * chat runs. Everything else is window.js, which is loaded when the chat is opened or goes on.
 */
export class Launcher {
    /**
     * @param {HTMLElement} host
     * @param {{
     *   entry: string, fallback?: string, ticket: string, shop: number, language?: string, locale?: string, cookie?: string,
     *   settings?: object, window?: string, base?: string, mail?: string, transcript?: string, consent?: string, gateway?: string
     * }} config base: the shop's base address with the language in it; mail, transcript, consent: addresses of the shop;
     *   gateway: address of the gateway with a "/" at its end
     */
    constructor(host, config) {
        const names = namesFor({ role: 'visitor', ...config });
        const ask = (action, query, signal) => this.door
            .through((entry) => request(addressOf(entry, action, query), { signal })).then(({ data }) => data);

        Object.assign(this, {
            host, config, names, language: config.language || document.documentElement.lang || 'en',
            /** The window, once its script is here. */
            chat: null, loading: null, failed: false,
            store: new Store(names), memory: new Store(names, sessionStore()),
        });
        this.door = new Door({ ...config, memory: this.memory });
        this.settings = new Settings((version) => ask('settings', { version }), config.settings, () => this.#changed());
        // PrestaShop's codes of languages are its own ("qc" is French of Canada): words and dates go by the locale
        this.locale = config.locale || this.language;
        this.words = wordsFor(catalogues, this.locale, () => this.edited);
        this.availability = new Availability(
            (signal) => this.#status(ask, signal), () => this.update(),
            // a conversation's polls tell more
            () => !this.chat?.session.endable, () => Boolean(this.chat?.open),
        );
        this.#build();
    }

    /** The shop's own words, by locale. */
    get edited() {
        return { [this.locale.toLowerCase()]: this.settings.values.words?.[this.language] };
    }

    /** True where the window takes the whole screen. */
    get phone() {
        return matchMedia(PHONE).matches;
    }

    /** Goes on as the page before was left. */
    begin() {
        // the front controller is the whole shop: no page view asks it for what the page knows
        if (this.door.narrow && this.config.settings && !this.settings.values.by_path) {
            this.settings.load(this.settings.version);
        } else {
            this.availability.start();
        }
        if (this.#runs()) {
            this.#load(false);
        }
        this.update();
    }

    /** window.js is here. @param {(launcher: Launcher) => object} make */
    furnish(make) {
        this.chat ??= make(this);
    }

    /** Renders; the window, if it is here, with it. */
    update() {
        this.chat ? this.chat.update() : this.render();
    }

    /** Shows or hides the chat, and what the button says. */
    render() {
        const { availability: { mode, failed, settings }, chat } = this;
        // without a status the mode is known only when somebody asks
        const unasked = this.door.narrow && !mode && !failed;
        const wanted = this.#offered() && (chat?.wanted || unasked || !['', 'none'].includes(mode));

        if (wanted) {
            this.settings.load(settings);
        }
        // not in one colour first and in the owner's a moment later
        this.host.hidden = !wanted || !chat?.open && !this.settings.settled && !failed;
        this.#label();
    }

    /** Whoever is in a conversation ends it in peace. */
    #offered() {
        return offered(this.settings.values.offer, cookie(`onlinechat_who_${this.config.shop}`)) || Boolean(this.chat?.session.endable);
    }

    /** From the gateway's memory where there is one; it does not know which page asks. */
    #status(ask, signal) {
        const where = this.#where();

        return where.path ? ask('status', where, signal) : fromGateway(this, signal, () => ask('status', where, signal));
    }

    /** What the status has to know of the page: nothing, unless the owner hides the chat on some. */
    #where() {
        this.asked = this.settings.values.by_path ? { path: pathOf(location, this.config.base) } : {};

        return this.asked;
    }

    #label() {
        const { words, chat } = this;
        const open = Boolean(chat?.open);
        const unread = open ? 0 : chat?.session.unread ?? 0;
        const word = open ? 'minimise' : unread === 0 ? 'open' : unread === 1 ? 'open_one' : 'open_many';
        const text = words(word, { n: unread });

        if (this.button.getAttribute('aria-label') !== text) {
            this.button.setAttribute('aria-label', text);
        }
        this.button.setAttribute('aria-expanded', String(open));
        this.button.setAttribute('aria-busy', String(this.loading !== null));
        say(this.note, this.failed ? words('load_failed') : '');
        say(this.badge, unread > 99 ? '99+' : unread ? String(unread) : '');
        this.host.classList.toggle('open', open);
        this.host.classList.toggle('left', this.settings.left);
    }

    #build() {
        this.root = this.host.attachShadow({ mode: 'open' });
        style(this.root, css);
        this.colours = style(this.root, this.settings.css);
        this.badge = el('span.badge', { 'aria-hidden': 'true' });
        this.note = el('p.note', { role: 'status' });
        this.button = el('button.launcher',
            { type: 'button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', onclick: () => this.#click() },
            chatIcon(), downIcon(), this.badge,
        );
        this.root.append(this.note, this.button);
    }

    #click() {
        if (!this.chat) {
            this.#load(true);
        } else if (this.chat.open) {
            this.chat.minimise();
        } else {
            this.chat.show(true);
        }
    }

    /** @returns {boolean} whether an earlier page, or another tab, left something to go on with */
    #runs() {
        const { store } = this;
        // on a phone the window covers the page, and who went to another page wants to see that
        const covers = this.phone && performance.getEntriesByType('navigation')[0]?.type !== 'reload';

        this.reopens = Boolean(store.get('open')) && !covers && this.#offered();

        return this.reopens || Boolean(store.get('conversation')) || store.under('outbox:').length > 0 || Boolean(store.get('consents'));
    }

    /** @param {boolean} byVisitor the chat is opened now; else it goes on as it was left */
    async #load(byVisitor) {
        this.failed = false;
        try {
            this.loading ??= run(windowAddress(this.config));
            this.#label();
            await this.loading;
            this.loading = null;
            byVisitor ? this.chat.show(true) : this.chat.goOn(this.reopens);
        } catch (problem) {
            this.loading = null;
            this.failed = byVisitor;
            console.error(problem);
        }
        this.update();
    }

    /** Other settings; the status that was asked without the path is not this page's if they hide the chat on some. */
    #changed() {
        this.colours(this.settings.css);
        if (this.settings.values.by_path && this.asked && !this.asked.path) {
            this.availability.refresh();
        }
        this.update();
    }
}
