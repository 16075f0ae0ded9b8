import assert from 'node:assert/strict';
import { Visitor } from '../browser/lib/visitor.mjs';
import { until } from '../browser/lib/wait.mjs';
import { configOf } from './lib/links.mjs';
import { query, shops } from './lib/shop.mjs';

const block = (page) => page.locator('#onlinechat-config').textContent();

async function withValue(shop, name, value, work) {
    const [row] = await query(shop, `SELECT value FROM PREFIX_configuration WHERE name = '${name}' AND id_shop IS NULL`);
    const set = (text) => query(shop, `UPDATE PREFIX_configuration SET value = '${text}' WHERE name = '${name}'`);

    if (!row) {
        await query(shop, `INSERT INTO PREFIX_configuration (name, date_add, date_upd) VALUES ('${name}', NOW(), NOW())`);
    }
    await set(value);
    try {
        await work();
    } finally {
        await (row ? set(row.value ?? '') : query(shop, `DELETE FROM PREFIX_configuration WHERE name = '${name}'`));
    }
}

export const tests = [
    {
        name: 'I6 a page says nothing of its visitor, asks PrestaShop nothing more and sets no cookie of ours',
        async run(stage) {
            const guest = new Visitor(await stage.page(await stage.context('visitors')), stage.url);
            const requests = [];

            guest.page.on('request', (request) => requests.push(request.url()));
            await guest.go('/');
            await guest.widget.waitFor({ state: 'attached' });
            await until(() => requests.some((one) => /action=status/.test(one)), 'the status is asked');
            const ours = requests.filter((one) => /onlinechat/.test(one));
            assert.equal(ours.filter((one) => /module\/onlinechat|fc=module/.test(one)).length, 0, ours.join('\n'));
            assert.ok(ours.filter((one) => !/action=settings/.test(one)).length <= 2, ours.join('\n'));
            const cookies = (await guest.page.context().cookies()).map(({ name }) => name);
            assert.deepEqual(cookies.filter((name) => /onlinechat/.test(name)), []);

            const customer = await stage.visitor({ customer: stage.shop.customers.cleo });
            assert.equal(await block(customer.page), await block(guest.page));
        },
    },
    {
        name: 'G1 one console on each page of the back office, none where one signs in or in a pop-up window',
        async run(stage) {
            const operator = await stage.operator({ online: false });

            const parts = ['AdminCustomerThreads', 'AdminStats', 'sell/orders', 'onlinechat/history', 'onlinechat/configuration'];
            const addresses = await Promise.all(parts.map((part) => operator.address(part)));

            for (const [i, part] of parts.entries()) {
                await operator.page.goto(addresses[i]);
                await operator.ready();
                assert.equal(await operator.consoles(), 1, part);
                assert.equal(await operator.page.locator('#onlinechat-console-config').count(), 1, part);
            }
            assert.equal(await operator.page.locator('#onlinechat-health tr[data-ok="0"]').count(), 0);
            await until(async () => await operator.page.locator('.onlinechat-entry').getAttribute('data-ok') === '1', 'the entry is green');
            await operator.page.goto(`${addresses[0]}&liteDisplaying=1`);
            assert.equal(await operator.page.locator('#onlinechat-console-config').count(), 0);
            await operator.page.goBack();
            await operator.signOut();
            assert.equal(await operator.page.locator('#onlinechat-console-config').count(), 0);
        },
    },
    {
        name: 'the servers are tried by connecting before they are kept',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { page } = operator;

            await operator.visit('onlinechat/configuration');
            await page.locator('#onlinechat-tab-configuration').click();
            await page.locator('#onlinechat-redis').fill('127.0.0.1:1');
            await page.getByRole('button', { name: 'Try and save' }).click();
            await page.locator('.alert-danger', { hasText: /redis/i }).first().waitFor();
            await page.locator('#onlinechat-redis').fill('');
            await page.locator('#onlinechat-redis_service').fill('chat');
            for (const [sentinels, why] of [['127.0.0.1', 'each must be "HOST:PORT"'], ['127.0.0.1:1\n127.0.0.1:2', 'no Redis Sentinel says']]) {
                await page.locator('#onlinechat-redis_sentinels').fill(sentinels);
                await page.getByRole('button', { name: 'Try and save' }).click();
                await page.locator('#onlinechat-redis_sentinels-problem', { hasText: why }).waitFor();
                assert.equal(await page.locator('#onlinechat-redis_sentinels').getAttribute('aria-invalid'), 'true');
                assert.equal(await page.locator('#onlinechat-redis_sentinels').inputValue(), sentinels);
            }
            await page.locator('#onlinechat-redis_sentinels').fill('');
            await page.locator('#onlinechat-redis_service').fill('');
            await page.locator('#onlinechat-redis').fill('127.0.0.1:6379');
            await page.getByRole('button', { name: 'Try and save' }).click();
            await page.getByText('Saved.').first().waitFor();
            assert.equal(await page.locator('#onlinechat-health tr[data-ok="0"]').count(), 0);
        },
    },
    {
        name: 'the gateway’s path is told to pages and console, and the panel says whether anything answers there',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { page } = operator;
            const row = page.locator('.onlinechat-gateway');
            const save = async (path) => {
                await operator.visit('onlinechat/configuration');
                await page.locator('#onlinechat-tab-configuration').click();
                await page.locator('#onlinechat-gateway').fill(path);
                await page.getByRole('button', { name: 'Try and save' }).click();
            };

            await save('https://push.example/');
            await page.locator('.alert-danger', { hasText: 'gateway: a path' }).first().waitFor();
            try {
                await save('/no-such-path');
                await page.getByText('Saved.').first().waitFor();
                await until(async () => await row.getAttribute('data-ok') === '0', 'nothing answers');
                assert.match(await row.textContent(), /Nothing answers at \/no-such-path\/.*docs\/gateway\.txt/s);
                await page.route('**/no-such-path/status?shop=1', (route) => route.fulfill({ json: { mode: 'chat' } }));
                await page.reload();
                await until(async () => await row.getAttribute('data-ok') === '1', 'it answers');
                const visitor = await stage.visitor();
                assert.equal(JSON.parse(await visitor.page.locator('#onlinechat-config').textContent()).gateway, '/no-such-path/');
                assert.equal((await configOf(page)).shops[0].gateway, '/no-such-path/');
            } finally {
                await save('');
                await page.getByText('Saved.').first().waitFor();
            }
            assert.equal(await row.count(), 0);
            await page.locator('#onlinechat-health tr[data-ok="1"]', { hasText: 'There is none' }).waitFor({ state: 'attached' });
        },
    },
    {
        name: 'in maintenance the entry says so within 10 s, and answers again after',
        async run(stage) {
            const status = async () => (await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status;

            assert.equal(await status(), 200);
            await withValue(stage.shop, 'PS_SHOP_ENABLE', '0', () => withValue(stage.shop, 'PS_MAINTENANCE_IP', '', () => (
                until(async () => await status() === 503, 'closed', 15000)
            )));
            await until(async () => await status() === 200, 'open', 15000);
        },
    },
    {
        name: 'in maintenance allowed addresses chat, ranges (CIDR) too; others are refused by the entry and get no ticket',
        async run(stage) {
            const page = await (await fetch(`${stage.url}/`)).text();
            const { ticket } = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(page)[1]);
            const both = async () => [
                (await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status,
                (await fetch(`${stage.url}${ticket}`, {
                    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}',
                })).status,
            ];
            const becomes = (wanted) => until(async () => (await both()).every((one) => one === wanted), `both ${wanted}`, 20000);

            await withValue(stage.shop, 'PS_SHOP_ENABLE', '0', async () => {
                await withValue(stage.shop, 'PS_MAINTENANCE_IP', '192.0.2.0/24', () => becomes(503));
                await withValue(stage.shop, 'PS_MAINTENANCE_IP', '192.0.2.7, 127.0.0.0/8', () => becomes(200));
            });
        },
    },
    {
        name: 'in maintenance an employee whom PrestaShop lets into the shop chats, others see neither shop nor chat',
        async run(stage) {
            const operator = await stage.operator();
            const entry = `${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`;

            await withValue(stage.shop, 'PS_SHOP_ENABLE', '0', () => withValue(stage.shop, 'PS_MAINTENANCE_IP', '', () => (
                withValue(stage.shop, 'PS_MAINTENANCE_ALLOW_ADMINS', '1', async () => {
                    await until(async () => (await fetch(entry)).status === 503, 'closed', 15000);
                    assert.equal((await fetch(`${stage.url}/`)).status, 503);
                    const visitor = await stage.visitor({ context: operator.page.context() });

                    await visitor.open();
                    await visitor.say('Does the chat work?');
                    await operator.arrived('Guest');
                    const name = 'onlinechat_pass_1';
                    const { value } = (await operator.page.context().cookies()).find((one) => one.name === name);
                    const brings = async (pass) => (await fetch(entry, { headers: { Cookie: `${name}=${pass}` } })).status;

                    assert.deepEqual(await Promise.all([brings(value), brings(value.replace(/^\d/, '9')), brings('')]), [200, 503, 503]);
                })
            )));
        },
    },
    {
        name: 'with and without friendly addresses, in each language, a page names a ticket address that answers',
        async run(stage) {
            const works = async (path) => {
                const page = await (await fetch(`${stage.url}${path}`)).text();
                const { ticket, language } = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(page)[1]);
                const answer = await fetch(`${stage.url}${ticket}`, {
                    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}',
                });

                assert.equal(answer.status, 200, `${path}: ${ticket}`);

                return language;
            };

            assert.equal(await works('/en/'), 'en');
            assert.equal(await works('/fr/'), 'fr');
            await withValue(stage.shop, 'PS_REWRITING_SETTINGS', '0', async () => {
                await works('/index.php?id_lang=1');
                await works('/index.php?id_lang=2');
            });
        },
    },
    {
        name: 'I7 with the extension gone from php.ini, pages are as they were and the back office says how to mend it',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const configuration = await operator.address('onlinechat/configuration');
            const pages = await Promise.all(['AdminDashboard', 'AdminCustomerThreads', 'sell/orders'].map((part) => operator.address(part)));
            const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });

            await shops('without', stage.shop.path);
            try {
                for (const path of ['/', `/index.php?controller=product&id_product=${stage.shop.product}`, '/index.php?controller=contact']) {
                    const answer = await fetch(`${stage.url}${path}`);
                    const page = await answer.text();

                    assert.equal(answer.status, 200, path);
                    assert.match(page, /<\/html>/, path);
                    assert.doesNotMatch(page, /onlinechat-config/, path);
                }
                assert.equal((await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status, 503);
                for (const address of pages) {
                    await operator.page.goto(address);
                    const said = operator.page.getByText('visitors see no chat');

                    await said.first().waitFor();
                    assert.equal(await said.count(), 1, address);
                    assert.match(await said.textContent(), /not loaded.*fpm-fcgi.*php/s);
                }
                await operator.page.goto(configuration);
                assert.equal(await operator.page.getByText('visitors see no chat').count(), 0);
                const row = operator.page.locator('#onlinechat-health tr');
                assert.equal(await row.count(), 1);
                assert.match(await row.textContent(), /not loaded.*fpm-fcgi.*php/s);
                await nora.page.reload();
                assert.equal(await nora.page.getByText('visitors see no chat').count(), 0, 'who may not configure it is not told');
            } finally {
                await shops('start', stage.shop.path);
            }
        },
    },
];
