import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { gone, LATE, until, visible } from './lib/wait.mjs';
import { clear, silence } from './lib/weather.mjs';

export const tests = [
    {
        name: 'a supervisor sees all ongoing conversations and takes one; who had it is told, also if acting at that moment',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Who decides about refunds?');
            assert.equal(await anna.console.getByRole('tab', { name: 'All' }).count(), 0);
            const chloe = await stage.operator({ employee: 'Chloé' });
            await chloe.list('All');
            await visible(chloe.line('Who decides').getByText('Anna'));
            await silence(anna.page, 'watch');
            await chloe.line('Who decides').getByRole('button', { name: /^Take/ }).click();
            const taken = await chloe.arrived('Guest');
            await taken.say('I do.');
            await guest.sees('Who decides about refunds?', 'I do.');
            await visible(guest.widget.getByText('You are talking to Chloé'));
            await room.tool('End').click();
            await anna.dialog.getByRole('button', { name: 'End conversation' }).click();
            await visible(anna.dialog.getByText('Somebody else was faster'));
            await anna.answer('Cancel');
            await clear(anna.page);
            await visible(room.element.getByText('Chloé has this conversation now.'));
            assert.deepEqual(await anna.names('Ongoing'), []);
        },
    },
    {
        name: 'issue 5: two operators answer and transfer one conversation at the same moment: one wins, the other is told, nothing is doubled',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Who answers?');
            const ben = await stage.operator({ employee: 'Ben' });
            await until(async () => /1/.test(await anna.recap.locator('summary').textContent()), 'Anna sees that Ben is online');
            const chloe = await stage.operator({ employee: 'Chloé' });
            // what Anna's console does not know yet is what happens at the same moment
            await silence(anna.page, 'watch');
            await chloe.list('All');
            await chloe.line('Who answers?').getByRole('button', { name: /^Take/ }).click();
            const taken = await chloe.arrived('Guest');
            await Promise.all([taken.say('Chloé answers.'), room.write('Anna answers.')]);
            await until(async () => await room.stateOf('Anna answers.') === 'failed', 'Anna is told that hers was not sent');
            await room.tool('Transfer').click();
            await anna.dialog.getByRole('button', { name: 'Transfer' }).click();
            await visible(anna.dialog.getByText('Somebody else was faster'));
            await anna.answer('Cancel');
            await guest.sees('Who answers?', 'Chloé answers.');
            await clear(anna.page);
            await visible(room.element.getByText('Chloé has this conversation now.'));
            assert.deepEqual([(await chloe.names('Ongoing')).length, (await anna.names('Ongoing')).length, (await ben.names('Ongoing')).length], [1, 0, 0]);
        },
    },
    {
        name: 'issue 5.3: a supervisor reads a colleague’s conversation live without taking it, and neither side notices',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Who decides about refunds?');
            await room.title.click();
            await guest.say('And when?');
            const chloe = await stage.operator({ employee: 'Chloé', online: false });
            const told = [];
            chloe.page.on('request', (request) => request.method() === 'POST' && told.push(request.url()));
            await chloe.list('All');
            await chloe.line('And when?').locator('.line').click();
            const read = await chloe.arrived('Guest');
            await read.sees('Who decides about refunds?', 'And when?');
            await visible(read.element.getByText('You read along; Anna answers.'));
            for (const name of ['End', 'Transfer', 'Block this visitor', 'Ask a colleague to look in', 'Leave', 'Reopen']) {
                assert.equal(await read.tool(name).isVisible(), false, name);
            }
            assert.equal(await read.text.isVisible(), false);
            await guest.say('I am waiting');
            await read.sees('Who decides about refunds?', 'And when?', 'I am waiting');
            assert.equal(await guest.stateOf('I am waiting'), 'sent');
            assert.deepEqual(told.filter((url) => /action=/.test(url)), []);
            await chloe.page.reload();
            await chloe.ready();
            await room.title.click();
            await room.say('Chloé does.');
            await read.sees('Who decides about refunds?', 'And when?', 'I am waiting', 'Chloé does.');
            assert.deepEqual([await chloe.names('Ongoing'), (await anna.names('Ongoing')).length], [[], 1]);
            assert.equal(await room.log.locator('.event').count(), 0);
            await chloe.goOnline();
            await read.tool('Take').click();
            await visible(read.text);
            await read.say('I do.');
            await guest.sees('Who decides about refunds?', 'And when?', 'I am waiting', 'Chloé does.', 'I do.');
        },
    },
    {
        name: 'a colleague is asked to look in: both see and write, only the owner ends it; the colleague leaves again',
        async run(stage) {
            const { anna, guest, room, ben } = await stage.colleagues('How deep do roots grow?');

            await room.tool('Ask a colleague to look in').click();
            await anna.dialog.getByLabel(/Note/).fill('You know trees');
            await anna.answer('Ask');
            const other = await ben.arrived('Guest');
            await other.sees('How deep do roots grow?', 'You know trees');
            await visible(other.element.locator('.sub').getByText('with Anna'));
            await visible(room.element.locator('.sub').getByText('with Ben'));
            await visible(room.log.getByText('Ben looks in'));
            assert.equal(await other.tool('End').isVisible(), false);
            await other.say('As deep as the tree is high.');
            await room.say('Thank you, Ben!');
            await guest.sees('How deep do roots grow?', 'As deep as the tree is high.', 'Thank you, Ben!');
            await visible(guest.widget.getByText('You are talking to Anna'));
            await other.tool('Leave').click();
            await gone(other.element);
            await visible(room.log.getByText('Ben left the conversation'));
            assert.deepEqual(await ben.names('Ongoing'), []);
            assert.equal((await anna.names('Ongoing')).length, 1);
        },
    },
    {
        name: 'a visitor is blocked for a time: the conversation ends, a new one is refused; unblocked, it may begin',
        async run(stage) {
            const anna = await stage.operator();
            const caller = new Caller(stage.url);

            await caller.start('Buy my pills');
            const room = await anna.arrived('Guest');
            await room.tool('Block this visitor').click();
            await anna.dialog.getByLabel('For how long').selectOption({ label: 'An hour' });
            await anna.dialog.getByLabel('Reason, for your colleagues').fill('Spam');
            await anna.answer('Block');
            await visible(room.element.getByText('This conversation has ended.'));
            await assert.rejects(caller.say('Again'), /403.*blocked/);
            await anna.recap.getByRole('button', { name: 'Blocked visitors' }).click();
            await visible(anna.dialog.getByText('Spam'));
            await anna.dialog.getByRole('button', { name: 'Unblock' }).click();
            await until(async () => await anna.dialog.getByText('Spam').count() === 0, 'unblocked');
            await anna.answer('Close');
            assert.equal((await caller.say('I am sorry')).accepted, true);
            await room.sees('Buy my pills', 'I am sorry');
        },
    },
    {
        name: 'issue 5.10: who is blocked is told until when, after a reload too; in the list a guest is named as in the window',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Buy my pills');
            const name = await room.element.locator('.name').textContent();
            await room.tool('Block this visitor').click();
            await anna.answer('Block');
            await visible(guest.widget.getByText(/You cannot write to us in this window until .*\d/));
            await guest.page.reload();
            await guest.open();
            await visible(guest.widget.getByText(/You cannot write to us in this window until .*\d/));
            assert.equal(await guest.notice('finished').count(), 0);
            await anna.recap.getByRole('button', { name: 'Blocked visitors' }).click();
            await visible(anna.dialog.locator('strong').getByText(name, { exact: true }));
            await anna.dialog.getByRole('button', { name: 'Unblock' }).click();
            await until(async () => await anna.dialog.locator('strong').count() === 0, 'unblocked');
            await visible(guest.notice('finished'), LATE);
        },
    },
    {
        name: 'the operator is told in the conversation that the customer left the shop and came back',
        async run(stage) {
            const anna = await stage.operator();
            const context = await stage.context('visitors');
            const guest = await stage.visitor({ context });

            await guest.open();
            await guest.say('Hello');
            const room = await anna.arrived('Guest');
            await visible(room.element.getByText('On the site'));
            await guest.page.close();
            await visible(room.log.locator('.event').getByText(/left the shop/), LATE);
            await stage.visitor({ context });
            await visible(room.log.locator('.event').getByText(/is back in the shop/), LATE);
        },
    },
    {
        name: 'typing goes both ways, and a message is sent, delivered, read',
        async run(stage) {
            const { guest, room } = await stage.conversation('Hello');
            await guest.text.pressSequentially('I am wri', { delay: 150 });
            await visible(room.element.locator('.typing'));
            await room.text.pressSequentially('And me', { delay: 150 });
            await visible(guest.widget.locator('.typing'));
            // closed, the widget fetches, but nobody reads
            await guest.page.keyboard.press('Escape');
            await room.text.press('Enter');
            await visible(room.element.locator('.message.operator .meta').getByText('Delivered'));
            await guest.launcher.click();
            await visible(room.element.locator('.message.operator .meta').getByText('Read'));
        },
    },
    {
        name: 'what is written: days are separated, links open safely, lines, emoji, long words and code are whole',
        async run(stage) {
            const anna = await stage.operator();
            const caller = new Caller(stage.url);
            const text = 'See https://shop.example/olive?a=1.\n\n    if (tree) {\n        water();\n    }\n👩‍🌾 ' + 'x'.repeat(300);

            await caller.start(text);
            const room = await anna.arrived('Guest');
            await room.sees(text);
            await visible(room.log.locator('.day').getByText('Today'));
            const link = room.log.getByRole('link');
            assert.equal(await link.getAttribute('href'), 'https://shop.example/olive?a=1');
            assert.match(await link.getAttribute('rel'), /noopener/);
            assert.equal(await link.getAttribute('target'), '_blank');
            assert.equal(await room.log.evaluate((log) => log.scrollWidth > log.clientWidth), false);
        },
    },
];
