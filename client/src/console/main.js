import { Api } from '../shared/api.js';
import { Channel } from '../shared/channel.js';
import { namesFor, sessionStore, Store } from '../shared/storage.js';
import { configOf } from './config.js';
import { Desks } from './desks.js';
import { ConsoleElement } from './element.js';
import { sendMailNowAndThen } from './mail-round.js';
import { Memory } from './memory.js';
import { Profile } from './profile.js';
import { Sounds } from './sounds.js';

const NAME = 'onlinechat-console';
/** The module's pictures, beside the folder of this script. */
const PICTURES = new URL('../img/', document.currentScript?.src || location.href).href;

function start() {
    const block = document.getElementById(`${NAME}-config`);

    // pages in frames are parts of a page that has its own console
    if (window !== window.top || !block || customElements.get(NAME)) {
        return;
    }

    const config = configOf(JSON.parse(block.textContent));
    const shops = config.shops.map((shop, i) => ({ shop, ...linesTo(shop, config.employee, i) }));
    // the same place whichever of the shops the page is about
    const home = [...shops].sort((a, b) => a.shop.id - b.shop.id)[0].store;
    const memory = new Memory(home);
    const profile = new Profile({ config, memory });
    const sounds = new Sounds({
        allowed: config.sounds,
        muted: () => profile.muted,
        names: home.names,
        channel: (onmessage) => new Channel(home.names('ring'), onmessage),
    });

    customElements.define(NAME, ConsoleElement);

    const element = document.createElement(NAME);
    element.prepare({
        config, home, memory, profile, sounds, pictures: PICTURES, desks: (onchange) => {
            const desks = new Desks({ shops, home, onchange });

            sendMailNowAndThen({ link: config.links.mail, store: home, leading: () => desks.leader.leading });

            return desks;
        },
    });
    // PrestaShop mirrors its back office by style sheets and a class; what goes by "dir" would stay as it is
    element.dir = mirrored(document.body) ? 'rtl' : 'ltr';
    document.body.append(element);
}

const mirrored = (body) => body.classList.contains('lang-rtl') || getComputedStyle(body).direction === 'rtl';

/** The entry of a shop and what is kept for it in this browser. */
function linesTo({ id, entry, fallback = '', ticket, gateway = '' }, employee, place) {
    // who signs in after somebody else on this computer finds none of their windows and drafts
    const names = namesFor({ role: 'operator', entry, shop: `${id}:${employee}` });
    const store = new Store(names);
    const push = { gateway: place < mostStreams() ? gateway : '', memory: new Store(names, sessionStore()) };

    return { store, push, api: new Api({ entry, fallback, ticketUrl: ticket, store }) };
}

/** Without HTTP/2 a browser has six connections to a host, and what each stream holds the page's own requests lack. */
function mostStreams() {
    return /^h[23]/.test(performance.getEntriesByType('navigation')[0]?.nextHopProtocol ?? '') ? Infinity : 2;
}

if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
} else {
    start();
}
