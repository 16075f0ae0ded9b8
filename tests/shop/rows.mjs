import assert from 'node:assert/strict';
import { gone, until, visible } from '../browser/lib/wait.mjs';
import { ask, configOf } from './lib/links.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { SettingsForm } from './lib/settings.mjs';
import { count } from './lib/shop.mjs';

async function callers(stage, texts) {
    const all = await Promise.all(texts.map(() => stage.caller()));

    for (const [i, text] of texts.entries()) {
        await all[i].start(text);
    }

    return all;
}

async function withMaximum(operator, value, work) {
    const save = async (maximum) => (await new SettingsForm(operator).open()).save({ maximum: String(maximum) });

    await save(value);
    try {
        await work();
    } finally {
        await save(20);
    }
}

const ended = async (operator, room) => {
    await room.tool('End').click();
    await operator.answer('End conversation');
    await visible(room.tool('Reopen'));
};

export const tests = [
    {
        name: 'G11 one click on a legacy page brings the window into the shop, another takes it away',
        async run(stage) {
            const operator = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor();

            await visitor.open();
            await visible(visitor.text);
            await operator.switch.click();
            await until(async () => !await operator.isOnline(), 'offline');
            await visitor.page.reload();
            await visitor.widget.waitFor({ state: 'attached' });
            await until(async () => !await visitor.text.isVisible(), 'nobody can be written to');
        },
    },
    {
        name: 'G12 on a Symfony page windows open by themselves, take no focus, and are headed by the guest’s number or #ID name',
        async run(stage) {
            const { cleo } = stage.shop.customers;
            const operator = await stage.operator({ page: SYMFONY });
            const focused = () => operator.page.evaluate(() => document.activeElement.id);

            await operator.page.evaluate(() => {
                const field = Object.assign(document.createElement('input'), { id: 'native-field' });
                document.querySelector('#main-div, #main').append(field);
                field.focus();
            });
            await callers(stage, ['A guest asks']);
            const guest = await operator.arrived('Guest');
            assert.match(await guest.title.textContent(), /Guest\s+#?\d+/);
            assert.equal(await focused(), 'native-field');
            const customer = await stage.visitor({ customer: cleo });
            await customer.open();
            await customer.say('A customer asks');
            const room = await operator.arrived('Cleo Buyer');
            assert.match(await room.title.textContent(), new RegExp(`#${cleo.id}\\s+Cleo Buyer`));
            assert.equal(await focused(), 'native-field');
        },
    },
    {
        name: 'G13 messages appear at the other side at once, on a legacy page',
        async run(stage) {
            const operator = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('One');
            const room = await operator.arrived('Guest');
            await room.say('Two');
            await visitor.sees('One', 'Two');
            await visitor.say('Three');
            await room.sees('One', 'Two', 'Three');
        },
    },
    {
        name: 'G14 on a Symfony page a window is minimised, hidden into Ongoing, and ended after a question into Finished',
        async run(stage) {
            const operator = await stage.operator({ page: SYMFONY });

            await callers(stage, ['Hello']);
            const room = await operator.arrived('Guest');
            await room.element.getByRole('button', { name: /^Minimise/ }).click();
            await gone(room.text);
            await room.title.click();
            await visible(room.text);
            await room.element.getByRole('button', { name: /^Hide/ }).click();
            await gone(room.element);
            const again = await operator.open('Guest');
            await again.tool('End').click();
            await operator.answer('Cancel');
            await visible(again.text);
            await ended(operator, again);
            assert.equal((await operator.names('Ongoing')).length, 0);
            assert.equal((await operator.names('Finished')).length, 1);
        },
    },
    {
        name: 'G15 four windows stand side by side on a legacy page; a fifth that is opened replaces one, which stays in Ongoing',
        async run(stage) {
            const operator = await stage.operator({ online: false });
            const { links, shops } = await configOf(operator.page);
            const capacity = (value) => ask(operator.page, links.profile, { shop: shops[0].id, capacity: value });

            await capacity(10);
            try {
                await operator.visit(LEGACY);
                await operator.ready();
                await operator.goOnline();
                await callers(stage, ['One', 'Two', 'Three', 'Four']);
                await until(async () => await operator.rooms.count() === 4, 'four windows');
                await callers(stage, ['Five']);
                const fifth = operator.line('Five');
                await visible(fifth.locator('.badge'));
                assert.equal(await operator.rooms.count(), 4);
                await fifth.locator('.line').click();
                await visible(operator.rooms.getByRole('log').getByText('Five'));
                assert.equal(await operator.rooms.count(), 4);
                assert.equal((await operator.names('Ongoing')).length, 5);
            } finally {
                await capacity(null);
            }
        },
    },
    {
        name: 'G16 the recap stands in a Symfony page and a legacy page, wide and on a phone, is minimised by its title and remembers it',
        async run(stage) {
            const wide = await stage.operator({ page: SYMFONY });

            for (const name of ['Ongoing', 'Finished']) {
                await visible(wide.console.getByRole('tab', { name }));
            }
            await wide.title.click();
            await gone(wide.switch);
            await wide.visit(LEGACY);
            await visible(wide.title);
            assert.equal(await wide.title.getAttribute('aria-expanded'), 'false');
            await wide.title.click();
            await visible(wide.switch);
            const phone = await stage.operator({
                employee: stage.shop.employees.omar, online: false,
                context: await stage.context('operators', { viewport: { width: 390, height: 844 } }),
            });
            await phone.ready();
            assert.equal(await phone.title.getAttribute('aria-expanded'), 'false', 'a phone’s page is not covered');
            await phone.unfold();
            const { x, y, width, height } = await phone.recap.boundingBox();
            assert.ok(x >= 0 && y >= 0 && x + width <= 390 && y + height <= 844, JSON.stringify({ x, y, width, height }));
        },
    },
    {
        name: 'G17 on a legacy page an ended conversation is reopened in Finished, and by its customer’s next message',
        async run(stage) {
            const operator = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Hello');
            const room = await operator.arrived('Guest');
            await ended(operator, room);
            await visible(visitor.notice('finished'));
            await operator.list('Finished');
            await room.tool('Reopen').click();
            await room.say('One more thing');
            await visitor.sees('Hello', 'One more thing');
            await ended(operator, room);
            await visible(visitor.notice('finished'));
            await visitor.say('Me too');
            await room.sees('Hello', 'One more thing', 'Me too');
            assert.equal((await operator.names('Ongoing')).length, 1);
        },
    },
    {
        name: 'G18 going offline on a Symfony page moves what is finished into the history',
        async run(stage) {
            const operator = await stage.operator({ page: SYMFONY });

            await callers(stage, ['To be kept']);
            await ended(operator, await operator.arrived('Guest'));
            await operator.switch.click();
            await until(async () => !await operator.isOnline(), 'offline');
            await until(async () => (await operator.names('Finished')).length === 0, 'Finished is empty');
            await operator.visit('onlinechat/history');
            await visible(operator.page.locator('tbody tr', { hasText: 'Guest' }).first());
        },
    },
    {
        name: 'G19 the maximum holds whatever arrives at the same moment, and an end makes a place free',
        async run(stage) {
            const operator = await stage.operator();
            const ongoing = () => count(stage.shop, 'SELECT ongoing n FROM PREFIX_onlinechat_shop WHERE id = 1');

            await withMaximum(operator, 2, async () => {
                const all = await Promise.all(Array.from({ length: 6 }, () => stage.caller()));
                const answers = await Promise.all(all.map((one) => one.start('Me')));
                assert.deepEqual(answers.map(({ outcome }) => outcome).sort(), ['assigned', 'assigned', 'full', 'full', 'full', 'full']);
                assert.equal(await ongoing(), 2);
                const late = await stage.visitor();
                await late.widget.waitFor({ state: 'attached' });
                await until(async () => !await late.text.isVisible(), 'no place to write');
                await all.find(({ conversation }) => conversation).end();
                assert.equal((await (await stage.caller()).start('Now there is a place')).outcome, 'assigned');
                assert.equal(await ongoing(), 2);
            });
        },
    },
];
