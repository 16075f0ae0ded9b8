import assert from 'node:assert/strict';
import { gone, LATE, until, visible } from '../browser/lib/wait.mjs';
import { ask, configOf } from './lib/links.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { withSettings } from './lib/settings.mjs';

/** What an employee changed of themselves, as it is without. */
const USUAL = { name: '', capacity: null, languages: [] };

const tell = async ({ page }, profile) => ask(page, (await configOf(page)).links.profile, profile);
const seesColleagues = (operator, n) => until(
    async () => new RegExp(`${n}`).test(await operator.recap.locator('summary').textContent()),
    `${n} colleagues online`,
);

async function start(stage, text) {
    const caller = await stage.caller();

    await caller.start(text);

    return caller;
}

async function end(operator, room) {
    await room.tool('End').click();
    await operator.answer('End conversation');
    await visible(room.tool('Reopen'));
}

/** @param {string} to "Transfer" or "Ask a colleague to look in" */
async function pass(operator, room, to, note, confirm) {
    await room.tool(to).click();
    await operator.dialog.getByLabel(/Note/).fill(note);
    await operator.answer(confirm);
}

export const tests = [
    {
        name: 'issue 5.3 an operator’s own name and capacity, on a legacy and a Symfony page; who has fewest open is next, on a tie who waits longest',
        async run(stage) {
            const ines = await stage.operator({ page: LEGACY });

            try {
                await ines.recap.getByRole('button', { name: 'How you appear' }).click();
                await ines.dialog.getByLabel('Your name for visitors').fill('Ines of the shop');
                await ines.dialog.getByLabel('Conversations at the same time').fill('2');
                await ines.answer('Save');
                const omar = await stage.operator({ employee: stage.shop.employees.omar, page: SYMFONY });
                const visitor = await stage.visitor();
                await visitor.open();
                await visitor.say('One');
                await visible(visitor.widget.getByText('You are talking to Ines of the shop'));
                for (const text of ['Two', 'Three', 'Four', 'Five']) {
                    await start(stage, text);
                }
                for (const [operator, texts] of [[ines, ['One', 'Three']], [omar, ['Two', 'Four', 'Five']]]) {
                    for (const text of texts) {
                        await visible(operator.line(text), LATE);
                    }
                    assert.equal((await operator.names('Ongoing')).length, texts.length);
                }
            } finally {
                await tell(ines, USUAL);
            }
        },
    },
    {
        name: 'issue 5.3 a transfer with a note from a legacy to a Symfony page, a look-in there, and a supervisor takes it back',
        async run(stage) {
            const ines = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Can I have an invoice?');
            const room = await ines.arrived('Guest');
            const omar = await stage.operator({ employee: stage.shop.employees.omar, page: SYMFONY });
            await seesColleagues(ines, 1);
            await pass(ines, room, 'Transfer', 'Needs the VAT number', 'Transfer');
            await gone(room.element);
            const other = await omar.arrived('Guest');
            await other.sees('Can I have an invoice?', 'Needs the VAT number');
            await other.say('Of course.');
            await visitor.sees('Can I have an invoice?', 'Of course.');
            await visible(visitor.widget.getByText('You are talking to Omar Chatter'));

            await pass(omar, other, 'Ask a colleague to look in', 'Which rate?', 'Ask');
            const looks = await ines.arrived('Guest');
            await looks.say('Twenty per cent.');
            await visitor.sees('Can I have an invoice?', 'Of course.', 'Twenty per cent.');
            assert.equal(await looks.tool('End').isVisible(), false);
            await looks.tool('Leave').click();
            await gone(looks.element);

            await ines.list('All');
            const line = ines.line('Twenty per cent.');
            await visible(line.getByText('Omar'));
            await line.getByRole('button', { name: /^Take/ }).click();
            const taken = await ines.arrived('Guest');
            await taken.say('I go on.');
            await visitor.sees('Can I have an invoice?', 'Of course.', 'Twenty per cent.', 'I go on.');
            await visible(other.element.getByText('Ines Chatter has this conversation now.'));
        },
    },
    {
        name: 'issue 5.3 if the owner wants, who served the customer before and who speaks the visitor’s language come first',
        async run(stage) {
            const { shop: { customers: { cleo }, employees } } = stage;
            const wanted = (value) => ({ prefer_known: value, prefer_language: value });

            await withSettings(stage, wanted(true), wanted(false), async () => {
                const ines = await stage.operator({ online: false, page: SYMFONY });
                const omar = await stage.operator({ employee: employees.omar, online: false, page: LEGACY });

                try {
                    await tell(ines, { languages: ['en', 'fr'] });
                    await tell(omar, { languages: ['en'] });
                    for (const { page } of [ines, omar]) {
                        await page.reload();
                    }
                    await ines.ready();
                    await ines.goOnline();
                    const visitor = await stage.visitor({ customer: cleo });
                    await visitor.open();
                    await visitor.say('The first time');
                    await end(ines, await ines.arrived('Cleo Buyer'));
                    // offline and online again: what was finished is history
                    await ines.switch.click();
                    await until(async () => !await ines.isOnline(), 'offline');
                    await ines.goOnline();
                    await start(stage, 'Somebody else');
                    await visible(ines.line('Somebody else'));
                    await omar.ready();
                    await omar.goOnline();

                    await visitor.page.reload();
                    await visitor.open();
                    await visitor.say('The second time');
                    await visible(ines.line('The second time'), LATE);
                    const french = await stage.visitor({ path: '/fr/' });
                    await french.open();
                    await french.say('Bonjour');
                    await visible(ines.line('Bonjour'), LATE);
                    await start(stage, 'In English');
                    await visible(omar.line('In English'), LATE);
                    assert.equal((await omar.names('Ongoing')).length, 1);
                } finally {
                    await tell(ines, USUAL);
                    await tell(omar, USUAL);
                }
            });
        },
    },
    {
        name: 'issue 5.4 the queue, on a legacy page: place and estimate, a message instead, and a freed place is the next one’s',
        async run(stage) {
            await withSettings(stage, { queue: true, capacity: '1' }, { queue: false, capacity: '4' }, async () => {
                const operator = await stage.operator({ page: LEGACY });

                // an estimate wants three places freed
                for (const text of ['One', 'Two', 'Three']) {
                    await (await start(stage, text)).end();
                }
                const served = await start(stage, 'Served');
                const [second, third] = [await stage.visitor(), await stage.visitor()];
                await second.open();
                await second.say('Second');
                await visible(second.notice('position', { n: 1 }));
                await visible(second.notice('estimate_one'));
                await third.open();
                await third.say('Third');
                await visible(third.notice('position', { n: 2 }));
                await operator.list('Waiting');
                await until(async () => await operator.recap.locator('.row').count() === 2, 'two are waiting');
                await operator.recap.getByRole('button', { name: 'Take' }).first().click();
                await visible(operator.recap.getByRole('alert').getByText('No free place'));

                await third.widget.getByRole('button', { name: 'Leave a message instead' }).click();
                await third.widget.locator('#form-email').fill('third@chat-test.example');
                await third.widget.locator('#form-message').fill('Please write to me');
                await third.widget.locator('.form .primary').click();
                await visible(third.widget.getByRole('heading', { name: 'Thank you for your message' }));
                await until(async () => await operator.recap.locator('.row').count() === 1, 'one is waiting');

                await served.end();
                await visible(second.widget.getByText('You are talking to Ines Chatter'), LATE);
                await until(async () => await operator.recap.locator('.row').count() === 0, 'nobody is waiting');
            });
        },
    },
];
