import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';
import { ask, configOf } from './lib/links.mjs';
import { query } from './lib/shop.mjs';

/** The customer of PrestaShop's own demonstration data: the one with an order. */
async function whoOrdered(shop) {
    const [row] = await query(shop, 'SELECT o.id_customer id, COUNT(*) orders, MAX(o.id_order) last FROM PREFIX_orders o GROUP BY o.id_customer LIMIT 1');

    return { id: Number(row.id), orders: Number(row.orders), last: Number(row.last) };
}

export const tests = [
    {
        name: 'issue 5.6 what the operator knows: orders with their state, phone, links to the back office’s pages',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { links } = await configOf(operator.page);
            const { id, orders, last } = await whoOrdered(stage.shop);
            const { status, data } = await ask(operator.page, `${links.customer}&id_customer=${id}&id_shop=1`);

            assert.equal(status, 200);
            const [row] = await query(stage.shop, `SELECT c.email, o.reference, s.name state FROM PREFIX_customer c
                JOIN PREFIX_orders o ON o.id_order = ${last} JOIN PREFIX_order_state_lang s ON s.id_order_state = o.current_state
                JOIN PREFIX_lang l ON l.id_lang = s.id_lang AND l.iso_code = 'en' WHERE c.id_customer = ${id}`);
            assert.equal(data.email, row.email);
            assert.equal(data.orders, orders);
            assert.deepEqual([data.lastOrder.reference, data.lastOrder.state], [row.reference, row.state]);
            const [address] = await query(stage.shop, `SELECT IF(phone_mobile <> '', phone_mobile, phone) phone
                FROM PREFIX_address WHERE id_customer = ${id} AND deleted = 0 ORDER BY id_address DESC LIMIT 1`);
            assert.equal(data.phone, address.phone);
            for (const [url, text] of [[data.url, row.email], [data.lastOrder.url, row.reference]]) {
                await operator.page.goto(new URL(url, stage.url).href);
                await until(() => operator.page.locator('body', { hasText: text }).count(), `${url} shows ${text}`);
            }
        },
    },
    {
        name: 'issue 5.6 the cart is what the customer has in it now, each line with its product',
        async run(stage) {
            const { shop } = stage;
            const operator = await stage.operator({ online: false });
            const { links } = await configOf(operator.page);
            const visitor = await stage.visitor({ customer: shop.customers.cleo });

            await visitor.page.evaluate(([number, secret]) => fetch('/index.php?controller=cart', {
                method: 'POST',
                headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
                body: new URLSearchParams({ token: secret, id_product: number, qty: 2, add: 1, action: 'update', ajax: 1 }),
            }), [shop.products[0], await visitor.page.evaluate(() => window.prestashop.static_token)]);
            const { data } = await ask(operator.page, `${links.customer}&id_customer=${shop.customers.cleo.id}`);
            const [product] = await query(shop, `SELECT name FROM PREFIX_product_lang WHERE id_product = ${shop.products[0]} LIMIT 1`);
            const line = data.cart.lines.find(({ name }) => name.startsWith(product.name));

            assert.ok(line.quantity >= 2, JSON.stringify(data.cart));
            assert.match(data.cart.total, /\d/);
            await operator.page.goto(new URL(line.url, stage.url).href);
            await until(() => operator.page.locator(`[value="${product.name}"]`).count(), 'the product’s page');
            await operator.page.goto(new URL(data.cart.url, stage.url).href);
            await until(() => operator.page.locator('body', { hasText: product.name }).count(), 'the cart’s page');
        },
    },
    {
        name: 'issue 5.6 no customer of this shop, no right to chat: nothing is told',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { links } = await configOf(operator.page);

            assert.equal((await ask(operator.page, `${links.customer}&id_customer=999999`)).data.code, 'not-found');
            assert.equal((await ask(operator.page, `${links.customer}&id_customer=1&id_shop=99`)).data.code, 'not-allowed');
            const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });
            const own = await nora.page.locator('a[href*="token="]').first().getAttribute('href');
            const token = new URL(own, nora.page.url()).searchParams;
            const secret = token.get('_token') ?? token.get('token');
            const answer = await ask(nora.page, `${links.customer.replace(/\?.*/, '')}?_token=${secret}&token=${secret}&id_customer=${stage.shop.customers.cleo.id}`);
            assert.ok(answer.status === 403 || answer.redirected, JSON.stringify(answer));
            assert.ok(!JSON.stringify(answer.data ?? '').includes('cleo@'));
        },
    },
    {
        name: 'issue 5.7 {product}: the product of the page a visitor looks at is found by its address',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { links } = await configOf(operator.page);
            const id = stage.shop.product;
            const [{ name }] = await query(stage.shop, `SELECT l.name FROM PREFIX_product_lang l JOIN PREFIX_lang g ON g.id_lang = l.id_lang
                AND g.iso_code = 'en' WHERE l.id_product = ${id} LIMIT 1`);

            for (const page of [`/index.php?id_product=${id}&controller=product`, `/home/${id}-some-thing.html`, `/en/home/${id}-12-some-thing.html#/1`]) {
                const { data } = await ask(operator.page, `${links.customer}&page=${encodeURIComponent(page)}`);
                assert.equal(data.product?.name, name, page);
            }
            for (const page of ['/', '/content/1-delivery', '/3-clothes', '/order?x=1']) {
                assert.equal((await ask(operator.page, `${links.customer}&page=${encodeURIComponent(page)}`)).data.product, null, page);
            }
        },
    },
];
