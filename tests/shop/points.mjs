import assert from 'node:assert/strict';
import { listen, tunes } from '../browser/attention.mjs';
import { until, visible } from '../browser/lib/wait.mjs';
import { countOf } from '../browser/lib/weather.mjs';
import { query } from './lib/shop.mjs';

/** Legacy and Symfony pages, in turn. */
const PAGES = ['AdminCustomerThreads', 'sell/orders'];

const address = (customer, phone, mobile, deleted) => `INSERT INTO PREFIX_address (id_country, id_customer, alias, lastname,
    firstname, address1, city, phone, phone_mobile, date_add, date_upd, active, deleted) VALUES (8, ${customer}, 'chat-test',
    'Buyer', 'Cleo', '1 Street', 'Paris', '${phone}', '${mobile}', NOW(), NOW(), 1, ${deleted})`;

export const tests = [
    {
        name: 'G22 email and telephone are the shop’s own, of the newest address that is not deleted, mobile first',
        async run(stage) {
            const { shop, shop: { customers: { cleo } } } = stage;
            const operator = await stage.operator();

            await query(shop, "DELETE FROM PREFIX_address WHERE alias = 'chat-test'");
            await query(shop, address(cleo.id, '+33 1 11', '', 0));
            await query(shop, address(cleo.id, '+33 1 22', '+33 6 22', 0));
            await query(shop, address(cleo.id, '+33 1 33', '+33 6 33', 1));
            try {
                const visitor = await stage.visitor({ customer: cleo });
                await visitor.open();
                await visitor.say('Who am I?');
                await operator.arrived('Cleo Buyer');
                assert.deepEqual(
                    await query(shop, `SELECT email, phone FROM PREFIX_onlinechat_thread WHERE shop = 1 AND customer = ${cleo.id}`),
                    [{ email: cleo.email, phone: '+33 6 22' }],
                );
            } finally {
                await query(shop, "DELETE FROM PREFIX_address WHERE alias = 'chat-test'");
            }
        },
    },
    {
        name: 'issue 5.2 six back-office tabs of one operator, legacy and Symfony pages: one poll, one sound, the same state in all',
        limit: 300000,
        async run(stage) {
            const context = await stage.context('operators');

            await listen(context);
            const first = await stage.operator({ context, page: PAGES[0] });
            const pages = [first.page];
            for (let n = 1; n < 6; n++) {
                const page = await stage.page(context);
                await page.goto(await first.address(PAGES[n % 2]));
                pages.push(page);
            }
            const logs = pages.map((page) => page.locator('onlinechat-console').getByRole('log'));
            const caller = await stage.caller();
            await caller.start('Hello');
            for (const log of logs) {
                await visible(log.getByText('Hello'));
            }
            await until(async () => (await tunes(pages)).conversations === 1, 'one sound for a new conversation');
            await caller.say('Are you there?');
            for (const log of logs) {
                await visible(log.getByText('Are you there?'));
            }
            const counters = pages.map((page) => countOf(page, 'watch'));
            await until(() => counters.some(({ count }) => count >= 3), 'several polls');
            assert.equal(counters.filter(({ count }) => count > 1).length, 1, 'one tab polls');
            assert.equal((await tunes(pages)).conversations, 1);
            const field = (page) => page.locator('onlinechat-console').locator('.room textarea');
            await field(pages[5]).fill('half an answer');
            for (const page of pages) {
                await until(async () => await field(page).inputValue() === 'half an answer', 'the draft is everywhere');
            }
        },
    },
];
