import { Launcher } from './launcher.js';

const NAME = 'onlinechat-widget';

/** The visitor's chat. It takes its place in the page by itself; the page gives it only `#onlinechat-config`. */
class OnlinechatWidget extends HTMLElement {
    /** @param {object} config see Launcher */
    begin(config) {
        this.launcher = new Launcher(this, config);
        this.launcher.begin();
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
