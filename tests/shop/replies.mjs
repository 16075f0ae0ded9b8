import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';
import { ask, configOf } from './lib/links.mjs';
import { query } from './lib/shop.mjs';

const tableOf = (links) => links.replies.replace('/console', '');

async function fill(page, { shortcut, text }) {
    await page.locator('#onlinechat-reply input[name$="[shortcut]"]').fill(shortcut);
    await page.locator('#onlinechat-reply textarea').fill(text);
    await page.locator('#onlinechat-reply button.btn-primary').click();
}

export const tests = [
    {
        name: 'issue 5.7 canned replies are managed in the back office: added, changed, searched, deleted',
        async run(stage) {
            const { shop } = stage;
            const operator = await stage.operator({ online: false });
            const { page } = operator;
            const { links } = await configOf(page);
            const visit = (path) => page.goto(new URL(path, stage.url).href);

            await query(shop, "DELETE FROM PREFIX_onlinechat_reply WHERE shortcut LIKE 'test-%'");
            await visit(tableOf(links).replace('/replies', '/replies/new'));
            await fill(page, { shortcut: 'test-one', text: 'I <3 you, {customer_firstname} 😀\nSecond line' });
            await until(() => page.locator('tr', { hasText: 'test-one' }).count(), 'the table has it');
            let { data } = await ask(page, (await configOf(page)).links.replies);
            assert.equal(data.replies.find((one) => one.shortcut === 'test-one').text, 'I <3 you, {customer_firstname} 😀\nSecond line');

            await visit(tableOf(links).replace('/replies', '/replies/new'));
            await fill(page, { shortcut: 'test-one', text: 'Again' });
            await page.getByText('another reply of this language').waitFor();
            await fill(page, { shortcut: 'te st', text: 'Hello {customer}' });
            await page.getByText('no placeholder {customer}').waitFor();
            await page.getByText('up to 32 letters').waitFor();

            await visit(tableOf(links));
            // out of the way of the table's right side
            await operator.title.click();
            await page.locator('input[name$="[shortcut]"]').fill('test-one');
            await page.locator('.grid-search-button').click();
            await until(async () => await page.locator('tbody tr').count() === 1, 'the search finds one');
            // a language is chosen, not typed
            await page.locator('select[name$="[language]"]').selectOption('fr');
            await page.locator('.grid-search-button').click();
            await until(async () => await page.locator('tbody tr', { hasText: 'test-one' }).count() === 0, 'none in French');
            await page.locator('select[name$="[language]"]').selectOption('');
            await page.locator('.grid-search-button').click();
            await until(async () => await page.locator('tbody tr', { hasText: 'test-one' }).count() === 1, 'and again in any');
            await page.locator('tbody tr a[href*="/replies/"]').first().click();
            await page.locator('#onlinechat-reply').waitFor();
            const one = page.url();

            await fill(page, { shortcut: 'test-two', text: 'Changed' });
            ({ data } = await ask(page, (await configOf(page)).links.replies));
            assert.equal(data.replies.find((one) => one.shortcut === 'test-two')?.text, 'Changed');
            await query(shop, "DELETE FROM PREFIX_onlinechat_reply WHERE shortcut LIKE 'test-%'");
            await page.goto(one);
            await page.getByText('not there any more').first().waitFor();
            await query(shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_reply'");
        },
    },
    {
        name: 'issue 5.7 each action on replies needs its own right; the console needs only the right to chat',
        async run(stage) {
            const { shop } = stage;
            const role = (right) => `(SELECT id_authorization_role FROM PREFIX_authorization_role WHERE slug = 'ROLE_MOD_TAB_ADMINONLINECHATREPLIES_${right}')`;
            const nora = `(SELECT id_profile FROM PREFIX_employee WHERE id_employee = ${shop.employees.nora.id})`;
            const ines = await stage.operator({ online: false });
            const [{ id }] = await query(shop, 'SELECT MIN(id_reply) id FROM PREFIX_onlinechat_reply');
            const paths = tableOf((await configOf(ines.page)).links).replace(/\?.*/, '');
            const { page } = await stage.operator({ employee: shop.employees.nora, online: false });
            const own = new URL(await page.locator('a[href*="token="]').first().getAttribute('href'), page.url()).searchParams;
            const secret = own.get('_token') ?? own.get('token');
            const allowed = async (path, method) => page.evaluate(async ([address, verb]) => {
                const response = await fetch(address, { method: verb });

                return response.ok && !response.redirected;
            }, [`${paths}${path}?_token=${secret}&token=${secret}`, method]);

            assert.equal(await allowed('', 'GET'), false);
            await query(shop, `INSERT IGNORE INTO PREFIX_access (id_profile, id_authorization_role) SELECT ${nora}, ${role('READ')}`);
            try {
                assert.equal(await allowed('', 'GET'), true);
                assert.equal(await allowed(`/${id}`, 'GET'), true);
                assert.equal(await allowed('/new', 'GET'), false);
                assert.equal(await allowed(`/${id}`, 'POST'), false);
                await allowed(`/${id}/delete`, 'POST');
                const [{ n }] = await query(shop, `SELECT COUNT(*) n FROM PREFIX_onlinechat_reply WHERE id_reply = ${id}`);
                assert.equal(Number(n), 1);
                assert.equal((await ask(page, `${paths}/console?_token=${secret}&token=${secret}`)).status === 200, false);
            } finally {
                await query(shop, `DELETE FROM PREFIX_access WHERE id_profile = ${nora} AND id_authorization_role = ${role('READ')}`);
            }
        },
    },
    {
        name: 'issue 5.7 a shop begins with replies in English and French',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const { data } = await ask(page, (await configOf(page)).links.replies);

            for (const language of ['en', 'fr']) {
                assert.ok(data.replies.filter((one) => one.language === language).length >= 5, language);
            }
        },
    },
];
