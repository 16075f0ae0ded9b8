import assert from 'node:assert/strict';
import { ask, configOf } from './lib/links.mjs';

const fresh = async (operator) => {
    await operator.page.reload();

    return configOf(operator.page);
};

export const tests = [
    {
        name: 'issue 5.3 each employee has a display name, capacity and languages of their own, on every page and browser',
        async run(stage) {
            const ines = await stage.operator({ online: false });
            const { links, shops } = await configOf(ines.page);

            try {
                const { status } = await ask(ines.page, links.profile, {
                    shop: shops[0].id, name: 'Inès <3', capacity: 7, languages: ['en', 'fr'], mute: { message: true },
                });
                assert.equal(status, 200);
                const kept = await fresh(ines);
                assert.deepEqual(kept.shops[0].config, { name: 'Inès <3', capacity: 7, languages: ['en', 'fr'] });
                assert.deepEqual(kept.mute, { message: true, conversation: false });
                assert.equal((await ask(ines.page, kept.shops[0].ticket, { ticket: null })).data.name, 'Inès <3');
                const omar = await configOf((await stage.operator({ employee: stage.shop.employees.omar, online: false })).page);
                assert.equal(omar.shops[0].config.name, 'Omar Chatter');
                assert.deepEqual(omar.mute, { message: false, conversation: false });
            } finally {
                await ask(ines.page, links.profile, { name: '', capacity: null, languages: [], mute: { message: false } });
            }
            assert.equal((await fresh(ines)).shops[0].config.name, 'Ines Chatter');
        },
    },
    {
        name: 'issue 5.3 what a profile may not hold is refused with its field and rule, and nothing is changed',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { links, shops } = await configOf(operator.page);

            for (const [body, field] of [
                [{ name: 'x'.repeat(81) }, 'name'], [{ name: 'a\nb' }, 'name'], [{ capacity: 1001 }, 'capacity'],
                [{ capacity: '7' }, 'capacity'], [{ languages: ['English'] }, 'languages'], [{ languages: Array(21).fill('en') }, 'languages'],
                [{ mute: { message: 'yes' } }, 'mute.message'], [{ shop: 99 }, 'id_shop'], [{ employee: 1 }, 'employee'],
            ]) {
                const { status, data } = await ask(operator.page, links.profile, body);
                assert.equal(data.field, field, JSON.stringify([status, data]));
                assert.ok(status === 422 || status === 403);
            }
            assert.deepEqual((await fresh(operator)).shops[0].config, shops[0].config);
        },
    },
];
