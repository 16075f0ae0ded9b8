import assert from 'node:assert/strict';
import { listen, tunes } from '../browser/attention.mjs';
import { until, visible } from '../browser/lib/wait.mjs';
import { countOf } from '../browser/lib/weather.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { query } from './lib/shop.mjs';

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
            const first = await stage.operator({ context, page: LEGACY });
            const pages = [first.page];
            for (let n = 1; n < 6; n++) {
                const page = await stage.page(context);
                await page.goto(await first.address(n % 2 ? SYMFONY : LEGACY));
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
    {
        name: 'issue 5.2 each kind has a tune and a notice, asked for by the click that goes online; unread in title and icon; muted on the next page too',
        async run(stage) {
            const context = await stage.context('operators');

            await listen(context, 'default');
            const operator = await stage.operator({ context, online: false, page: LEGACY });
            const { page } = operator;
            const heard = () => page.evaluate(() => window.heard);
            await operator.ready();
            assert.equal((await heard()).asked, 0);
            await operator.goOnline();
            assert.equal((await heard()).asked, 1);
            await page.evaluate(() => {
                document.hasFocus = () => false;
            });
            const caller = await stage.caller();
            await caller.start('Hello');
            await until(async () => (await heard()).notices.length === 1, 'a notice of the conversation');
            await caller.say('Anybody?');
            await until(async () => (await heard()).notices.length === 2, 'a notice of the message');
            const { notices: [conversation, message] } = await heard();
            assert.match(conversation, /^New conversation: Guest \d+: Hello$/);
            assert.match(message, /^New message from Guest \d+: Anybody\?$/);
            // the tune of a conversation has the note of a message too
            await until(async () => (await tunes([page])).messages === 2, 'a tune for each');
            assert.equal((await tunes([page])).conversations, 1);

            const mute = operator.recap.getByRole('button', { name: 'Sound' });
            await mute.click();
            await (await operator.arrived('Guest')).element.getByRole('button', { name: /^Hide/ }).click();
            await operator.visit(SYMFONY);
            await operator.ready();
            assert.equal(await mute.getAttribute('aria-pressed'), 'false');
            // no window opens by itself on a phone
            await page.setViewportSize({ width: 390, height: 844 });
            await caller.say('One');
            await caller.say('Two');
            await until(async () => /^\(\d\) /.test(await page.title()), 'unread in the title');
            const icons = () => page.evaluate(() => [...document.querySelectorAll('link[rel~="icon"]')].map(({ href }) => href));
            await until(async () => (await icons()).every((href) => /unread-\d\.svg$/.test(href)), 'unread in the icon');
            assert.deepEqual(await tunes([page]), { messages: 0, conversations: 0 });
            await operator.unfold();
            await operator.open('Guest');
            await until(async () => !/^\(/.test(await page.title()), 'nothing in the title');
            assert.ok((await icons()).every((href) => !/unread/.test(href)));
        },
    },
    {
        name: 'issue 5.11 one employee on two devices, a legacy and a Symfony page, is one operator: offline in one is offline in both, a draft stays',
        async run(stage) {
            const desk = await stage.operator({ page: LEGACY });
            const phone = await stage.operator({ context: await stage.context('operators', { viewport: { width: 390, height: 844 } }), online: false });

            await phone.page.goto(await phone.address(SYMFONY));
            await phone.ready();
            await phone.unfold();
            assert.equal(await phone.isOnline(), true);
            await (await stage.caller()).start('Hello');
            const room = await desk.arrived('Guest');
            await visible(phone.line('Hello'));
            await room.text.fill('a draft of this browser');
            const other = await phone.open('Guest');
            assert.equal(await other.text.inputValue(), '');
            await other.say('From the phone');
            await room.sees('Hello', 'From the phone');
            assert.equal(await room.text.inputValue(), 'a draft of this browser');
            await other.element.getByRole('button', { name: 'Back to the list' }).click();
            await phone.switch.click();
            await phone.answer('End them');
            await until(async () => !await phone.isOnline() && !await desk.isOnline(), 'offline on both');
        },
    },
];
