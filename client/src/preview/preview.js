import { el, style } from '../shared/dom.js';
import { View } from '../window/view.js';
import { Sample } from './sample.js';
import { StageLauncher } from './stage.js';
import css from './styles.css';

const RTL = /^(ar|dv|fa|he|ku|ps|ug|ur|yi)\b/i;

/** See main.js. The window is built anew for another language or mode; any other change follows in place. */
export class Preview {
    constructor(container, options) {
        Object.assign(this, { options: { mode: 'chat', phone: false, settings: {}, ...options }, sizes: [0, 0] });
        this.element = el('div');
        const root = this.element.attachShadow({ mode: 'open' });

        style(root, css);
        this.stage = el('div.stage');
        root.append(this.stage);
        container.append(this.element);
        this.observer = new ResizeObserver(() => this.#fit());
        this.observer.observe(this.stage);
        this.#build();
    }

    update({ settings, ...patch }) {
        const { language, mode } = this.options;

        Object.assign(this.options, patch, { settings: merged(this.options.settings, settings ?? {}) });
        if (language !== this.options.language || mode !== this.options.mode) {
            this.view.surroundings.end();
            this.#build();
        } else {
            this.#follow();
        }
    }

    destroy() {
        this.observer.disconnect();
        this.view.surroundings.end();
        this.element.remove();
    }

    #build() {
        const { settings, language, mode } = this.options;
        const host = document.createElement('onlinechat-widget');

        this.stage.dir = RTL.test(language) ? 'rtl' : 'ltr';
        this.stage.lang = language;
        this.stage.replaceChildren(host);
        this.launcher = new StageLauncher(host, { settings, language, mode });
        const sample = new Sample(language, mode, this.launcher, () => this.view.update());

        this.view = new View(this.launcher, sample);
        this.launcher.furnish(() => this.view);
        // a modal dialog would stand over the whole page, not in the preview
        this.view.confirm.ask = () => {};
        this.size = style(this.launcher.root, '');
        this.view.show(false);
        this.#follow();
    }

    #follow() {
        const { settings, phone } = this.options;
        const { root } = this.launcher;

        this.launcher.settingsAre(settings);
        this.stage.classList.toggle('phone', phone);
        // a phone is what the options say, not what the owner sits at
        this.phoneRules ??= new WeakMap();
        [...root.styleSheets, ...root.adoptedStyleSheets ?? []].flatMap((sheet) => [...sheet.cssRules])
            .filter((rule) => rule.media && (this.phoneRules.has(rule) || /max-width: 480px/.test(rule.media.mediaText)))
            .forEach((rule) => {
                this.phoneRules.set(rule, true);
                rule.media.mediaText = phone ? 'all' : 'not all';
            });
        this.#fit();
        this.view.update();
    }

    /** The window's own sizes are parts of the browser's window; here they are parts of the stage. */
    #fit() {
        const { clientWidth, clientHeight } = this.stage;

        this.size(this.options.phone
            ? `:host{--view-height:${clientHeight}px}`
            : `.window{width:min(384px,${clientWidth - 40}px);height:min(620px,${clientHeight - 116}px)}`);
    }
}

/** Objects are merged, anything else is replaced. */
function merged(before, patch) {
    const plain = (value) => Object.prototype.toString.call(value) === '[object Object]';

    return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(patch)])].map((name) => [
        name,
        !(name in patch) ? before[name] : plain(before[name]) && plain(patch[name]) ? merged(before[name], patch[name]) : patch[name],
    ]));
}
