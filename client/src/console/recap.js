import { el, say } from '../shared/dom.js';
import { Colleagues } from './colleagues.js';
import { icons } from './icons.js';
import { Lists } from './lists.js';
import { unreadText } from './names.js';
import { Switches } from './switches.js';

/** The recap window (G16): always there; title, state of the link, the switches, lists, colleagues, tools. */
export class Recap {
    /**
     * @param {{
     *   t: Function, clock: (ms: number) => string, opening: (opens: number) => string, lists: string[], grip: HTMLElement,
     *   does: {
     *     toggleRecap: Function, toggleOnline: Function, list: Function, open: Function, take: Function, reload: Function,
     *     redraw: Function, profile: Function, mute: Function, blocks: Function, keys: Function
     *   }
     * }} options does: what the console does when asked; grip: the handle that moves it
     */
    constructor({ t, clock, opening, lists, grip, does }) {
        Object.assign(this, { t, does });
        this.switches = new Switches({ t, opening, toggle: does.toggleOnline });
        this.lists = new Lists({ t, clock, lists, does });
        this.colleagues = new Colleagues({ t });
        this.element = el('section', { class: 'recap', 'aria-labelledby': 'recap-name' }, this.#bar(grip), this.panel = el(
            'div',
            { class: 'panel', id: 'recap-panel' },
            this.banner = el('div', { class: 'banner', role: 'status', hidden: true }),
            this.refusal = el('div', { class: 'banner bad', role: 'alert', hidden: true }),
            this.switches.element,
            this.lists.search,
            this.lists.tablist,
            this.lists.panel,
            this.colleagues.element,
            this.#tools(),
        ));
    }

    /**
     * @param {{
     *   desks: import('./desks.js').Desks, list: string, minimised: boolean, busy: boolean, open: Set<number>,
     *   everyone: object[], muted: boolean
     * }} state
     */
    render(state) {
        const { desks, minimised } = state;

        this.element.classList.toggle('small', minimised);
        this.title.setAttribute('aria-expanded', String(!minimised));
        this.panel.hidden = minimised;
        this.#renderHead(desks);
        this.#renderBanner(desks.link);
        this.switches.render(state);
        this.lists.render(state);
        this.colleagues.render(desks.colleagues);
        this.sound.setAttribute('aria-pressed', String(!state.muted));
        this.sound.title = this.t(state.muted ? 'sound-off' : 'sound-on');
        this.blocks.hidden = !desks.complete;
    }

    /** Why something was refused; "" takes it away. */
    tell(text) {
        this.refusal.hidden = text === '';
        this.refusal.replaceChildren(...text ? [
            el('div', {}, text),
            el('button', { type: 'button', class: 'button thin', onclick: () => this.tell('') }, this.t('close')),
        ] : []);
    }

    /** The focus for when the window it was in has gone. */
    focusOn(id) {
        const line = this.panel.hidden ? null : this.lists.lineOf(id);

        (line ?? this.title).focus({ preventScroll: true });
    }

    #bar(grip) {
        const mark = icons.chat();
        const chevron = icons.chevron();

        mark.setAttribute('class', 'mark');
        chevron.setAttribute('class', 'chevron');
        this.title = el(
            'button',
            { type: 'button', class: 'title', 'aria-controls': 'recap-panel', onclick: () => this.does.toggleRecap() },
            mark,
            el(
                'span',
                { class: 'names' },
                el('span', { class: 'name', id: 'recap-name' }, this.t('chat')),
                el('span', { class: 'sub' }, this.dot = el('span', { class: 'dot' }), this.state = el('span')),
            ),
            this.badge = el('span', { class: 'badge', hidden: true }),
            chevron,
        );

        return el('div', { class: 'bar' }, grip, el('h2', {}, this.title));
    }

    #tools() {
        const tool = (word, picture, onclick) => el(
            'button',
            { type: 'button', class: 'tool', 'aria-label': this.t(word), title: this.t(word), onclick },
            picture,
        );

        this.sound = tool('sound', icons.sound(), () => this.does.mute());
        this.blocks = tool('blocks', icons.block(), () => this.does.blocks());

        return el(
            'div',
            { class: 'recap-tools', role: 'group', 'aria-label': this.t('tools') },
            tool('search', icons.search(), () => this.lists.toggleSearch()),
            tool('profile', icons.person(), () => this.does.profile()),
            this.sound,
            this.blocks,
            el('span', { class: 'grow' }),
            tool('keys', icons.keyboard(), () => this.does.keys()),
        );
    }

    #renderHead(desks) {
        const { link, online, complete, unreadTotal } = desks;
        const troubled = link === 'slow' || link === 'lost' || link === 'signed-out';
        const text = complete && !troubled ? online ? 'online' : 'offline' : link === 'well' ? 'connecting' : link;
        const connected = link === 'well' && complete ? ` · ${this.t('connected')}` : '';

        this.dot.className = `dot ${link === 'well' ? online ? 'on' : 'off' : ''}`;
        say(this.state, link === 'slow' || link === 'lost' ? this.t('lost-short') : this.t(text) + connected);
        this.badge.hidden = unreadTotal === 0;
        if (this.badge.dataset.n !== String(unreadTotal)) {
            this.badge.dataset.n = String(unreadTotal);
            this.badge.replaceChildren(
                el('span', { 'aria-hidden': 'true' }, String(unreadTotal)),
                el('span', { class: 'hush' }, unreadText(unreadTotal, this.t)),
            );
        }
    }

    #renderBanner(link) {
        const shown = ['slow', 'lost', 'signed-out'].includes(link);

        if (this.banner.dataset.link === link) {
            return;
        }
        this.banner.dataset.link = link;
        this.banner.hidden = !shown;
        this.banner.classList.toggle('bad', link === 'signed-out');
        this.banner.replaceChildren(...shown ? [
            el('div', {}, el('strong', {}, this.t(link)), this.t(`${link}-detail`)),
            ...link === 'signed-out' ? [el('button', {
                type: 'button', class: 'button thin', onclick: () => this.does.reload(),
            }, this.t('reload'))] : [],
        ] : []);
    }
}
