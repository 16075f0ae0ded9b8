import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axeFindsNothing } from '../browser/lib/axe.mjs';
import { gone, until, untilEqual, visible } from '../browser/lib/wait.mjs';
import { archive, leave } from './lib/archive.mjs';
import { OFF, withMail } from './lib/mail.mjs';
import { count, multistore, query, shops } from './lib/shop.mjs';

const DAY = 864e5;
const TABLE = '#onlinechat_history_grid';
const NOON = Date.UTC(2026, 2, 10, 12);

/** The table in the back office, with the console folded out of its way. */
class History {
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page });
        this.rows = this.page.locator(`${TABLE} tbody tr:not(.empty_row)`);
        this.dialog = this.page.locator('#onlinechat-history-dialog');
        this.total = this.page.locator('#onlinechat-history-total');
    }

    async open() {
        await this.page.goto(this.address ??= await this.operator.address('onlinechat/history'));
        if (await this.operator.title.getAttribute('aria-expanded') === 'true') {
            await this.operator.title.click();
        }

        return this;
    }

    row(text) {
        return this.rows.filter({ hasText: text });
    }

    cells(field) {
        return this.page.locator(`${TABLE} .column-${field}`).allInnerTexts().then((all) => all.map((one) => one.trim()));
    }

    field(name) {
        return this.page.locator(`[name="onlinechat_history[${name}]"]`);
    }

    /** Only what these filters let through. */
    async search(filters) {
        const reset = this.page.locator('.grid-reset-button, .js-reset-search');

        if (await reset.count()) {
            await reset.first().click();
            await this.page.waitForLoadState();
            await gone(reset.first());
        }
        for (const [name, value] of Object.entries(filters)) {
            const field = this.field(name);

            if (await field.evaluate((one) => one.tagName) === 'SELECT') {
                await field.selectOption(String(value));
            } else {
                await field.fill(String(value));
            }
        }
        await this.page.locator('.grid-search-button').click();
        await this.page.locator('.grid-reset-button, .js-reset-search').first().waitFor();
    }

    /** An action of a row's menu. */
    async act(text, name) {
        await this.row(text).locator('.dropdown-toggle').click();
        await this.row(text).locator('.dropdown-menu .dropdown-item', { hasText: name }).click();
    }

    /** Does what the browser asks about first, and agrees. */
    async agreed(work) {
        this.page.once('dialog', (question) => question.accept());
        await work();
        await this.page.locator('.alert:visible').first().waitFor();
    }

    async view(text) {
        await this.row(text).locator('.js-link-row-action').first().click();
        await visible(this.dialog.locator('article'));
    }
}

/** Sorted and narrowed by nothing: the core keeps that for each employee. */
async function historyOf(stage, who = {}) {
    await query(stage.shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_history'");

    return new History(await stage.operator({ online: false, ...who })).open();
}

/** What a link hands out. */
async function download(page, link) {
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);

    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const people = ({ customers, employees }) => [
    { id: 1001, customer: customers.cleo.id, name: 'Cleo Buyer', email: 'cleo@chat-test.example', phone: '+33 6 12 34 56 78', at: NOON,
        operator: employees.ines.id, said: [['visitor', 'Cleo Buyer', 'Do you have the CAFÉ crème mug?'], ['operator', 'Ines', 'Yes, <b>two</b>.\nShall I keep one?'],
            ['note', 'Ines', 'Good customer'], ['visitor', 'Cleo Buyer', 'Yes please <3 😀']] },
    { id: 1002, name: 'Zoë Müller', at: NOON - DAY, operator: employees.omar.id, said: [['visitor', 'Zoë Müller', 'Where is my parcel?']] },
    { id: 1003, at: NOON - 2 * DAY, operator: employees.omar.id, said: [['visitor', '', 'Hello, is somebody there?']] },
];

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
            await history.page.locator('.pagination-block a[href*="offset"], .pagination a[href*="offset"]').first().click();
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
            assert.deepEqual(await history.page.locator('.column-text mark').allTextContents(), ['CAFÉ crème']);
            await history.view('Cleo');
            assert.deepEqual(await history.dialog.locator('mark').allTextContents(), ['CAFÉ crème']);
            // the core's tooltip of the link that has the focus again stands over the table
            await history.open();
            await history.search({ person: 'abc' });
            await visible(history.page.locator('.alert-danger', { hasText: 'ID: the number' }));
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
            await axeFindsNothing(page, 'the table', { include: [['.onlinechat-above'], ['td.onlinechat_history-type']] });
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
        name: 'issue 6.4 messages left stand in the same table: not sent, sent, mail is off, failed with the reason; "Send again" sends',
        async run(stage) {
            const send = () => shops('console', stage.shop.path, 'onlinechat:mail').catch(() => 'its exit status says that one failed');

            await withMail(stage.shop, async (mails, set) => {
                await set({ PS_MAIL_METHOD: OFF });
                await leave(stage, { first_name: 'Jane', email: 'jane@chat-test.example', message: 'About <my> order' });
                await send();
                const history = await historyOf(stage);

                await visible(history.row('Jane').getByText('Mail is off in PrestaShop'));
                await set({ PS_MAIL_METHOD: 2, PS_MAIL_SERVER: '127.0.0.1' });
                await history.agreed(() => history.act('Jane', 'Send again'));
                await visible(history.row('Jane').getByText('E-mail not sent yet'));
                await send();
                await until(() => mails.length === 1, 'the letter has arrived');
                await history.open();
                await visible(history.row('Jane').getByText('E-mail sent'));
                await query(stage.shop, "UPDATE PREFIX_onlinechat_mail SET state = 3, reason = 'SMTP said no'");
                await history.open();
                await visible(history.row('Jane').getByText('E-mail failed: SMTP said no'));
                await history.view('Jane');
                await visible(history.dialog.getByText('About <my> order'));
                await history.dialog.getByRole('button', { name: 'Send again' }).click();
                await visible(history.row('Jane').getByText('E-mail not sent yet'));
            });
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
