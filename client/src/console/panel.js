import { el, say } from '../shared/dom.js';
import { deviceOf } from './device.js';
import { earlier } from './earlier.js';
import { icons } from './icons.js';
import { knowledgeOf } from './knowledge.js';
import { nameOf } from './names.js';
import { formatsFor, link, pageLink } from './panel-parts.js';
import styles from './styles/panel.css';

/**
 * What an operator knows of the person they talk with (issue 5.6). A mount (mounts.js): read when it is unfolded and
 * when asked to, never on a poll.
 */
export function panel(about) {
    const view = new Panel(about);

    return { side: view.element, opened: () => view.refresh(), render: (line) => view.render(line), styles };
}

class Panel {
    constructor({ room, shop, config, t }) {
        Object.assign(this, { room, t, language: config.language, knowledge: knowledgeOf({ room, shop, config }) });
        this.formats = formatsFor(config.locale);
        this.element = el(
            'section',
            { class: 'facts', 'aria-label': t('about-customer') },
            el(
                'div',
                { class: 'facts-head' },
                this.name = el('strong', { dir: 'auto' }),
                this.button = el('button', { type: 'button', class: 'text-tool', onclick: () => this.refresh() }, icons.refresh(), t('refresh')),
            ),
            this.state = el('p', { class: 'facts-state', role: 'status' }),
            this.body = el('div'),
            earlier({ room, t, formats: this.formats }),
        );
    }

    render(line) {
        say(this.name, nameOf(line, this.t));
    }

    async refresh() {
        this.button.disabled = true;
        say(this.state, this.t('reading'));
        await this.knowledge.read();
        this.button.disabled = false;
        say(this.state, this.knowledge.state === 'failed' ? this.t('facts-failed', { detail: this.knowledge.problem }) : '');
        this.#draw();
    }

    #draw() {
        const { customer, trail, product } = this.knowledge;

        this.body.replaceChildren(...[
            this.#pages(trail, product),
            this.#list([
                ['device', deviceOf(trail?.agent, this.t)],
                ['language', this.formats.language(this.room.line?.language)],
                ...customer ? this.#customer(customer) : [],
            ]),
            customer && this.#cart(customer.cart),
        ].filter(Boolean));
    }

    /** The page being viewed stands first, the others are folded. */
    #pages(trail, product) {
        const [now, ...before] = trail?.pages ?? [];

        if (!now) {
            return el('p', { class: 'facts-none' }, this.t(trail?.pages ? 'no-pages' : 'pages-unknown'));
        }

        return el(
            'div',
            {},
            el('h3', {}, this.t(trail.here === false ? 'page-last' : 'page-now')),
            el('p', {}, pageLink(now), ' ', el('time', {}, this.formats.time(now.at))),
            product && el('p', {}, `${this.t('product')} `, link(product.url, product.name)),
            before.length > 0 && el(
                'details',
                {},
                el('summary', {}, this.t('pages-before', { n: before.length })),
                el('ol', {}, ...before.map((page) => el('li', {}, pageLink(page), ' ', el('time', {}, this.formats.time(page.at))))),
            ),
        );
    }

    #customer({ email, phone, registered, orders, lastOrder, url }) {
        return [
            ['email', link(`mailto:${email}`, email)],
            ['phone', phone && link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone)],
            ['registered', this.formats.day(registered)],
            ['orders', String(orders)],
            ['last-order', lastOrder && el(
                'span',
                {},
                link(lastOrder.url, lastOrder.reference),
                ` · ${lastOrder.state} · ${lastOrder.total} · ${this.formats.day(lastOrder.at)}`,
            )],
            ['account', url && link(url, this.t('customer-page'))],
        ];
    }

    #cart(cart) {
        if (!cart) {
            return el('p', { class: 'facts-none' }, this.t('cart-empty'));
        }

        return el(
            'div',
            {},
            el('h3', {}, link(cart.url, this.t('cart'))),
            el('ul', { class: 'cart' }, ...cart.lines.map(({ name, quantity, total, url }) => el(
                'li',
                {},
                el('span', {}, `${quantity} × `, link(url, name)),
                el('span', {}, total),
            ))),
            el('p', { class: 'cart-total' }, el('span', {}, this.t('cart-total')), el('strong', {}, cart.total)),
        );
    }

    #list(rows) {
        return el('dl', {}, ...rows.filter(([, value]) => value).flatMap(([word, value]) => [
            el('dt', {}, this.t(`fact-${word}`)),
            el('dd', { dir: 'auto' }, value),
        ]));
    }
}
