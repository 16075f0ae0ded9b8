import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { Manager } from './lib/manager.mjs';
import { give, given, take } from './lib/rights.mjs';
import { count, secrets, setErase, shops, talk, traces, withoutSettings, withoutTables } from './lib/shop.mjs';

const NONE = { tabs: 0, hooks: 0, configuration: 0, roles: 0, meta: 0 };
const messages = (shop) => count(shop, 'SELECT COUNT(*) n FROM PREFIX_onlinechat_message');

async function manager(stage) {
    const found = new Manager(await stage.operator({ online: false }));

    await found.open();

    return found;
}

async function accepted(buttons) {
    const { status, msg } = await buttons.upload();

    assert.equal(status, true, msg);
}

export const tests = [
    {
        name: 'module manager: switched off and on again, then reset: conversations, settings and rights stay',
        async run(stage) {
            const status = async () => (await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=status`)).status;

            await talk(stage);
            // so that something would be lost
            await give(stage.shop, 'HISTORY', 'CHAT');
            const before = [await secrets(stage.shop), await traces(stage.shop)];
            const buttons = await manager(stage);

            assert.equal((await buttons.act('disable')).status, true);
            assert.equal(await status(), 503);
            await buttons.open();
            assert.equal((await buttons.act('enable')).status, true);
            assert.equal(await status(), 200);
            await buttons.open();
            assert.equal((await buttons.act('reset')).status, true);
            assert.equal(await messages(stage.shop), 1);
            assert.deepEqual([await secrets(stage.shop), await traces(stage.shop)], before);
            assert.equal(await given(stage.shop), 3);
            await take(stage.shop);
        },
    },
    {
        name: 'module manager: uninstalling says that conversations stay and leaves nothing else; the uploaded zip brings them back',
        async run(stage) {
            await talk(stage);
            const before = await traces(stage.shop);
            const buttons = await manager(stage);

            await buttons.press('uninstall');
            assert.match(await buttons.dialog('uninstall').textContent(), /The conversations stay/);
            const { status, msg } = await buttons.act('uninstall');
            assert.equal(status, true, msg);
            const left = await traces(stage.shop);
            assert.deepEqual(left, { ...NONE, tables: before.tables });
            await buttons.open();
            await accepted(buttons);
            assert.deepEqual(withoutSettings(await traces(stage.shop)), withoutSettings(before));
            assert.equal(await messages(stage.shop), 1);
        },
    },
    {
        name: 'module manager: with "erase on uninstall" the dialog says so, and no table is left',
        async run(stage) {
            await talk(stage);
            await setErase(stage.shop, 1);
            const buttons = await manager(stage);

            await buttons.press('uninstall');
            assert.match(await buttons.dialog('uninstall').textContent(), /erase all conversations for good/);
            assert.equal((await buttons.act('uninstall')).status, true);
            assert.deepEqual(await traces(stage.shop), { ...NONE, tables: 0 });
            await buttons.open();
            await accepted(buttons);
            assert.equal(await messages(stage.shop), 0);
        },
    },
    {
        name: 'without the extension the module manager refuses with one message that names PHP’s SAPI and php.ini; the shop goes on',
        async run(stage) {
            const buttons = await manager(stage);

            assert.equal((await buttons.act('uninstall')).status, true);
            await shops('without', stage.shop.path);
            try {
                await buttons.open();
                const { status, msg } = await buttons.upload();

                assert.equal(status, false);
                assert.match(msg, /onlinechat is not loaded in PHP 8\.\d+\.\d+ \(fpm-fcgi\).*php-without\.ini/);
                assert.equal(msg.match(/not loaded/g).length, 1);
                assert.deepEqual(withoutTables(await traces(stage.shop)), NONE);
                assert.equal((await fetch(`${stage.url}/`)).status, 200);
            } finally {
                await shops('start', stage.shop.path);
            }
            await buttons.open();
            await accepted(buttons);
        },
    },
    {
        name: 'an extension that is too old is refused by name, on the command line too',
        async run(stage) {
            const file = `${stage.shop.path}/modules/onlinechat/src/Setup/Requirement.php`;
            const source = await readFile(file, 'utf8');
            const module = (verb) => shops('console', stage.shop.path, 'prestashop:module', verb, 'onlinechat')
                .catch((problem) => `${problem.stdout}${problem.stderr}`);

            await module('uninstall');
            await writeFile(file, source.replace(/(const VERSION = ')[\d.]+/, '$199.0.0'));
            try {
                assert.match((await module('install')).replace(/\s+/g, ' '), /onlinechat is too old: \S+, needed is 99\.0\.0 \(PHP \S+, cli,/);
                assert.deepEqual(withoutTables(await traces(stage.shop)), NONE);
            } finally {
                await writeFile(file, source);
            }
            await module('install');
            assert.notDeepEqual(withoutTables(await traces(stage.shop)), NONE);
        },
    },
];
