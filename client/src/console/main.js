import { Api } from '../shared/api.js';
import { namesFor, Store } from '../shared/storage.js';
import { configOf } from './config.js';
import { ConsoleElement } from './element.js';
import { Memory } from './memory.js';

const NAME = 'onlinechat-console';

function start() {
    const block = document.getElementById(`${NAME}-config`);

    // pages in frames are parts of a page that has its own console
    if (window !== window.top || !block || customElements.get(NAME)) {
        return;
    }

    const config = configOf(JSON.parse(block.textContent));
    const { shops: [{ id: shop, entry, ticket }], employee } = config;
    // who signs in after somebody else on this computer finds none of their windows and drafts
    const store = new Store(namesFor({ role: 'operator', entry, shop: `${shop}:${employee}` }));

    customElements.define(NAME, ConsoleElement);

    const element = document.createElement(NAME);
    element.prepare({ config, store, api: new Api({ entry, ticketUrl: ticket, store }), memory: new Memory(store) });
    document.body.append(element);
}

if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
} else {
    start();
}
