import assert from 'node:assert/strict';
import { axeFindsNothing } from '../browser/lib/axe.mjs';
import { gone, until, untilEqual, visible } from '../browser/lib/wait.mjs';
import { archive, archiveMuch, leave } from './lib/archive.mjs';
import { DAY, History, historyOf, NOON, people, TABLE } from './lib/history.mjs';
import { count, query, speak, whileLocked } from './lib/shop.mjs';

/** Words that stand on more than one line. Runs in the page. */
const broken = (all) => all.flatMap((one) => {
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT, ({ parentElement }) => (
        parentElement.closest('option, .material-icons') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const words = [];

    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
            const range = document.createRange();

            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) {
                words.push(word);
            }
        }
    }

    return words;
});

export const tests = [
    {
        name: 'G22 a line says who (name, ID or guest number), when, the customer’s last message, email and telephone',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const history = await historyOf(stage);
            const { id } = stage.shop.customers.cleo;

            assert.deepEqual(await history.cells('name'), ['Cleo Buyer', 'Zoë Müller', 'Guest']);
            assert.deepEqual(await history.cells('person'), [`Customer ${id}`, 'Guest 1002', 'Guest 1003']);
            assert.deepEqual(await history.cells('text'), ['Yes please <3 😀', 'Where is my parcel?', 'Hello, is somebody there?']);
            assert.deepEqual(await history.cells('email'), ['cleo@chat-test.example', '', '']);
            assert.deepEqual(await history.cells('phone'), ['+33 6 12 34 56 78', '', '']);
            const [{ zone }] = await query(stage.shop, "SELECT value zone FROM PREFIX_configuration WHERE name = 'PS_TIMEZONE' LIMIT 1");
            const hour = new Date(NOON).toLocaleString('en-GB', { hour: '2-digit', timeZone: zone, hour12: false });
            assert.match((await history.cells('at'))[0], new RegExp(`03.10.2026 ${hour}:00:00|2026-03-10 ${hour}:00:00`));
            assert.equal(new Date(await history.rows.first().locator('time').getAttribute('datetime')).getTime(), NOON);
            await history.row('Cleo').locator('.column-name a').click();
            await history.page.waitForURL(new RegExp(`customers/${id}/view`));
        },
    },
    {
        name: 'G22 sorted by date both ways; pages with a total; each line once',
        async run(stage) {
            await archive(stage.shop, Array.from({ length: 60 }, (_, n) => ({ id: 2000 + n, name: `Paged ${n}`, at: NOON - (n % 7) * 1000 })));
            const history = await historyOf(stage);
            const first = await history.cells('name');

            assert.equal(await history.total.textContent(), '60');
            assert.equal(first.length, 50);
            await history.page.locator('.onlinechat-pages [data-way="next"]').click();
            await until(async () => (await history.rows.count()) === 10, 'the second page');
            assert.equal(new Set([...first, ...await history.cells('name')]).size, 60);
            await history.open();
            await history.page.locator('th[data-column-id="at"] .ps-sortable-column').click();
            await until(async () => (await history.cells('name'))[0] === 'Paged 6', 'the oldest first');
        },
    },
    {
        name: 'G22 filters: name, ID, email, phone, what was said (the hit shown and marked), dates, operator, kind',
        async run(stage) {
            const { employees, customers } = stage.shop;
            await archive(stage.shop, people(stage.shop));
            await leave(stage, { first_name: 'Jane', last_name: 'Doe', email: 'jane@chat-test.example', phone: '0207 946', message: 'About my order' });
            const history = await historyOf(stage);
            const finds = async (filters, ...names) => {
                await history.search(filters);
                assert.deepEqual(await history.cells('name'), names, JSON.stringify(filters));
            };

            await finds({ name: 'zoe mu' }, 'Zoë Müller');
            await finds({ person: customers.cleo.id }, 'Cleo Buyer');
            await finds({ person: 1003 }, 'Guest');
            await finds({ email: 'jane@' }, 'Jane Doe');
            await finds({ phone: '+33' }, 'Cleo Buyer');
            await finds({ kind: 'message' }, 'Jane Doe');
            await finds({ operator: employees.omar.id }, 'Zoë Müller', 'Guest');
            // as its form asks for them: the date picker is the core's
            const days = new URLSearchParams({ 'onlinechat_history[filters][at][from]': '2026-03-08', 'onlinechat_history[filters][at][to]': '2026-03-09' });
            await history.page.goto(`${history.address}&${days}`);
            assert.deepEqual(await history.cells('name'), ['Zoë Müller', 'Guest']);
            await finds({ text: 'cafe CREME' }, 'Cleo Buyer');
            assert.deepEqual(await history.page.locator('.column-text mark').allTextContents(), ['CAFÉ', 'crème']);
            await history.view('Cleo');
            assert.deepEqual(await history.dialog.locator('mark').allTextContents(), ['CAFÉ', 'crème']);
            await history.open();
            await finds({ text: '"CAFÉ creme mug"' }, 'Cleo Buyer');
            assert.deepEqual(await history.page.locator('.column-text mark').allTextContents(), ['CAFÉ crème mug']);
            // the core's tooltip of the link that has the focus again stands over the table
            await history.open();
            await history.search({ person: 'abc' });
            await visible(history.page.locator('.alert-danger', { hasText: 'ID: the number' }));
        },
    },
    {
        name: 'G22 of very many lines the table says about how many; next, previous, first and last lead on at any depth, a far number says what to do',
        async run(stage) {
            await query(stage.shop, 'INSERT INTO PREFIX_onlinechat_thread (id, shop, name, conversations, last_text, last_at)'
                + ` SELECT 20000 + seq, 1, CONCAT('Many ', seq), 1, 'Hello', ${NOON - 365 * DAY}000 + seq * 1000000 FROM seq_1_to_60000`);
            await query(stage.shop, 'ANALYZE TABLE PREFIX_onlinechat_thread');
            const history = await historyOf(stage);
            const { page, total } = history;
            const pages = page.locator('.onlinechat-pages');
            const go = async (way, first) => {
                await pages.locator(`[data-way="${way}"]`).click();
                await untilEqual(async () => (await history.cells('name'))[0], first, way);
            };

            assert.match(await total.textContent(), /^about \d\d,\d00$/);
            assert.equal((await history.cells('name'))[0], 'Many 60000');
            assert.equal(await pages.locator('[data-way="previous"]').getAttribute('href'), null);
            await go('next', 'Many 59950');
            await pages.locator('input[name=page]').fill('201');
            await page.keyboard.press('Enter');
            await untilEqual(async () => (await history.cells('name'))[0], 'Many 50000', 'page 201');
            await go('previous', 'Many 50050');
            await go('last', 'Many 50');
            assert.equal((await history.cells('name')).pop(), 'Many 1');
            await go('previous', 'Many 100');
            await pages.locator('input[name=page]').fill('700');
            await page.keyboard.press('Enter');
            await visible(page.locator('.alert-danger', { hasText: 'too far away to be jumped to' }));
            assert.equal((await history.cells('name'))[0], 'Many 60000', 'the first page');
            await page.goto(`${history.address}&onlinechat_history%5BsortOrder%5D=asc&onlinechat_history%5Boffset%5D=0`);
            assert.equal((await history.cells('name'))[0], 'Many 1');
            await history.search({ name: 'many 1006' });
            assert.equal((await history.cells('name')).includes('Many 1006'), true);
        },
    },
    {
        name: 'G22 a search that takes too long ends, and says what to do about it',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const history = await historyOf(stage);
            const { page } = history;

            history.page.setDefaultTimeout(60000);
            await whileLocked(stage.shop, 'PREFIX_onlinechat_message', async () => {
                await history.search({ text: 'parcel' });
                await visible(page.locator('.alert-danger', { hasText: 'takes too long: ask for dates' }), 60000);
            });
            await history.search({ text: 'parcel' });
            assert.deepEqual(await history.cells('name'), ['Zoë Müller']);
            await history.search({ text: 'x'.repeat(101) });
            await visible(page.locator('.alert-danger', { hasText: 'at most 100 characters' }));
            await history.search({ text: '?!' });
            await visible(page.locator('.alert-danger', { hasText: 'at least one letter or digit' }));
            await history.search({ text: 'p*' });
            await visible(page.locator('.alert-danger', { hasText: 'two letters before *' }));
        },
    },
    {
        name: 'G22 in French, on a screen 1280 px wide, the table breaks no word of its own and does not scroll sideways',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            await leave(stage, { first_name: 'Jane', email: 'jane@chat-test.example', message: 'About my order' });
            await speak(stage.shop, 'fr');
            try {
                const { page, rows } = await historyOf(stage, { context: await stage.context('operators', { viewport: { width: 1280, height: 900 } }) });

                await visible(rows.first());
                assert.deepEqual(await page.locator(`${TABLE} :is(thead th, .column-name, .column-person, .column-at, .column-kind)`).evaluateAll(broken), []);
                assert.deepEqual(await page.locator(`${TABLE} table`).evaluate(({ offsetWidth, parentElement }) => offsetWidth > parentElement.clientWidth), false, 'the table scrolls sideways');
            } finally {
                await speak(stage.shop, 'en');
            }
        },
    },
    {
        name: 'G23 view: a modal pop-up with the whole exchange; the keyboard stays in it, Escape closes it and gives the focus back',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const { page, dialog, rows } = await historyOf(stage);
            const link = rows.filter({ hasText: 'Cleo' }).locator('.js-link-row-action').first();

            await link.focus();
            await page.keyboard.press('Enter');
            await visible(dialog.locator('article'));
            assert.equal(await dialog.evaluate((one) => one.matches(':modal')), true);
            assert.deepEqual(await dialog.locator('.onlinechat-said').allInnerTexts(),
                ['Do you have the CAFÉ crème mug?', 'Yes, <b>two</b>.\nShall I keep one?', 'Good customer', 'Yes please <3 😀']);
            for (let i = 0; i < 12; i++) {
                await page.keyboard.press('Tab');
                assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('dialog')), `Tab ${i}`);
            }
            await axeFindsNothing(page, 'the pop-up', { include: ['#onlinechat-history-dialog'] });
            await page.keyboard.press('Escape');
            await gone(dialog);
            assert.equal(await link.evaluate((one) => one === document.activeElement), true);
            await axeFindsNothing(page, 'the table', { include: [['.onlinechat-above'], ['.onlinechat-pages'], ['td.onlinechat_history-type']] });
        },
    },
    {
        name: 'G23 behind the pop-up stands a page: it shows the same without JavaScript',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const { page, rows } = await historyOf(stage);
            const address = await rows.filter({ hasText: 'Cleo' }).locator('.js-link-row-action').first().evaluate((one) => one.href);
            const html = await page.evaluate(async (url) => (await fetch(url)).text(), address);

            assert.ok(html.includes('Yes, &lt;b&gt;two&lt;/b&gt;.') && html.includes('Yes please &lt;3 😀'));
            await page.goto(address);
            await visible(page.locator('.onlinechat-page article', { hasText: 'Cleo Buyer' }));
            await page.emulateMedia({ media: 'print' });
            assert.equal(await page.locator('.onlinechat-tools').isVisible(), false);
            assert.equal(await page.locator('.nav-bar').first().isVisible(), false);
        },
    },
    {
        name: 'G24 a line of 100,000 messages opens at once: its first part, and more by the keyboard; as a page also without JavaScript',
        async run(stage) {
            await archiveMuch(stage.shop, { id: 5000, name: 'Gina', at: NOON, conversations: 5000 });
            const { page, dialog, rows } = await historyOf(stage);
            const link = rows.filter({ hasText: 'Gina' }).locator('.js-link-row-action').first();
            const address = await link.evaluate((one) => one.href);
            const said = dialog.locator('li .onlinechat-said');
            const more = dialog.getByRole('link', { name: 'Show more' });

            await link.click();
            await visible(dialog.locator('article'));
            assert.equal(await said.count(), 200);
            await more.focus();
            await page.keyboard.press('Enter');
            await untilEqual(() => said.count(), 400, 'the next part');
            assert.equal(await page.evaluate(() => document.activeElement.closest('#onlinechat-history-dialog') !== null && document.activeElement.tagName), 'SECTION');
            assert.match(await dialog.locator('section').nth(10).innerText(), /said 1 in 11 and/);
            assert.equal(await dialog.locator('h3').count(), 20);
            assert.equal(await more.count(), 1);
            await axeFindsNothing(page, 'the pop-up with two parts', { include: ['#onlinechat-history-dialog'] });
            await page.keyboard.press('Escape');

            const read = (url) => page.evaluate(async (one) => {
                const part = new DOMParser().parseFromString(await (await fetch(one)).text(), 'text/html');

                return { first: part.querySelector('.onlinechat-said')?.textContent, said: part.querySelectorAll('li .onlinechat-said').length, next: part.querySelector('[data-more]')?.getAttribute('href') };
            }, new URL(url, address).href);
            const first = await read(address);
            const second = await read(first.next);

            assert.match(first.first, /^said 1 in 1 and/);
            assert.match(second.first, /^said 1 in 11 and/);
            assert.deepEqual([first.said, second.said], [200, 200]);
            await page.goto(new URL(second.next, address).href);
            await visible(page.locator('.onlinechat-page article', { hasText: 'said 1 in 21 and' }));
            await page.getByRole('link', { name: 'From the beginning' }).click();
            await visible(page.locator('.onlinechat-page article', { hasText: 'said 1 in 1 and' }));
            await page.getByRole('link', { name: 'Show more' }).click();
            await untilEqual(() => page.locator('.onlinechat-page li .onlinechat-said').count(), 400, 'the next part on the page');
        },
    },
    {
        name: 'G23 delete: one after asking, several at once; a line with an open conversation is refused with a word why',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const left = async () => (await query(stage.shop, 'SELECT id FROM PREFIX_onlinechat_thread WHERE last_at > 0 ORDER BY id')).map(({ id }) => Number(id));
            const history = await historyOf(stage);
            const { page } = history;

            await history.act('Zoë', 'Delete');
            assert.deepEqual(await left(), [1001, 1002, 1003], 'nothing goes before it is agreed to');
            await history.open();
            await history.agreed(() => history.act('Zoë', 'Delete'));
            assert.deepEqual(await left(), [1001, 1003]);
            assert.equal(await count(stage.shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message WHERE conversation = 1002'), 0);

            await query(stage.shop, 'UPDATE PREFIX_onlinechat_conversation SET status = 2 WHERE id = 1001');
            await history.open();
            // 8 draws another box over it
            await page.locator(`${TABLE} thead .js-bulk-action-select-all`).evaluate((box) => box.click());
            await page.locator('.js-bulk-actions-btn').click();
            await history.agreed(() => page.locator('.js-bulk-action-submit-btn', { hasText: 'Delete selected' }).click());
            await visible(page.locator('.alert', { hasText: 'Not deleted: Cleo Buyer' }));
            assert.deepEqual(await left(), [1001]);
            assert.equal(await count(stage.shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message WHERE conversation = 1001'), 4);
        },
    },
    {
        name: 'G24 a customer has one line, each conversation below those before; a guest a new line for each',
        async run(stage) {
            const operator = await stage.operator();
            const talk = async (visitor, text, name) => {
                await visitor.open();
                await visitor.say(text);
                await operator.arrived(name);
                await operator.end(name);
                await operator.switch.click();
                await until(async () => !await operator.isOnline(), 'offline: what is finished is archived');
                await operator.goOnline();
            };

            await query(stage.shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_history'");

            for (const text of ['First question', 'Second question']) {
                await talk(await stage.visitor({ customer: stage.shop.customers.cleo }), text, 'Cleo Buyer');
                await talk(await stage.visitor(), `${text} of a guest`, 'Guest');
            }
            const history = await new History(operator).open();

            assert.deepEqual(await history.cells('text'), ['Second question of a guest', 'Second question', 'First question of a guest']);
            assert.match((await history.cells('person')).join(), /^Guest \d+,Customer \d+,Guest \d+$/);
            await history.view('Cleo');
            assert.deepEqual(await history.dialog.locator('section').count(), 2);
            assert.deepEqual(await history.dialog.locator('.onlinechat-visitor .onlinechat-said').allInnerTexts(), ['First question', 'Second question']);
        },
    },
    {
        name: 'issue 6.5 the history on a phone: nothing of the pop-up is outside the screen',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const context = await stage.context('operators', { viewport: { width: 390, height: 844 } });
            const history = await historyOf(stage, { context });

            await history.view('Cleo');
            const box = await history.dialog.boundingBox();
            assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box));
            await untilEqual(() => history.dialog.evaluate((one) => one.scrollWidth <= one.clientWidth), true, 'no sideways scrolling');
        },
    },
];
