import assert from 'node:assert/strict';
import { SettingsForm } from './lib/settings.mjs';
import { configOf } from './lib/links.mjs';
import { query } from './lib/shop.mjs';

/** What visitors' pages and the entry say of the settings, and what the database has. */
async function published(shop) {
    const page = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/s.exec(await (await fetch(`${shop.url}/`)).text())[1]);
    const entry = await (await fetch(`${shop.url}${page.entry}&action=settings`)).json();
    const [row] = await query(shop, 'SELECT maximum FROM PREFIX_onlinechat_shop WHERE id = 1');

    return { page: page.settings, entry, row };
}

/** The form with other values, and as it was afterwards. */
async function withSettings(stage, values, usual, work) {
    const form = new SettingsForm(await stage.operator({ online: false }));

    await (await form.open()).save(values);
    try {
        await work(form, await published(stage.shop));
    } finally {
        await (await form.open()).save(usual);
    }
}

export const tests = [
    {
        name: 'G3 G4 the name of operators and the sounds are kept, of every operator',
        async run(stage) {
            await withSettings(stage, { operator_name: 'I <3 you', sound_message: false }, { operator_name: '', sound_message: true }, async (form, { entry }) => {
                const { shops: [{ config }], sounds } = await configOf(form.page);

                assert.equal(await form.field('operator_name').inputValue(), 'I <3 you');
                assert.deepEqual([config.name, sounds], ['I <3 you', { message: false, conversation: true }]);
                assert.equal(entry.operator_name, 'I <3 you');
            });
        },
    },
];
