import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { SettingsForm } from './lib/settings.mjs';
import { count, multistore, query } from './lib/shop.mjs';

const config = async (url) => JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(await (await fetch(`${url}/`)).text())[1]);
const ticket = async (url, address) => (await (await fetch(`${url}${address}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}',
})).json()).ticket;
const maximum = async (shop, id) => Number((await query(shop, `SELECT maximum FROM PREFIX_onlinechat_shop WHERE id = ${id}`))[0].maximum);

/** With a second shop at another domain of the same server. */
async function two(stage, work) {
    const { shop } = stage;
    const domain = `localhost:${new URL(stage.url).port}`;
    const id = Number((await multistore(shop, 'on', domain)).trim().split('\n').pop());

    try {
        await work({ id, url: `http://${domain}` });
        const file = `${shop.path}/var/onlinechat/shop-${id}.php`;

        await access(file);
        await multistore(shop, 'off');
        await assert.rejects(access(file), 'the connection file goes with the shop');
        const [{ version }] = await query(shop, 'SELECT version FROM PREFIX_onlinechat_shop WHERE id = 1');
        assert.equal((await config(stage.url)).settings.version, Number(version), 'pages say what the shop that is left published');
    } finally {
        await multistore(shop, 'off');
        await query(shop, `DELETE FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\_%' AND id_shop IS NOT NULL`);
        await query(shop, "UPDATE PREFIX_configuration SET value = '20' WHERE name = 'ONLINECHAT_MAXIMUM'");
    }
}

async function save(page, value) {
    const form = new SettingsForm({ page });

    await page.locator('#onlinechat-tab-configuration').click();
    if (await form.field('multistore_maximum').count()) {
        await form.fill({ multistore_maximum: true });
    }
    await form.save({ maximum: String(value) });
}

/** Every row of every shop, the entries asked from this browser included. */
async function green(page, shops) {
    await page.locator('.onlinechat-entry[data-ok]').nth(shops - 1).waitFor({ state: 'attached' });
    assert.equal(await page.locator('.onlinechat-entry').count(), shops);
    assert.deepEqual(await page.locator('#onlinechat-health tr[data-ok="0"]').allInnerTexts(), []);
}

export const tests = [
    {
        name: 'several shops with domains of their own: each has its own settings, tickets, queue and health',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const address = await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((link) => link.href);
            const context = (what) => page.goto(`${address}&setShopContext=${what}`);

            // so that its version is another than a new shop's
            await page.goto(address);
            await save(page, 19);
            await save(page, 20);
            await two(stage, async (second) => {
                const first = await config(stage.url);
                const other = await config(second.url);

                assert.deepEqual([first.shop, other.shop], [1, second.id]);
                assert.ok(other.settings.version > 0, 'published when the shop was made');
                const status = await fetch(`${second.url}${other.entry}&action=status`);
                assert.equal(status.status, 200);

                const own = await ticket(second.url, other.ticket);
                const at = async (url, entry) => (await fetch(`${url}${entry}&action=current`, { headers: { 'Onlinechat-Ticket': own } })).status;
                assert.equal(await at(second.url, other.entry), 200);
                assert.equal(await at(stage.url, first.entry), 401);

                await context('');
                await green(page, 2);
                await context(`s-${second.id}`);
                await save(page, 3);
                assert.deepEqual([await maximum(stage.shop, 1), await maximum(stage.shop, second.id)], [20, 3]);
                assert.equal(await page.locator('.onlinechat-entry').count(), 1);
                await context('');
                await save(page, 9);
                assert.deepEqual([await maximum(stage.shop, 1), await maximum(stage.shop, second.id)], [9, 3]);
                await green(page, 2);

                // another tab sets the back office to another shop: what stands in this form is not that shop's
                const form = new SettingsForm({ page });
                const tab = await page.context().newPage();
                await page.locator('#onlinechat-tab-configuration').click();
                await tab.goto(`${address}&setShopContext=s-${second.id}`);
                await tab.close();
                await form.fill({ maximum: '7' });
                await form.submit();
                await form.form.getByText('set to another shop').waitFor();
                assert.deepEqual([await maximum(stage.shop, 1), await maximum(stage.shop, second.id)], [9, 3]);
                await context('');
                assert.equal(await count(stage.shop, "SELECT COUNT(*) n FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAXIMUM'"), 2);

                // behind the module's back: the panel sees that what is published is not what is resolved
                await query(stage.shop, `UPDATE PREFIX_configuration SET value = '4' WHERE name = 'ONLINECHAT_MAXIMUM' AND id_shop = ${second.id}`);
                await page.reload();
                await page.locator('#onlinechat-health tr[data-ok="0"]', { hasText: 'older settings' }).waitFor({ state: 'attached' });
                assert.equal(await page.locator('#onlinechat-health tr[data-ok="0"]').count(), 1);
            });
            await page.goto(address);
            await save(page, 20);
            await green(page, 1);
        },
    },
];
