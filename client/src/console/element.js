import { el, style } from '../shared/dom.js';
import { wordsFor } from '../shared/words.js';
import en from '../words/console.en.json';
import fr from '../words/console.fr.json';
import { Actions } from './actions.js';
import { Desk } from './desk.js';
import { ask } from './dialogs.js';
import { heightOfFixedBar } from './footer.js';
import { keyed } from './keyed.js';
import { fitting, PHONE, roomForOneMore, shownOf, withOpened } from './layout.js';
import { clockFor } from './names.js';
import { News } from './news.js';
import { Recap } from './recap.js';
import { RoomView } from './room-view.js';
import { styles } from './styles.js';
import { countInTitle } from './title.js';

/** The operator's console on a back-office page. */
export class ConsoleElement extends HTMLElement {
    /**
     * To be called before the element is put into the page.
     *
     * @param {{config: object, api: object, store: object, memory: import('./memory.js').Memory}} options config: of config.js
     */
    prepare({ config, api, store, memory }) {
        const { language } = config;

        Object.assign(this, { config, memory, lang: language, views: new Map(), adopted: new Set() });
        this.t = wordsFor({ en, fr }, language);
        this.clock = clockFor(language);
        this.desk = new Desk({ api, store, memory, onchange: () => this.soon() });
    }

    connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });

        styles.forEach((text) => style(root, text));
        this.actions = new Actions({
            desk: this.desk,
            t: this.t,
            root,
            tell: (text) => this.#tell(text),
            open: (id) => this.remember({ list: 'ongoing' }) ?? this.open(id),
            hide: (id) => this.hide(id),
            redraw: () => this.render(),
        });
        this.recap = this.#makeRecap();
        this.news = new News(this.desk, this.t);
        root.append(
            el('div', { class: 'dock' }, this.rooms = el('div', { class: 'rooms' }), this.recap.element),
            this.news.element,
        );
        this.#listen();
        this.#standAboveBar();
        this.render();
        this.desk.start();
    }

    /** Draws once for all changes of this moment. */
    soon() {
        if (!this.drawing) {
            this.drawing = true;
            queueMicrotask(() => {
                this.drawing = false;
                this.#openByItself();
                this.render();
            });
        }
    }

    remember(change) {
        Object.assign(this.memory, change);
        this.memory.save();
        this.render();
    }

    render() {
        const { desk, memory } = this;
        const shown = shownOf(memory.open, fitting(innerWidth));

        this.recap.render({
            board: desk.board,
            link: desk.link,
            list: memory.list,
            minimised: memory.recapMinimised,
            busy: this.actions.busy,
            open: new Set(shown.map(({ id }) => id)),
            unread: (line) => desk.unread(line),
            unreadTotal: desk.unreadTotal,
        });
        this.recap.element.inert = innerWidth <= PHONE && shown.some(({ minimised }) => !minimised);
        this.#renderRooms(shown);
        this.#look();
        countInTitle(desk.unreadTotal);
    }

    /** Opens a window, if need be in the place of another (G15), and goes there: the operator asked for it. */
    open(id) {
        this.#put(id);
        this.views.get(id).focus();
    }

    hide(id) {
        const focused = this.views.get(id)?.element.contains(this.shadowRoot.activeElement);

        this.#considered(id);
        this.remember({ open: this.memory.open.filter((one) => one.id !== id) });
        if (focused || this.shadowRoot.activeElement === null) {
            this.recap.focusOn(id);
        }
    }

    minimise(id) {
        const open = this.memory.open.map((one) => (one.id === id ? { ...one, minimised: !one.minimised } : one));

        this.remember({ open });
        this.views.get(id)?.settle();
    }

    /** Why something was refused: in the recap, or where that is not to be seen, in a dialog. */
    #tell(text) {
        if (text && (this.memory.recapMinimised || this.recap.element.inert)) {
            ask(this.shadowRoot, { title: text, choices: [{ name: this.t('close'), first: true, answer: () => null }] });
        } else {
            this.recap.tell(text);
        }
    }

    #makeRecap() {
        return new Recap({
            t: this.t,
            clock: this.clock,
            does: {
                toggleRecap: () => this.remember({ recapMinimised: !this.memory.recapMinimised }),
                toggleOnline: () => this.actions.toggleOnline(),
                list: (list) => this.remember({ list }),
                open: (id) => this.open(id),
                take: (id) => this.actions.take(id),
                reload: () => location.reload(),
            },
        });
    }

    #makeView(id) {
        const { actions, memory, t, clock } = this;

        return new RoomView({
            room: this.desk.room(id),
            t,
            clock,
            draft: memory.draft(id),
            shop: this.config.shops[0],
            config: this.config,
            does: {
                minimise: () => this.minimise(id),
                hide: () => this.hide(id),
                end: () => actions.end(id),
                transfer: () => actions.transfer(id),
                reopen: () => actions.reopen(id),
                used: () => this.#used(id),
                draft: (_, text) => memory.keepDraft(id, text),
            },
        });
    }

    #renderRooms(shown) {
        for (const { id } of shown) {
            if (!this.views.has(id)) {
                this.views.set(id, this.#makeView(id));
                this.#adopt(this.views.get(id).mounted);
            }
        }
        keyed(this.rooms, shown, {
            key: ({ id }) => id,
            make: ({ id }) => this.views.get(id).element,
            update: (_, { id, minimised }) => {
                const { room } = this.views.get(id);

                this.views.get(id).render({
                    minimised,
                    typing: this.desk.typing.includes(id),
                    unread: room.line?.status === 'ongoing' && !room.away ? this.desk.unread(room.line) : 0,
                    signedOut: this.desk.link === 'signed-out',
                });
            },
        });
        for (const id of [...this.views.keys()]) {
            if (shown.every((one) => one.id !== id)) {
                this.views.delete(id);
            } else {
                this.views.get(id).settle();
            }
        }
    }

    /** Style sheets of what is mounted in windows, each once. */
    #adopt(mounted) {
        for (const { styles: text } of mounted) {
            if (text && !this.adopted.has(text)) {
                this.adopted.add(text);
                style(this.shadowRoot, text);
            }
        }
    }

    /** G12: a new conversation or message opens a window where there is room for one; it never takes the focus. */
    #openByItself() {
        const { board } = this.desk;

        if (!board) {
            return;
        }
        this.#closeArchived();
        this.news.hear(board.ongoing, this.memory.open);
        if (document.hidden) {
            return;
        }
        for (const line of board.ongoing) {
            const before = this.memory.considered[line.id];
            const fresh = before === undefined || line.last > before && this.desk.unread(line) > 0;

            if (fresh && this.memory.open.every(({ id }) => id !== line.id)) {
                this.#considered(line.id);
                if (roomForOneMore(innerWidth, this.memory.open.length)) {
                    this.#put(line.id);
                } else {
                    this.memory.save();
                }
            }
        }
    }

    #put(id) {
        const room = { id, used: Date.now(), minimised: false };
        const open = withOpened(this.memory.open, room, fitting(innerWidth));

        this.memory.open.filter((one) => !open.includes(one)).forEach((replaced) => this.#considered(replaced.id));
        this.#considered(id);
        this.remember({ open });
    }

    /** At sign-off finished conversations go into the history (G18), and their windows with them. */
    #closeArchived() {
        if (!this.desk.online && this.memory.open.some(({ id }) => !this.desk.line(id))) {
            this.memory.open = this.memory.open.filter(({ id }) => this.desk.line(id));
            this.memory.save();
        }
    }

    #considered(id) {
        this.memory.considered[id] = this.desk.line(id)?.last ?? 0;
    }

    #used(id) {
        const one = this.memory.open.find((room) => room.id === id);

        if (one) {
            one.used = Date.now();
            this.memory.save();
        }
        this.#look();
    }

    /** What stands in an open window of the page in use has been seen. */
    #look() {
        if (document.hidden || !document.hasFocus()) {
            return;
        }
        for (const { id, minimised } of shownOf(this.memory.open, fitting(innerWidth))) {
            if (!minimised) {
                this.views.get(id)?.room.look();
            }
        }
    }

    #standAboveBar() {
        this.style.setProperty('--bar', `${heightOfFixedBar(this)}px`);
    }

    #listen() {
        addEventListener('resize', () => {
            this.#standAboveBar();
            this.render();
        });
        // bars of the page that are put in place by its own scripts
        addEventListener('load', () => this.#standAboveBar());
        addEventListener('focus', () => this.#look());
        document.addEventListener('visibilitychange', () => this.soon());
        addEventListener('storage', ({ key }) => this.#touched(this.memory.touched(key)));
    }

    /** Another tab wrote something this one shows. */
    #touched({ part, id }) {
        if (part === 'desk') {
            this.memory.load();
            this.render();
        } else if (part === 'ticket') {
            this.desk.reviveAfterSignOut();
        } else if (part === 'draft') {
            this.views.get(id)?.composer.adopt(this.memory.draft(id));
        } else if (part === 'outbox') {
            this.desk.reloadOutbox(id);
        }
    }
}
