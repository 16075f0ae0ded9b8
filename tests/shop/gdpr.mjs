import assert from 'node:assert/strict';
import { newKey } from '../../client/src/shared/key.js';
import { until } from '../browser/lib/wait.mjs';
import { archive, archiveMuch } from './lib/archive.mjs';
import { psgdpr } from './lib/psgdpr.mjs';
import { count, multistore, query, shops } from './lib/shop.mjs';

const leave = async (stage, fields) => {
    const response = await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=message`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key: newKey(), fields, language: 'en', started: Date.now() - 5000, url: '', consent: true }),
    });

    assert.equal(response.status, 200, await response.text());
};

const messages = (shop) => count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message');
const left = (shop) => count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_mail');
const logs = (shop) => count(shop, 'SELECT COUNT(*) n FROM PREFIX_psgdpr_log l JOIN PREFIX_module m USING (id_module)'
    + " WHERE m.name = 'onlinechat' AND l.request_type = 1");
const AT = Date.UTC(2026, 2, 10, 12);

export const tests = [
    {
        name: 'GDPR: a customer’s chats are exported with their data and erased with them, whatever is open; nobody else’s',
        async run(stage) {
            const { shop } = stage;
            const operator = await stage.operator();
            const cleo = await stage.visitor({ customer: shop.customers.cleo });
            const guest = await stage.caller();

            await cleo.open();
            await cleo.say('What I wrote <3');
            await operator.arrived('Cleo');
            await guest.start('Somebody else');
            const rows = JSON.parse(await psgdpr(shop, 'export', 'customer', shop.customers.cleo.id));

            assert.equal(rows.length, 1);
            assert.match(JSON.stringify(rows), /What I wrote <3/);
            assert.equal(typeof JSON.parse(await psgdpr(shop, 'export', 'email', 'nobody@chat-test.example')), 'string');
            await psgdpr(shop, 'erase', 'customer', shop.customers.cleo.id);
            assert.equal(await messages(shop), 1, 'the guest’s stay');
            assert.equal(await count(shop, `SELECT COUNT(*) n FROM PREFIX_onlinechat_thread WHERE customer = ${shop.customers.cleo.id}`), 0);
        },
    },
    {
        name: 'GDPR: left messages are exported and erased by email and by phone',
        async run(stage) {
            const { shop } = stage;

            await leave(stage, { email: 'Jane@chat-test.example', message: 'By email' });
            await leave(stage, { email: 'other@chat-test.example', phone: '+33 1 23', message: 'By phone' });
            assert.match(await psgdpr(shop, 'export', 'email', 'jane@chat-test.example'), /By email/);
            assert.match(await psgdpr(shop, 'export', 'phone', '+33 1 23'), /By phone/);
            await psgdpr(shop, 'erase', 'email', 'jane@chat-test.example');
            assert.equal(await left(shop), 1);
            await psgdpr(shop, 'erase', 'phone', '+33 1 23');
            assert.equal(await left(shop), 0);
        },
    },
    {
        name: 'GDPR: a customer’s request takes what was written under their email without signing in; an email alone, the conversations of an account that is gone',
        async run(stage) {
            const { shop, shop: { customers: { cleo, dan } } } = stage;
            const texts = async (...words) => JSON.stringify(JSON.parse(await psgdpr(shop, 'export', ...words)));
            const lines = async () => (await query(shop, 'SELECT id FROM PREFIX_onlinechat_thread WHERE id BETWEEN 1001 AND 1009 ORDER BY id')).map(({ id }) => Number(id));
            const said = (text) => [['visitor', '', text]];
            const gone = 2000000000;

            await archive(shop, [
                { id: 1001, customer: cleo.id, email: cleo.email, at: AT, said: said('Signed in') },
                { id: 1002, email: cleo.email.toUpperCase(), at: AT, said: said('As a guest') },
                { id: 1003, customer: dan.id, email: dan.email, at: AT, said: said('Somebody else') },
                { id: 1004, customer: gone, email: 'gone@chat-test.example', at: AT, said: said('Before I left') },
                { id: 1005, customer: gone + 1, email: 'gone@chat-test.example.org', at: AT, said: said('Another address') },
            ]);
            await leave(stage, { email: cleo.email, message: 'In the form' });
            const hers = await texts('customer', cleo.id);

            for (const text of ['Signed in', 'As a guest', 'In the form']) {
                assert.ok(hers.includes(text), text);
            }
            assert.doesNotMatch(hers, /Somebody else/);
            await psgdpr(shop, 'forget', 'customer', cleo.id);
            assert.deepEqual(await lines(), [1003, 1004, 1005]);
            assert.equal(await left(shop), 0);

            assert.doesNotMatch(await texts('email', dan.email), /Somebody else/, 'they have an account, and ask by it');
            assert.match(await texts('email', 'Gone@chat-test.example'), /Before I left/);
            await psgdpr(shop, 'erase', 'email', 'Gone@chat-test.example');
            await psgdpr(shop, 'erase', 'email', dan.email);
            assert.deepEqual(await lines(), [1003, 1005]);
        },
    },
    {
        name: 'GDPR: of somebody with 100,000 messages psgdpr gets the first 10,000, and is told where the whole is; all is erased',
        async run(stage) {
            const { shop, shop: { customers: { cleo } } } = stage;

            await archiveMuch(shop, { id: 5000, customer: cleo.id, name: 'Cleo Buyer', email: cleo.email, at: AT, conversations: 5000 });
            const rows = JSON.parse(await psgdpr(shop, 'export', 'customer', cleo.id));

            assert.equal(rows.length, 10001);
            assert.match(rows[9999].text, /^said 20 in 500 /);
            assert.match(rows[10000].text, /more is kept of this person.*Export as JSON/);
            await psgdpr(shop, 'forget', 'customer', cleo.id);
            assert.equal(await messages(shop), 0);
        },
    },
    {
        name: 'GDPR: with several shops a person is exported from and erased in all of them',
        async run(stage) {
            const { shop, shop: { customers: { cleo } } } = stage;
            const second = Number((await multistore(shop, 'on', `localhost:${new URL(stage.url).port}`)).trim().split('\n').pop());

            try {
                await archive(shop, [
                    { id: 1001, customer: cleo.id, email: cleo.email, at: AT, said: [['visitor', '', 'In the first']] },
                    { id: 1101, in: second, customer: cleo.id, email: cleo.email, at: AT, said: [['visitor', '', 'In the second']] },
                    { id: 1102, in: second, email: cleo.email, at: AT, said: [['visitor', '', 'A guest of the second']] },
                ]);
                const rows = JSON.parse(await psgdpr(shop, 'export', 'customer', cleo.id));

                assert.deepEqual(rows.map(({ text }) => text).sort(), ['A guest of the second', 'In the first', 'In the second']);
                assert.equal(new Set(rows.map(({ shop: name }) => name)).size, 2, 'each says which shop it was');
                await psgdpr(shop, 'forget', 'customer', cleo.id);
                assert.equal(await count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_thread'), 0);
                assert.equal(await messages(shop), 0);
            } finally {
                await multistore(shop, 'off');
            }
        },
    },
    {
        name: 'a deleted shop: what was said in it is kept, expires, goes with a person, and is erased by whoever says so; the panel names it',
        async run(stage) {
            const { shop, shop: { customers: { cleo } } } = stage;
            const domain = `localhost:${new URL(stage.url).port}`;
            const settled = (id, months) => query(shop, 'INSERT INTO PREFIX_configuration (id_shop_group, id_shop, name, value, date_add, date_upd)'
                + ` VALUES (1, ${id}, 'ONLINECHAT_RETENTION', '${months}', NOW(), NOW())`);
            const lines = async () => (await query(shop, 'SELECT id FROM PREFIX_onlinechat_thread ORDER BY id')).map(({ id }) => Number(id));
            const erase = (...words) => shops('console', shop.path, 'onlinechat:erase-shop', ...words);
            const { page } = await stage.operator({ online: false });
            const panel = async () => {
                await page.goto(await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((one) => one.href));

                return page.locator('#onlinechat-gone td:last-child').allInnerTexts();
            };
            const gone = [];

            try {
                for (const months of [12, 0]) {
                    gone.push(Number((await multistore(shop, 'on', domain)).trim().split('\n').pop()));
                    await settled(gone.at(-1), months);
                }
                const [first, second] = gone;

                await archive(shop, [
                    { id: 1001, email: 'here@chat-test.example', at: AT - 900 * 86400000, said: [['visitor', '', 'Of the shop that is left']] },
                    { id: 1101, in: first, email: 'old@chat-test.example', at: AT - 900 * 86400000, said: [['visitor', '', 'Long ago']] },
                    { id: 1102, in: first, customer: cleo.id, email: cleo.email, at: Date.now() - 86400000, said: [['visitor', '', 'Yesterday']] },
                    { id: 1103, in: first, email: 'new@chat-test.example', at: Date.now() - 86400000, said: [['visitor', '', 'Also yesterday']] },
                    { id: 1201, in: second, email: 'old@chat-test.example', at: AT - 900 * 86400000, said: [['visitor', '', 'Kept for ever']] },
                ]);
                await multistore(shop, 'off');
                assert.deepEqual(await lines(), [1001, 1101, 1102, 1103, 1201], 'nothing goes with the shop');

                const texts = await panel();
                assert.match(texts[0], /: 3.*: 0.*\b12\b/);
                assert.match(texts[1], new RegExp(`: 1.*: 0.*\\b0\\b.*erase-shop ${second}$`));
                assert.match(await page.locator('#onlinechat-gone th[scope=row]').first().innerText(), new RegExp(`Second shop.*#${first}`));

                assert.match(await shops('console', shop.path, 'onlinechat:expire'), new RegExp(`#${first}\\): 1 erased`));
                assert.deepEqual(await lines(), [1001, 1102, 1103, 1201], 'its own period, or none');
                assert.match(await psgdpr(shop, 'export', 'customer', cleo.id), /Yesterday/);
                await psgdpr(shop, 'forget', 'customer', cleo.id);
                assert.deepEqual(await lines(), [1001, 1103, 1201]);

                assert.match(await erase(), new RegExp(`#${second}\\): 1 conversations, 0 left messages`));
                for (const words of [['1', '--yes'], [String(second)]]) {
                    await erase(...words).catch((refused) => refused);
                    assert.deepEqual(await lines(), [1001, 1103, 1201], words.join(' '));
                }
                await erase(String(second), '--yes');
                assert.deepEqual(await lines(), [1001, 1103]);
                assert.equal(await count(shop, `SELECT COUNT(*) n FROM PREFIX_onlinechat_shop WHERE id = ${second}`), 0);
                assert.equal(await count(shop, `SELECT COUNT(*) n FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\_%' AND id_shop = ${second}`), 0);
                assert.equal((await panel()).length, 1);

                // a period after the shop went there is nothing younger
                await query(shop, `UPDATE PREFIX_configuration SET value = REGEXP_REPLACE(value, '"at":[0-9]+', '"at":1000000000') WHERE name = 'ONLINECHAT_GONE'`);
                await shops('console', shop.path, 'onlinechat:expire');
                assert.deepEqual(await lines(), [1001]);
                assert.deepEqual(await panel(), []);
                assert.equal(await count(shop, `SELECT COUNT(*) n FROM PREFIX_onlinechat_shop WHERE id = ${first}`), 0);
            } finally {
                await multistore(shop, 'off');
                await query(shop, `DELETE FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\_%' AND id_shop IN (${gone.join() || 0})`);
            }
        },
    },
    {
        name: 'what is older than the retention period goes: by the console, by the address with a token',
        async run(stage) {
            const { shop } = stage;
            const set = async (months) => {
                await query(shop, "DELETE FROM PREFIX_configuration WHERE name = 'ONLINECHAT_RETENTION'");
                await query(shop, 'INSERT INTO PREFIX_configuration (name, value, date_add, date_upd)'
                    + ` VALUES ('ONLINECHAT_RETENTION', '${months}', NOW(), NOW())`);
            };
            const old = async () => {
                await leave(stage, { email: 'old@chat-test.example', message: 'Long ago' });
                await query(shop, 'UPDATE PREFIX_onlinechat_mail SET at = at - 400 * 86400000000, due_at = NULL');
                await query(shop, 'UPDATE PREFIX_onlinechat_thread SET last_at = last_at - 400 * 86400000000 WHERE last_at > 0');
            };

            await old();
            await set(0);
            try {
                await shops('console', shop.path, 'onlinechat:expire');
                assert.equal(await left(shop), 1, '0 keeps everything');
                await set(12);
                await leave(stage, { email: 'new@chat-test.example', message: 'Today' });
                assert.match(await shops('console', shop.path, 'onlinechat:expire'), /1 erased/);
                assert.equal(await left(shop), 1, 'today’s stays');
                await old();
                const [{ value: token }] = await query(shop, "SELECT value FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAIL_TOKEN'");
                const address = `${stage.url}/index.php?fc=module&module=onlinechat&controller=mail&token=`;

                assert.equal((await fetch(`${address}wrong`)).status, 403);
                assert.ok((await (await fetch(address + token)).json()).erased >= 1);
            } finally {
                await set(0);
            }
        },
    },
    {
        name: 'G2 the checklist knows psgdpr’s placeholder from a text of the owner’s, and asks for none where the chat needs none',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const address = await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((one) => one.href);
            const item = async (text) => {
                await psgdpr(stage.shop, 'consent', text);
                await page.goto(address);

                return page.locator('#onlinechat-todo-consent').evaluateAll((all) => all.map((one) => one.dataset.done));
            };

            try {
                assert.deepEqual(await item('Enim quis fugiat consequat elit minim nisi eu occaecat'), ['0']);
                assert.deepEqual(await item('I agree to the terms'), ['1']);
            } finally {
                assert.deepEqual(await item('off'), []);
            }
        },
    },
    {
        name: 'a consent whose request failed is noted with psgdpr by the next try, on the next page too',
        async run(stage) {
            const { shop } = stage;

            await psgdpr(shop, 'consent', 'I agree');
            try {
                const before = await logs(shop);

                await stage.operator();
                const visitor = await stage.visitor();
                let failed = 0;

                await visitor.page.route(/controller=consent|\/module\/onlinechat\/consent/, (route) => {
                    failed++;
                    return failed === 1 ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' }) : route.abort();
                });
                await visitor.open();
                await visitor.widget.getByRole('checkbox', { name: /I agree/ }).check();
                await visitor.say('With a tick');
                await until(() => failed >= 2, 'it was tried again');
                assert.equal(await logs(shop), before);
                await visitor.page.unroute(/controller=consent|\/module\/onlinechat\/consent/);
                await visitor.go('/');
                await until(async () => await logs(shop) === before + 1, 'psgdpr has logged it');
            } finally {
                await psgdpr(shop, 'consent', 'off');
            }
        },
    },
    {
        name: 'psgdpr’s text stands at the first message with a box of its own; without a tick nothing is sent; the consent is logged',
        async run(stage) {
            const { shop } = stage;

            await psgdpr(shop, 'consent', 'I agree to the <a href="/content/2-legal">terms</a> &lt;3');
            try {
                const before = await logs(shop);

                await stage.operator();
                const visitor = await stage.visitor();

                await visitor.open();
                const box = visitor.widget.getByRole('checkbox', { name: /I agree to the terms/ });

                await box.waitFor();
                assert.equal(await visitor.widget.locator('a[href$="/content/2-legal"]').count(), 1);
                await visitor.write('Without a tick');
                assert.equal(await messages(shop), 0);
                await box.check();
                await visitor.say('With a tick');
                await until(async () => await logs(shop) === before + 1, 'psgdpr has logged it');
            } finally {
                await psgdpr(shop, 'consent', 'off');
            }
        },
    },
];
