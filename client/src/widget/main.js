import { Availability } from './availability.js';
import { Session } from './session.js';
import { Settings } from './settings.js';
import { PHONE, View } from './view.js';

const NAME = 'onlinechat-widget';

/** The visitor's chat. It takes its place in the page by itself; the page gives it only `#onlinechat-config`. */
class OnlinechatWidget extends HTMLElement {
    /** @param {{entry: string, ticket: string, shop: number, language: string, cookie?: string}} config */
    begin(config) {
        const language = config.language || document.documentElement.lang || 'en';

        this.session = new Session(config, () => this.view?.update());
        this.settings = new Settings(this.session.api, () => {
            this.view.colours(this.settings.css);
            this.view.update();
        });
        this.availability = new Availability(this.session.api, () => this.view.update(), () => !this.session.current);
        this.view = new View(this, { ...this, language });
        this.session.onsettings = (version) => {
            this.availability.settings = version;
            this.view.update();
        };
        this.session.onforget = () => this.view.composer.put('');
        this.availability.start();
        this.#goOn();
    }

    /** As the page before was left. */
    #goOn() {
        if (this.session.left) {
            this.session.join();
        }
        // on a phone the window covers the page, and who went to another page wants to see that
        const covers = matchMedia(PHONE).matches;
        const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';

        if (this.session.store.get('open') && (!covers || reloaded)) {
            this.view.show(false);
        }
        this.view.update();
    }
}

/** The page's own work comes first: load, then a quiet moment. */
function afterLoad(work) {
    const idle = () => (window.requestIdleCallback ?? setTimeout)(work, window.requestIdleCallback ? { timeout: 2000 } : 200);

    document.readyState === 'complete' ? idle() : window.addEventListener('load', idle, { once: true });
}

function begin() {
    const block = document.getElementById('onlinechat-config');

    if (!block || window !== window.top || customElements.get(NAME)) {
        return;
    }
    const config = JSON.parse(block.textContent);

    customElements.define(NAME, OnlinechatWidget);
    const widget = document.createElement(NAME);
    widget.hidden = true;
    document.body.append(widget);
    afterLoad(() => widget.begin(config));
}

document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', begin, { once: true }) : begin();
