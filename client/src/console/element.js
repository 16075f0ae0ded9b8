import { el, style } from '../shared/dom.js';
import { wordsFor } from '../shared/words.js';
import en from '../words/console.en.json';
import fr from '../words/console.fr.json';
import { Actions } from './actions.js';
import { Attention } from './attention.js';
import { daysFor } from './days.js';
import { tell } from './dialogs.js';
import { Favicon } from './favicon.js';
import { heightOfFixedBar } from './footer.js';
import { Keys } from './keys.js';
import { PHONE, previewBeneath } from './layout.js';
import { menuUnder } from './menus.js';
import { clockFor } from './names.js';
import { openingFor } from './opening.js';
import { News } from './news.js';
import { Notices } from './notices.js';
import { Office } from './office.js';
import { Overview } from './overview.js';
import { Place } from './place.js';
import { Recap } from './recap.js';
import { Rooms } from './rooms.js';
import { styles } from './styles.js';
import { countInTitle } from './title.js';
import { touched } from './touched.js';
import { Windows } from './windows.js';

const LISTS = ['ongoing', 'waiting', 'finished'];
const MEASURE_AFTER = 250;

/** The operator's console on a back-office page. */
export class ConsoleElement extends HTMLElement {
    /**
     * To be called before the element is put into the page.
     *
     * @param {{
     *   config: object, desks: (onchange: () => void) => import('./desks.js').Desks, home: import('../shared/storage.js').Store,
     *   memory: import('./memory.js').Memory, profile: import('./profile.js').Profile, sounds: import('./sounds.js').Sounds,
     *   pictures: string
     * }} options config: of config.js; home: the store that is shared by all shops; pictures: the folder's address
     */
    prepare({ config, desks, home, memory, profile, sounds, pictures }) {
        const { locale } = config;

        Object.assign(this, { config, home, memory, profile, sounds, lang: locale });
        this.t = wordsFor({ en, fr }, locale);
        this.clock = clockFor(locale);
        this.days = daysFor(locale);
        this.desks = desks(() => this.soon());
        this.windows = new Windows({
            desks: this.desks,
            memory,
            width: () => (innerWidth > PHONE ? this.place.now.width : innerWidth),
            remember: (change) => this.remember(change),
        });
        this.overview = new Overview({ desks: this.desks, onchange: () => this.soon() });
        this.notices = new Notices({ open: (id) => this.open(id) });
        this.attention = new Attention({
            desks: this.desks, store: home, t: this.t, ring: (kind) => sounds.ring(kind), notify: (about) => this.notices.show(about),
        });
        this.favicon = new Favicon(pictures);
    }

    connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });

        styles.forEach((text) => style(root, text));
        this.actions = new Actions({
            desks: this.desks,
            profile: this.profile,
            t: this.t,
            root,
            tell: (text) => this.#tell(text),
            open: (id) => this.remember({ list: 'ongoing' }) ?? this.open(id),
            hide: (id) => this.hide(id),
            redraw: () => this.render(),
        });
        this.office = new Office({
            root, t: this.t, config: this.config, desks: this.desks, profile: this.profile, actions: this.actions, clock: this.clock,
            redraw: () => this.render(),
        });
        this.place = new Place({
            memory: this.memory,
            t: this.t,
            rtl: () => this.matches(':dir(rtl)'),
            bar: () => this.bar,
            moved: () => this.render(),
            settled: () => this.memory.save(),
        });
        this.keys = new Keys(this);
        this.rooms = this.#makeRooms();
        this.recap = this.#makeRecap();
        this.news = new News(this.desks, this.t);
        root.append(
            this.dock = el('div', { class: 'dock' }, this.rooms.element, this.recap.element),
            this.news.element,
        );
        this.#listen();
        this.#standAboveBar();
        this.render();
        this.desks.start();
    }

    /** Draws once for all changes of this moment. */
    soon() {
        if (!this.drawing) {
            this.drawing = true;
            queueMicrotask(() => {
                this.drawing = false;
                this.windows.openByThemselves(document.hidden);
                this.news.hear(this.memory.open);
                this.attention.hear();
                this.render();
            });
        }
    }

    remember(change) {
        Object.assign(this.memory, change);
        this.memory.save();
        this.render();
    }

    /** @returns {boolean} on a phone it is, until the operator chose otherwise */
    get recapMinimised() {
        return this.memory.recapMinimised ?? (innerWidth <= PHONE || previewBeneath());
    }

    render() {
        const { desks, memory } = this;
        const { shown } = this.windows;
        const { unreadTotal } = desks;

        this.#stand();
        if (this.config.supervisor) {
            this.overview.look(
                memory.list === 'everyone' && !this.recapMinimised && !document.hidden,
                document.hidden ? [] : this.windows.readAlong,
            );
        }
        this.recap.render({
            desks,
            list: memory.list,
            minimised: this.recapMinimised,
            busy: this.actions.busy,
            open: new Set(shown.map(({ id }) => id)),
            everyone: this.overview.lines,
            muted: Object.values(this.profile.muted).every(Boolean),
        });
        this.recap.element.inert = innerWidth <= PHONE && shown.some(({ minimised }) => !minimised);
        this.rooms.render(shown);
        this.#look();
        countInTitle(unreadTotal);
        this.favicon.show(unreadTotal);
    }

    /** Opens a window, if need be in the place of another (G15), and goes there: the operator asked for it. */
    open(id, about = {}) {
        this.windows.put(id, about);
        this.views.get(id).focus();
    }

    /** A supervisor reads what somebody else has. */
    #readAlong(line) {
        const desk = this.desks.of(line.id, line.shop);

        if (!desk.line(line.id)) {
            desk.readAlong(line.id, line);
        }
        this.open(line.id, { shop: line.shop, along: !desk.line(line.id) });
    }

    hide(id) {
        const focused = this.views.get(id)?.element.contains(this.shadowRoot.activeElement);

        this.windows.hide(id);
        if (focused || this.shadowRoot.activeElement === null) {
            this.recap.focusOn(id);
        }
    }

    minimise(id) {
        this.windows.minimise(id);
        this.views.get(id)?.settle();
    }

    /** Why something was refused: in the recap, or where that is not to be seen, in a dialog. */
    #tell(text) {
        if (text && (this.recapMinimised || this.recap.element.inert)) {
            tell(this.shadowRoot, this.t, { title: text });
        } else {
            this.recap.tell(text);
        }
    }

    /** The windows' views by conversation. */
    get views() {
        return this.rooms.views;
    }

    #makeRooms() {
        const { desks, memory, actions, windows, config, t, clock, days, shadowRoot: root } = this;

        return new Rooms({
            desks, memory, actions, windows, config, t, clock, days, root,
            does: {
                minimise: (id) => this.minimise(id),
                hide: (id) => this.hide(id),
                used: (id) => this.windows.used(id) ?? this.#look(),
            },
        });
    }

    #makeRecap() {
        return new Recap({
            t: this.t,
            clock: this.clock,
            opening: openingFor(this.config.language, this.t),
            lists: this.config.supervisor ? [...LISTS, 'everyone'] : LISTS,
            grip: this.place.handle,
            does: {
                toggleRecap: () => this.remember({ recapMinimised: !this.recapMinimised }),
                toggleOnline: (shop) => {
                    this.notices.ask();
                    this.actions.toggleOnline(shop);
                },
                list: (list) => this.remember({ list }),
                open: (id) => this.open(id),
                readAlong: (line) => this.#readAlong(line),
                take: (id, shop) => this.actions.take(id, shop),
                reload: () => location.reload(),
                redraw: () => this.render(),
                profile: () => this.office.profileDialog(),
                mute: () => this.office.toggleMute(),
                blocks: () => this.office.blocksDialog(),
                keys: () => this.office.keysDialog(),
            },
        });
    }

    /** What stands in an open window of the page in use has been seen. */
    #look() {
        if (document.hidden || !document.hasFocus()) {
            return;
        }
        for (const { id, minimised } of this.windows.shown) {
            if (!minimised) {
                this.views.get(id)?.room.look();
            }
        }
    }

    #standAboveBar() {
        this.bar = 0;
        this.bar = heightOfFixedBar(this, this.isConnected && this.recap ? this.recap.element.getBoundingClientRect() : null);
        this.style.setProperty('--bar', `${this.bar}px`);
    }

    /** Never with the focus in it: who is at the console is not in a menu. */
    #stepAside() {
        const own = [this.recap.element, ...[...this.views.values()].map(({ element }) => element)];

        this.dock.classList.toggle('aside', !this.shadowRoot.activeElement && menuUnder(own));
    }

    /** Where the operator put it; far from its own side the windows stand on the other side of the recap. */
    #stand() {
        const { x, y, start, far } = this.place.now;

        this.dock.classList.toggle('far', far);
        this.style.setProperty('--x', `${far ? start : x}px`);
        this.style.setProperty('--y', `${y}px`);
    }

    #listen() {
        addEventListener('resize', () => {
            this.#standAboveBar();
            this.render();
        });
        // bars and buttons that the page's own scripts put in place, now or later
        new MutationObserver(() => {
            this.measuring ??= setTimeout(() => {
                this.measuring = null;
                this.#standAboveBar();
            }, MEASURE_AFTER);
        }).observe(document.body, { childList: true, subtree: true });
        addEventListener('load', () => this.#standAboveBar());
        // a menu opens and closes by these; first of all here, looked at when the page's own scripts are done
        for (const does of ['click', 'keyup']) {
            addEventListener(does, () => setTimeout(() => this.#stepAside()), true);
        }
        addEventListener('focus', () => this.#look());
        document.addEventListener('visibilitychange', () => this.soon());
        addEventListener('storage', ({ key }) => this.#touched(touched(key, this.home, this.desks.all)));
    }

    /** Another tab wrote something this one shows. */
    #touched({ part, id, desk }) {
        if (part === 'desk') {
            this.memory.load();
            this.render();
        } else if (part === 'ticket') {
            desk.reviveAfterSignOut();
        } else if (part === 'draft') {
            this.views.get(id)?.composer.adopt(this.memory.draft(id));
        } else if (part === 'outbox') {
            desk.reloadOutbox(id);
        }
    }
}
