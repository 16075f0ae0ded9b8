import assert from 'node:assert/strict';
import { configOf } from './lib/links.mjs';

export const tests = [
    {
        name: 'issue 5.3 the configuration’s name and capacity are the defaults of every operator, sounds can be off (G3, G4)',
        async run(stage) {
            const { page } = await stage.operator({ online: false });
            const visit = async () => page.goto(await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((one) => one.href));
            const save = async (values) => {
                for (const [name, value] of Object.entries(values)) {
                    const field = page.locator(`#onlinechat-operators [name=${name}]`);
                    await (typeof value === 'boolean' ? field.setChecked(value) : field.fill(value));
                }
                await page.locator('#onlinechat-operators button').click();
                await page.waitForLoadState();
            };

            await visit();
            try {
                await save({ operator_name: 'The team <3', capacity: '6', sound_message: false });
                await page.getByText('Saved.').first().waitFor();
                const { shops: [{ config }], sounds } = await configOf(page);
                assert.deepEqual([config.name, config.capacity, sounds], ['The team <3', 6, { message: false, conversation: true }]);
                await save({ capacity: '0' });
                await page.getByText('capacity: 1 to 1000').first().waitFor();
            } finally {
                await visit();
                await save({ operator_name: '', capacity: '4', sound_message: true });
            }
        },
    },
];
