import assert from 'node:assert/strict';
import { query, shops, traces } from './lib/shop.mjs';

const module = (shop, verb) => shops('console', shop.path, 'prestashop:module', verb, 'onlinechat');
const NONE = { tabs: 0, hooks: 0, configuration: 0 };

async function conversation(stage) {
    const operator = await stage.operator();
    const visitor = await stage.visitor();

    await visitor.open();
    await visitor.say('Please remember this');
    await operator.arrived('Guest');
}

const messages = async (shop) => Number((await query(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message'))[0].n);
const secrets = async (shop) => (await query(shop, "SELECT value FROM PREFIX_configuration WHERE name = 'ONLINECHAT_SECRETS'"))[0]?.value;

export const tests = [
    {
        name: 'uninstalling leaves no tab, hook or setting, and keeps the conversations',
        async run(stage) {
            await conversation(stage);
            const before = await traces(stage.shop);
            assert.equal(before.tabs, 4);
            await module(stage.shop, 'uninstall');
            const { tables, ...left } = await traces(stage.shop);
            assert.deepEqual(left, NONE);
            assert.equal(tables, before.tables);
            assert.equal((await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status, 503);
            await module(stage.shop, 'install');
            assert.equal(await messages(stage.shop), 1);
            assert.deepEqual(await traces(stage.shop), before);
        },
    },
    {
        name: 'a reset keeps everything',
        async run(stage) {
            await conversation(stage);
            await query(stage.shop, "UPDATE PREFIX_configuration SET value = '1' WHERE name = 'ONLINECHAT_ERASE'");
            const before = await secrets(stage.shop);
            await module(stage.shop, 'reset');
            assert.equal(await messages(stage.shop), 1);
            assert.equal(await secrets(stage.shop), before);
            await query(stage.shop, "UPDATE PREFIX_configuration SET value = '0' WHERE name = 'ONLINECHAT_ERASE'");
        },
    },
    {
        name: 'switched off the entry refuses what is new; switched on it answers at once',
        async run(stage) {
            const status = async () => (await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status;

            await module(stage.shop, 'disable');
            assert.equal(await status(), 503);
            assert.doesNotMatch(await (await fetch(`${stage.url}/`)).text(), /onlinechat-config/);
            await module(stage.shop, 'enable');
            assert.equal(await status(), 200);
        },
    },
    {
        name: 'uninstalling with "erase on uninstall" leaves no table',
        async run(stage) {
            await conversation(stage);
            await query(stage.shop, "UPDATE PREFIX_configuration SET value = '1' WHERE name = 'ONLINECHAT_ERASE'");
            await module(stage.shop, 'uninstall');
            assert.deepEqual(await traces(stage.shop), { ...NONE, tables: 0 });
            await module(stage.shop, 'install');
            assert.equal(await messages(stage.shop), 0);
        },
    },
];
