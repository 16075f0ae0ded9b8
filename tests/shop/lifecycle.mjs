import assert from 'node:assert/strict';
import { give, given, take } from './lib/rights.mjs';
import { count, secrets, setErase, shops, talk, traces, withoutSettings } from './lib/shop.mjs';

const module = (shop, verb) => shops('console', shop.path, 'prestashop:module', verb, 'onlinechat');
const NONE = { tabs: 0, hooks: 0, configuration: 0, roles: 0, meta: 0 };

const messages = (shop) => count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message');

export const tests = [
    {
        name: 'uninstalling leaves no tab, hook or setting, and keeps the conversations',
        async run(stage) {
            await talk(stage);
            const before = await traces(stage.shop);
            // the menu, its three pages, and what stands for a right of its own: to chat, to supervise, canned replies
            assert.equal(before.tabs, 7);
            await module(stage.shop, 'uninstall');
            const { tables, ...left } = await traces(stage.shop);
            assert.deepEqual(left, NONE);
            assert.equal(tables, before.tables);
            assert.equal((await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status, 503);
            await module(stage.shop, 'install');
            assert.equal(await messages(stage.shop), 1);
            assert.deepEqual(withoutSettings(await traces(stage.shop)), withoutSettings(before));
        },
    },
    {
        name: 'a reset keeps everything',
        async run(stage) {
            await talk(stage);
            await setErase(stage.shop, 1);
            const before = await secrets(stage.shop);
            await module(stage.shop, 'reset');
            assert.equal(await messages(stage.shop), 1);
            assert.equal(await secrets(stage.shop), before);
            await setErase(stage.shop, 0);
        },
    },
    {
        // the core calls no hook of a module that is off
        name: 'a reset keeps everything of a module that is switched off too, also with "erase on uninstall"',
        async run(stage) {
            await talk(stage);
            await setErase(stage.shop, 1);
            await give(stage.shop, 'CHAT');
            try {
                const before = [await secrets(stage.shop), await traces(stage.shop)];

                await module(stage.shop, 'disable');
                await module(stage.shop, 'reset');
                assert.deepEqual([await secrets(stage.shop), await traces(stage.shop)], before);
                assert.equal(await messages(stage.shop), 1);
                assert.equal(await given(stage.shop), 2);
            } finally {
                await take(stage.shop);
                await setErase(stage.shop, 0);
            }
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
            await talk(stage);
            await setErase(stage.shop, 1);
            await module(stage.shop, 'uninstall');
            assert.deepEqual(await traces(stage.shop), { ...NONE, tables: 0 });
            await module(stage.shop, 'install');
            assert.equal(await messages(stage.shop), 0);
        },
    },
];
