import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { Visitor } from '../browser/lib/visitor.mjs';
import { gone, until, visible } from '../browser/lib/wait.mjs';
import { History } from './lib/history.mjs';
import { ask, configOf } from './lib/links.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { give, take } from './lib/rights.mjs';
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

/** In a shop's context a box beside the field says that this shop has a value of its own. */
async function save(page, values) {
    const form = new SettingsForm({ page });

    await page.locator('#onlinechat-tab-configuration').click();
    for (const name of Object.keys(values)) {
        const own = `multistore_${name.replace(/\[.*/, '')}`;

        if (await form.field(own).count()) {
            await form.fill({ [own]: true });
        }
    }
    await form.save(values);
}

/** Every row of every shop, the entries asked from this browser included. */
async function green(page, shops) {
    await page.locator('.onlinechat-entry[data-ok]').nth(shops - 1).waitFor({ state: 'attached' });
    assert.equal(await page.locator('.onlinechat-entry').count(), shops);
    assert.deepEqual(await page.locator('#onlinechat-health tr[data-ok="0"]').allInnerTexts(), []);
}

/** An employee of one shop, online there, and a visitor in it. */
async function served(stage, employee, url) {
    const operator = await stage.operator({ employee });
    const visitor = new Visitor(await stage.page(await stage.context('visitors')), url);

    await visitor.go('/');

    return { operator, visitor, id: (await configOf(operator.page)).shop };
}

const refused = async (page, shop) => ask(page, (await configOf(page)).ticket.replace('?', `?shop=${shop}&`), { ticket: null });

export const tests = [
    {
        name: 'several shops with domains of their own: each has its own settings, tickets, queue and health',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const address = await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((link) => link.href);
            const context = (what) => page.goto(`${address}&setShopContext=${what}`);

            // so that its version is another than a new shop's
            await page.goto(address);
            await save(page, { maximum: '19' });
            await save(page, { maximum: '20' });
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
                await save(page, { maximum: '3' });
                assert.deepEqual([await maximum(stage.shop, 1), await maximum(stage.shop, second.id)], [20, 3]);
                assert.equal(await page.locator('.onlinechat-entry').count(), 1);
                await context('');
                await save(page, { maximum: '9' });
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
                for (const [form, where] of [['#onlinechat-servers', 'configuration'], ['#onlinechat-agency', 'contact']]) {
                    await context('');
                    await page.locator(`#onlinechat-tab-${where}`).click();
                    const other = await page.context().newPage();
                    await other.goto(`${address}&setShopContext=s-${second.id}`);
                    await other.close();
                    await page.locator(`${form} .btn-primary`).click();
                    await page.getByRole('alert').filter({ hasText: 'set to another shop' }).first().waitFor();
                    // the page that says so still knows what its form was opened for
                    assert.equal(await page.locator(`${form} [name=context]`).inputValue(), 'all', form);
                    assert.equal(await count(stage.shop, `SELECT COUNT(*) n FROM PREFIX_configuration WHERE name IN ('ONLINECHAT_GATEWAY', 'ONLINECHAT_AGENCY') AND id_shop = ${second.id}`), 0, form);
                }
                await context('');
                assert.equal(await count(stage.shop, "SELECT COUNT(*) n FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAXIMUM'"), 2);

                // behind the module's back: the panel sees that what is published is not what is resolved
                await query(stage.shop, `UPDATE PREFIX_configuration SET value = '4' WHERE name = 'ONLINECHAT_MAXIMUM' AND id_shop = ${second.id}`);
                await page.reload();
                await page.locator('#onlinechat-health tr[data-ok="0"]', { hasText: 'older settings' }).waitFor({ state: 'attached' });
                assert.equal(await page.locator('#onlinechat-health tr[data-ok="0"]').count(), 1);
            });
            await page.goto(address);
            await save(page, { maximum: '20' });
            await green(page, 1);
        },
    },
    {
        name: 'two shops with settings, operators and histories of their own: nothing of one is seen in the other',
        async run(stage) {
            const { shop, shop: { employees: { ines, omar, nora } } } = stage;
            const [{ id_lang: en }] = await query(shop, "SELECT id_lang FROM PREFIX_lang WHERE iso_code = 'en'");
            const owner = await stage.operator({ employee: ines, online: false });
            const address = await owner.address('onlinechat/configuration');

            await query(shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_history'");
            await two(stage, async (second) => {
                await owner.page.goto(`${address}&setShopContext=s-${second.id}`);
                await save(owner.page, { [`header[${en}]`]: 'Of the second shop' });
                await give(shop, 'CHAT', 'HISTORY');
                // Neither is a super-admin, who sees every shop.
                await query(shop, `UPDATE PREFIX_employee e, PREFIX_employee n SET e.id_profile = n.id_profile WHERE e.id_employee = ${omar.id} AND n.id_employee = ${nora.id}`);
                await query(shop, `DELETE FROM PREFIX_employee_shop WHERE id_employee = ${nora.id} AND id_shop = ${second.id} OR id_employee = ${omar.id} AND id_shop <> ${second.id}`);

                const people = [
                    { ...await served(stage, nora, stage.url), said: 'Only in the first' },
                    { ...await served(stage, omar, second.url), said: 'Only in the second' },
                ];

                for (const { operator, visitor, said } of people) {
                    await visitor.open();
                    await visitor.say(said);
                    await operator.arrived('Guest');
                }
                for (const [i, { operator, visitor, said }] of people.entries()) {
                    const other = people[1 - i].said;

                    assert.equal(await visitor.widget.locator('h2#title').textContent() === 'Of the second shop', i === 1);
                    assert.equal(await operator.rooms.count(), 1);
                    assert.equal(await operator.rooms.filter({ hasText: other }).count(), 0);
                    assert.equal((await refused(operator.page, people[1 - i].id)).status, 403, 'no ticket for the other shop');
                    await operator.end('Guest');
                    await operator.switch.click();
                    await until(async () => !await operator.isOnline(), 'offline: what is finished is archived');
                    const history = await new History(operator).open();
                    assert.deepEqual(await history.cells('text'), [said]);
                }
            }).finally(() => take(shop));
        },
    },
    {
        name: 'issue 6.2 a shop and a group have texts per language, colours and offline mode of their own, until the box is empty again',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const address = await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((link) => link.href);
            const ids = Object.fromEntries((await query(stage.shop, 'SELECT id_lang, iso_code FROM PREFIX_lang')).map(({ id_lang: id, iso_code: iso }) => [iso, id]));
            const header = (iso) => `header[${ids[iso]}]`;

            await two(stage, async (second) => {
                const form = new SettingsForm({ page });
                const at = async (context) => {
                    await page.goto(`${address}&setShopContext=${context}`);
                    await page.locator('#onlinechat-tab-configuration').click();
                    await form.form.waitFor();
                };
                const settings = async (url, id) => (await fetch(`${url}/modules/onlinechat/entry.php?shop=${id}&action=settings`)).json();
                const offline = async (url, id) => (await (await fetch(`${url}/modules/onlinechat/entry.php?shop=${id}&action=status`)).json()).mode;
                const first = () => settings(stage.url, 1);
                const other = () => settings(second.url, second.id);

                await at(`s-${second.id}`);
                assert.equal(await form.field(header('en')).isDisabled(), true, 'what is inherited cannot be edited');
                await form.fill({ multistore_header: true, multistore_header_background: true, multistore_offline_mode: true });
                await form.save({ [header('en')]: 'The second <3', [header('fr')]: 'Le deuxième', header_background: '#7a1f4b', offline_mode: false });
                assert.deepEqual([(await first()).header, (await first()).colours], [undefined, undefined]);
                assert.deepEqual((await other()).header, { en: 'The second <3', fr: 'Le deuxième' });
                assert.deepEqual((await other()).colours, { header_background: '#7a1f4b' });
                assert.notEqual(await offline(stage.url, 1), await offline(second.url, second.id));
                await at('g-1');
                await form.fill({ multistore_header: true, multistore_operator_name: true });
                await form.save({ [header('en')]: 'The group', operator_name: 'Team' });
                assert.deepEqual([(await first()).header, (await first()).operator_name], [{ en: 'The group', fr: 'The group' }, 'Team']);
                assert.deepEqual([(await other()).header.en, (await other()).operator_name], ['The second <3', 'Team'], 'its own goes before the group’s');
                await at(`s-${second.id}`);
                await form.save({ multistore_header: false, multistore_header_background: false, multistore_offline_mode: false });
                assert.deepEqual([(await other()).header.en, (await other()).colours], ['The group', undefined]);
                assert.equal(await offline(stage.url, 1), await offline(second.url, second.id));
                await at('g-1');
                await form.save({ multistore_header: false, multistore_operator_name: false });
                assert.deepEqual([(await first()).header, (await other()).operator_name], [undefined, undefined]);
            });
        },
    },
    {
        name: 'issue 5.11 one employee of two shops: a switch for each, a capacity of its own, the shop’s name in every window, on a Symfony and a legacy page',
        async run(stage) {
            await two(stage, async (second) => {
                const operator = await stage.operator({ online: false, page: SYMFONY });
                const { links, shops } = await configOf(operator.page);
                const name = (id) => shops.find((one) => one.id === id).name;
                const at = (id) => operator.console.getByRole('switch', { name: `Online for chat in ${name(id)}`, exact: true });
                const room = (text) => operator.rooms.filter({ hasText: text });

                assert.equal((await ask(operator.page, links.profile, { shop: second.id, capacity: 1 })).status, 200);
                await operator.visit(LEGACY);
                await operator.ready();
                for (const id of [1, second.id]) {
                    await until(() => at(id).isEnabled(), 'its board');
                }
                await at(second.id).click();
                await until(async () => await at(second.id).getAttribute('aria-checked') === 'true', 'online in the second');
                assert.equal((await (await stage.caller()).start('Closed')).outcome, 'closed');
                assert.equal((await (await stage.caller(second.url)).start('In the second')).outcome, 'assigned');
                assert.equal((await (await stage.caller(second.url)).start('One too many')).outcome, 'full');
                await visible(room('In the second').locator('.sub').getByText(name(second.id)));
                await at(1).click();
                await until(async () => await at(1).getAttribute('aria-checked') === 'true', 'online in both');
                for (const text of ['In the first', 'There, too']) {
                    assert.equal((await (await stage.caller()).start(text)).outcome, 'assigned');
                    await visible(room(text).locator('.sub').getByText(name(1)));
                }
                await at(second.id).click();
                await operator.answer('End them');
                await gone(room('In the second'));
                assert.equal(await at(1).getAttribute('aria-checked'), 'true');
                assert.equal(await operator.rooms.count(), 2);
            });
        },
    },
];
