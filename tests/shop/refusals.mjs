import assert from 'node:assert/strict';
import { archive } from './lib/archive.mjs';
import { historyOf, people } from './lib/history.mjs';
import { complaints, query } from './lib/shop.mjs';

const NOWHERE = { MYSQL: '{"host":"127.0.0.1","port":1,"user":"nobody","password":"","database":"none"}', REDIS: '{"host":"127.0.0.1","port":1}' };

/** While one of the stores is not there. */
async function without(shop, store, work) {
    const name = `ONLINECHAT_${store}`;
    const put = (value) => query(shop, `UPDATE PREFIX_configuration SET value = '${value}' WHERE name = '${name}' AND id_shop IS NULL`);
    const [{ value }] = await query(shop, `SELECT value FROM PREFIX_configuration WHERE name = '${name}' AND id_shop IS NULL`);

    await put(NOWHERE[store]);
    try {
        await work();
    } finally {
        await put(value);
    }
}

async function speak(shop, language) {
    await query(shop, `UPDATE PREFIX_employee SET id_lang = (SELECT id_lang FROM PREFIX_lang WHERE iso_code = '${language}')`
        + ` WHERE email = '${shop.employees.ines.email}'`);
}

const said = (page) => page.locator('.alert-danger:visible').allInnerTexts().then((all) => all.join(' '));

/** What the history and the statistics say where they cannot show anything. */
export const tests = [
    {
        name: 'G22 what cannot be looked for says why: too long a name, a day that is none; an address may ask for anything',
        async run(stage) {
            await archive(stage.shop, people(stage.shop));
            const history = await historyOf(stage);
            const { page } = history;
            const asks = async (...given) => {
                const parameters = given.map(([name, value]) => `onlinechat_history${name}=${encodeURIComponent(value)}`).join('&');
                const answer = await page.goto(`${history.address}&${parameters}`);
                assert.equal(answer.status(), 200, parameters);
            };

            await asks(['[filters][name]', 'x'.repeat(300)]);
            assert.match(await said(page), /at most 255 characters/);
            await asks(['[filters][name]', ''], ['[filters][at][from]', '2026-13-45']);
            assert.match(await said(page), /written YYYY-MM-DD/);
            await asks(['[filters][text][]', 'parcel'], ['[limit]', '100000']);
            assert.equal(await said(page), '');
            assert.equal(await history.rows.count(), 3);
            assert.deepEqual(await complaints(stage.shop), []);
        },
    },
    {
        name: 'issue 8 without MySQL history and statistics say so in the employee’s language; without Redis they go on',
        async run(stage) {
            const { shop } = stage;

            await archive(shop, people(shop));
            await speak(shop, 'fr');
            try {
                const { page, address, rows } = await historyOf(stage);
                const statistics = address.replace('/history', '/statistics');

                await without(shop, 'REDIS', async () => {
                    await page.goto(address);
                    assert.equal(await rows.count(), 3);
                    assert.equal(await said(page), '');
                });
                await without(shop, 'MYSQL', async () => {
                    for (const one of [address, address.replace('/history', '/history/1-1001'), address.replace('/history', '/history/export/csv'),
                        statistics, statistics.replace('/statistics', '/statistics/export')]) {
                        assert.equal((await page.goto(one)).status(), 200, one);
                        assert.match(await said(page), /MySQL ne répond pas/, one);
                    }
                });
            } finally {
                await speak(shop, 'en');
            }
        },
    },
];
