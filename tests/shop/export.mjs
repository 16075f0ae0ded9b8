import assert from 'node:assert/strict';
import { visible } from '../browser/lib/wait.mjs';
import { archive, archiveMuch, leave } from './lib/archive.mjs';
import { DAY, download, historyOf, NOON, people, TABLE } from './lib/history.mjs';
import { give, giveAll, take } from './lib/rights.mjs';
import { count, multistore, query } from './lib/shop.mjs';

/** What the history hands out, and to whom. */
export const tests = [
    {
        name: 'issue 6.5 export: a line and the filtered lines as CSV (no formulas), JSON and a page to print',
        async run(stage) {
            const evil = '=HYPERLINK("http://evil.example";"x")';
            await archive(stage.shop, [...people(stage.shop), { id: 1004, name: '@SUM(1)', phone: '+33 1', at: NOON - 3 * DAY, said: [['visitor', '@SUM(1)', `${evil}\nline "two"`]] }]);
            const history = await historyOf(stage);
            const { page } = history;
            const all = await download(page, page.locator('.onlinechat-above a', { hasText: 'CSV' }));

            assert.match(all.name, /^conversations-\d{4}-\d\d-\d\d\.csv$/);
            assert.equal(all.text.codePointAt(0), 0xFEFF);
            assert.equal(all.text.split('\r\n').length, 1 + 4 + 1 + 1 + 1 + 1);
            assert.ok(all.text.includes(`"'${evil.replaceAll('"', '""')}\nline ""two"""`), all.text);
            assert.ok(all.text.includes('"\'@SUM(1)"') && all.text.includes('"\'+33 1"'));
            assert.ok(all.text.includes('"Yes please <3 😀"'));

            await history.search({ name: 'zoe' });
            const one = JSON.parse((await download(page, page.locator('.onlinechat-above a', { hasText: 'JSON' }))).text);
            assert.deepEqual(one.lines.map(({ line, name }) => [line, name]), [[1002, 'Zoë Müller']]);
            assert.equal(one.lines[0].conversations[0].messages[0].text, 'Where is my parcel?');
            await history.search({ name: 'cleo' });
            await history.view('Cleo');
            const [printed] = await Promise.all([page.waitForEvent('popup'), history.dialog.getByRole('link', { name: 'Printable page' }).click()]);
            await visible(printed.locator('.onlinechat-print article', { hasText: 'Yes please <3 😀' }));
            assert.equal(await printed.locator('article').count(), 1);
            assert.equal(await printed.locator('script').count(), 0);
            const line = JSON.parse((await download(page, history.dialog.getByRole('link', { name: 'Export as JSON' }))).text);
            assert.deepEqual(line.lines[0].conversations[0].messages.map(({ author }) => author), ['visitor', 'operator', 'note', 'visitor']);
        },
    },
    {
        name: 'issue 6.5 an export goes on after messages that were left',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            for (const first_name of ['Jane', 'Joan']) {
                await leave(stage, { first_name, last_name: 'Doe', email: 'jane@chat-test.example', phone: '', message: `About ${first_name}'s order` });
            }
            const { page, address } = await historyOf(stage);
            const csv = await download(page, page.locator('.onlinechat-above a', { hasText: 'CSV' }));

            assert.match(csv.text, /About Joan's order[^]*About Jane's order[^]*Yes please[^]*Where is my parcel\?[^]*is somebody there/);
            assert.ok(!csv.text.includes('NOT COMPLETE'), csv.text);
            const { lines } = JSON.parse((await download(page, page.locator('.onlinechat-above a', { hasText: 'JSON' }))).text);
            assert.deepEqual(lines.map(({ message, conversations }) => message?.fields.first_name ?? conversations.length), ['Joan', 'Jane', 1, 1, 1]);
            const printed = await page.evaluate(async (url) => (await fetch(url)).text(), address.replace('/history', '/history/export/print'));
            assert.match(printed, /<\/article>\s*<\/main>\s*<\/body>\s*<\/html>\s*$/);
        },
    },
    {
        name: 'issue 6.5 an export of more lines than one page has each once, in order',
        async run(stage) {
            await archive(stage.shop, Array.from({ length: 420 }, (_, n) => ({ id: 3000 + n, at: NOON - Math.floor(n / 150) * 1000 })));
            const { page } = await historyOf(stage);
            const { lines } = JSON.parse((await download(page, page.locator('.onlinechat-above a', { hasText: 'JSON' }))).text);

            assert.equal(new Set(lines.map(({ line }) => line)).size, 420);
            assert.deepEqual(lines.map(({ at }) => at), lines.map(({ at }) => at).sort().reverse());
        },
    },
    {
        name: 'issue 8.3 a line of 100,000 messages is handed out whole, as CSV, JSON and to print',
        async run(stage) {
            await archiveMuch(stage.shop, { id: 5000, name: 'Gina', at: NOON, conversations: 5000 });
            const { page, address } = await historyOf(stage);

            page.setDefaultTimeout(120000);
            const csv = await download(page, page.locator('.onlinechat-above a', { hasText: 'CSV' }));
            assert.equal(csv.text.split('\r\n').length, 1 + 100000 + 1);
            const { lines } = JSON.parse((await download(page, page.locator('.onlinechat-above a', { hasText: 'JSON' }))).text);
            assert.deepEqual(lines.map(({ line, conversations }) => [line, conversations.length]), [[5000, 5000]]);
            assert.ok(lines[0].conversations.every(({ messages }) => messages.map(({ number }) => number).join() === Array.from({ length: 20 }, (_, n) => n + 1).join()));
            const printed = await page.evaluate(async (url) => (await fetch(url)).text(), address.replace('/history', '/history/1-5000/export/print'));
            assert.equal(printed.match(/<li class/g).length, 100000);
            assert.match(printed, /<\/article>\s*<\/main>\s*<\/body>\s*<\/html>\s*$/);
        },
    },
    {
        name: 'issue 6.7 each action needs its own right, by address too: read shows and exports, delete and update are refused',
        async run(stage) {
            const { shop } = stage;
            await archive(shop, people(shop));
            const role = (right) => `(SELECT id_authorization_role FROM PREFIX_authorization_role WHERE slug = 'ROLE_MOD_TAB_ADMINONLINECHATHISTORY_${right}')`;
            const nora = `(SELECT id_profile FROM PREFIX_employee WHERE id_employee = ${shop.employees.nora.id})`;
            const { address } = await historyOf(stage);
            const { page } = await stage.operator({ employee: shop.employees.nora, online: false });
            const own = new URL(await page.locator('a[href*="token="]').first().getAttribute('href'), page.url()).searchParams;
            const token = own.get('_token') ?? own.get('token');
            const status = (path, method) => page.evaluate(async ([url, verb]) => {
                const response = await fetch(url, { method: verb, redirect: 'manual' });

                return response.type === 'opaqueredirect' ? 302 : response.status;
            }, [`${address.replace(/\?.*/, '')}${path}?_token=${token}&token=${token}`, method]);

            assert.equal(await status('', 'GET'), 403);
            await query(shop, `INSERT IGNORE INTO PREFIX_access (id_profile, id_authorization_role) SELECT ${nora}, ${role('READ')}`);
            try {
                for (const path of ['', '/1-1001', '/1-1001/export/csv', '/export/json', '/export/print']) {
                    assert.equal(await status(path, 'GET'), 200, path);
                }
                for (const path of ['/1-1001/delete', '/delete', '/1-1001/again']) {
                    assert.equal(await status(path, 'POST'), 403, path);
                }
                assert.equal(await status('/1-999999', 'GET'), 404);
                assert.equal(await status('/export/exe', 'GET'), 404);
                assert.equal(await count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_thread'), 3);
                await page.goto(`${address.replace(/\?.*/, '')}?_token=${token}&token=${token}`);
                assert.equal(await page.locator('.js-bulk-action-checkbox').count(), 0);
                assert.equal(await page.locator(`${TABLE} .dropdown-item`, { hasText: /^\s*(delete\s*)?Delete\s*$/ }).count(), 0);
                assert.equal(await page.locator('.column-name a').count(), 0, 'no link to what they may not see');
            } finally {
                await query(shop, `DELETE FROM PREFIX_access WHERE id_profile = ${nora} AND id_authorization_role = ${role('READ')}`);
            }
        },
    },
    {
        name: 'issue 6.5 several shops: only those of the context that the employee may see; neither table, address, export nor deletion mixes them',
        async run(stage) {
            const { shop } = stage;
            const history = await historyOf(stage);
            const { page, address } = history;
            const second = Number((await multistore(shop, 'on', `localhost:${new URL(stage.url).port}`)).trim().split('\n').pop());

            try {
                await archive(shop, [...people(shop), { id: 1101, in: second, name: 'Of the second', at: NOON - DAY / 2 }]);
                const context = (what) => page.goto(`${address}&setShopContext=${what}`);
                const status = (path) => page.evaluate(async (url) => (await fetch(url, { redirect: 'manual' })).status, address.replace('/history', `/history${path}`));

                await context('');
                assert.deepEqual(await history.cells('name'), ['Cleo Buyer', 'Of the second', 'Zoë Müller', 'Guest']);
                assert.equal(await history.total.textContent(), '4');
                assert.match((await history.cells('shop'))[1], /Second shop/);
                await context('s-1');
                assert.deepEqual(await history.cells('name'), ['Cleo Buyer', 'Zoë Müller', 'Guest']);
                assert.deepEqual([await status(`/${second}-1101`), await status('/1-1101'), await status('/1-1001')], [404, 404, 200]);
                const { text } = await download(page, page.locator('.onlinechat-above a', { hasText: 'CSV' }));
                assert.doesNotMatch(text, /Of the second/);
                await context(`s-${second}`);
                assert.deepEqual(await history.cells('name'), ['Of the second']);
                await query(shop, `DELETE FROM PREFIX_employee_shop WHERE id_employee = ${shop.employees.nora.id} AND id_shop = ${second}`);
            } finally {
                await multistore(shop, 'off');
            }
        },
    },
    {
        name: 'issue 6.5 several shops: an employee without the second shop sees, exports, deletes and sends again nothing of it, by address neither',
        async run(stage) {
            const { shop, shop: { employees: { nora } } } = stage;
            const second = Number((await multistore(shop, 'on', `localhost:${new URL(stage.url).port}`)).trim().split('\n').pop());

            try {
                await archive(shop, [...people(shop), { id: 1101, in: second, name: 'Of the second', at: NOON - DAY / 2 }]);
                await give(shop, 'CHAT', 'HISTORY');
                await giveAll(shop, 'HISTORY');
                await query(shop, `DELETE FROM PREFIX_employee_shop WHERE id_employee = ${nora.id} AND id_shop = ${second}`);
                const history = await historyOf(stage, { employee: nora });
                const { page, address } = history;
                const ask = (path, fields) => page.evaluate(async ([url, body]) => {
                    const response = await fetch(url, { method: body ? 'POST' : 'GET', body: body && new URLSearchParams(body) });

                    return { status: response.status, text: await response.text() };
                }, [address.replace('/history', `/history${path}`), fields]);
                const lines = async () => (await query(shop, 'SELECT id FROM PREFIX_onlinechat_thread ORDER BY id')).map(({ id }) => Number(id));
                const theirs = `${second}-1101`;

                for (const context of ['', `s-${second}`, 's-1']) {
                    await page.goto(`${address}&setShopContext=${context}`);
                    assert.ok(!(await history.cells('name')).includes('Of the second'), context);
                    assert.equal((await ask(`/${theirs}`)).status, 404, context);
                    assert.equal((await ask(`/${theirs}/export/csv`)).status, 404, context);
                    assert.doesNotMatch((await ask('/export/json')).text, /Of the second/, context);
                    await ask(`/${theirs}/delete`, {});
                    await ask('/delete', { 'onlinechat_history_bulk[]': theirs });
                    await ask(`/${theirs}/again`, {});
                    assert.deepEqual(await lines(), [1001, 1002, 1003, 1101], context);
                }
                assert.deepEqual(await history.cells('name'), ['Cleo Buyer', 'Zoë Müller', 'Guest']);
                await ask('/1-1003/delete', {});
                assert.deepEqual(await lines(), [1001, 1002, 1101], 'they may delete in their own shop');
            } finally {
                await take(shop);
                await multistore(shop, 'off');
            }
        },
    },
];
