import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { Manager } from './lib/manager.mjs';
import { SettingsForm } from './lib/settings.mjs';
import { count, query, secrets, shops, talk, traces, withoutSettings } from './lib/shop.mjs';

const TABS = ['AdminOnlinechatHistory', 'AdminOnlinechatStatistics', 'AdminOnlinechatSupervisor', 'AdminOnlinechatReplies'];
const HOOKS = ['displayAdminAfterHeader', 'actionShopDataDuplication', 'actionCustomerLogoutBefore'];
const SETTINGS = ['ONLINECHAT_ENTRY', 'ONLINECHAT_QUEUE_LIMIT', 'ONLINECHAT_SOUND_MESSAGE', 'ONLINECHAT_PUBLISHED'];
const MAXIMUM = "PREFIX_configuration SET value = '%s' WHERE name = 'ONLINECHAT_MAXIMUM' AND id_shop IS NULL";

const list = (all) => all.map((one) => `'${one}'`).join();
const version = async (shop) => (await query(shop, "SELECT version FROM PREFIX_module WHERE name = 'onlinechat'"))[0].version;

/** What an earlier version had put into the shop: fewer entries, hooks, settings and tables. */
async function older(shop) {
    const roles = TABS.map((tab) => `r.slug LIKE 'ROLE\\_MOD\\_TAB\\_${tab.toUpperCase()}\\_%'`).join(' OR ');

    for (const sql of [
        `DELETE a FROM PREFIX_access a JOIN PREFIX_authorization_role r USING (id_authorization_role) WHERE ${roles}`,
        `DELETE r FROM PREFIX_authorization_role r WHERE ${roles}`,
        `DELETE t, l FROM PREFIX_tab t JOIN PREFIX_tab_lang l USING (id_tab) WHERE t.class_name IN (${list(TABS)})`,
        'DELETE m FROM PREFIX_hook_module m JOIN PREFIX_hook h USING (id_hook) JOIN PREFIX_module o USING (id_module)'
            + ` WHERE o.name = 'onlinechat' AND h.name IN (${list(HOOKS)})`,
        `DELETE FROM PREFIX_configuration WHERE name IN (${list(SETTINGS)})`,
        `UPDATE ${MAXIMUM.replace('%s', '33')}`,
        'DROP TABLE PREFIX_onlinechat_profile, PREFIX_onlinechat_reply',
        "UPDATE PREFIX_module SET version = '0.0.9' WHERE name = 'onlinechat'",
    ]) {
        await query(shop, sql);
    }
}

/** Its files: a class that knows nothing of what comes after it. */
async function olderFiles({ path }) {
    const file = `${path}/modules/onlinechat/onlinechat.php`;
    const source = await readFile(file, 'utf8');

    await writeFile(file, source.replace(/(\$this->version = ')[\d.]+/, '$10.0.9').replace('function catchUp(', 'function notYet('));
}

/** With one conversation held; `work` upgrades. */
async function upgraded(stage, work) {
    const { shop } = stage;

    await talk(stage);
    const before = { traces: await traces(shop), secrets: await secrets(shop), version: await version(shop) };

    await older(shop);
    assert.notDeepEqual(await traces(shop), before.traces);
    try {
        await work();
        assert.equal(await version(shop), before.version);
        assert.deepEqual(withoutSettings(await traces(shop)), withoutSettings(before.traces));
        const [{ entries }] = await query(shop, "SELECT GROUP_CONCAT(class_name ORDER BY position) entries FROM PREFIX_tab WHERE module = 'onlinechat'"
            + " AND active = 1 AND class_name <> 'AdminOnlinechat'");
        assert.equal(entries, 'AdminOnlinechatHistory,AdminOnlinechatStatistics,AdminOnlinechatConfiguration');
        assert.equal(await count(shop, `SELECT COUNT(*) n FROM PREFIX_configuration WHERE name IN (${list(SETTINGS)})`), SETTINGS.length);
        assert.equal(await secrets(shop), before.secrets);
        assert.equal(await count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message'), 1);
        assert.equal(await count(shop, 'SELECT maximum n FROM PREFIX_onlinechat_shop WHERE id = 1'), 33, 'the owner’s own value is published');
    } catch (problem) {
        await query(shop, `UPDATE ${MAXIMUM.replace('%s', '20')}`);
        await shops('install', shop.path);
        throw problem;
    }
    assert.equal((await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status, 200);
    const operator = await stage.operator({ online: false });
    const history = await operator.page.goto(await operator.address('onlinechat/history'));
    assert.equal(history.status(), 200);
    assert.match(history.url(), /onlinechat\/history/);
    const form = await new SettingsForm(operator).open();
    assert.deepEqual(await operator.page.locator('#onlinechat-health tr[data-ok="0"]').allInnerTexts(), []);
    await form.save({ maximum: '20' });
}

export const tests = [
    {
        name: 'an earlier version is upgraded from the command line: what it lacked is there, what it had stays',
        async run(stage) {
            await upgraded(stage, () => shops('console', stage.shop.path, 'prestashop:module', 'upgrade', 'onlinechat'));
        },
    },
    {
        name: 'an earlier version is upgraded by the zip in the module manager: what it lacked is there, what it had stays',
        async run(stage) {
            await upgraded(stage, async () => {
                await olderFiles(stage.shop);
                const buttons = new Manager(await stage.operator({ online: false }));

                await buttons.open();
                const { status, msg } = await buttons.upload();

                assert.equal(status, true, msg);
            });
        },
    },
];
