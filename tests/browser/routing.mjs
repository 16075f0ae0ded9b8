import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { gone, LATE, until, visible } from './lib/wait.mjs';

/** An hour of each day, which begins in two to three hours. */
function laterToday() {
    const at = (hours) => `${String((new Date().getUTCHours() + hours) % 24).padStart(2, '0')}:00`;

    return { zone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: at(3), to: at(4) }]) };
}

export const tests = [
    {
        name: 'G6 G11: outside the opening hours visitors get the form, and the console of who is online says until when',
        shop: { hours: laterToday() },
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();

            await visible(anna.recap.getByText(/^Visitors see the form until .*\d:00/));
            assert.equal(await anna.isOnline(), true);
            await guest.open();
            await visible(guest.widget.locator('.form'));
        },
    },
    {
        name: 'G5 G6 G19: at the maximum the second visitor is told, and the place is free again when the first one ends',
        shop: { maximum: 1 },
        async run(stage) {
            const anna = await stage.operator();
            const first = await stage.visitor();
            const second = await stage.visitor();

            await second.open();
            await first.open();
            await first.say('The only place');
            await anna.arrived('Guest');
            await second.write('May I?');
            await until(async () => await second.stateOf('May I?') === 'failed', '"not sent" for the second visitor');
            await visible(second.notice('busy'));
            const third = await stage.visitor();
            await third.open();
            await visible(third.widget.locator('.form'));
            await first.end();
            await second.widget.getByRole('button', { name: 'Try again' }).click();
            await second.saySettled('May I?');
            await visible(anna.rooms.getByRole('log').getByText('May I?'));
            assert.deepEqual((await anna.names('Ongoing')).length, 1);
        },
    },
    {
        name: 'G6: with the offline mode off there is no window while nobody is online',
        shop: { offline_mode: false },
        async run(stage) {
            const guest = await stage.visitor();
            // awaited from before the page asks: it may be answered while the page still loads
            const answered = guest.page.waitForResponse(/action=status/);

            await guest.go('/');
            await answered;
            await gone(guest.launcher);
            await stage.operator();
            const later = await stage.visitor();
            await visible(later.launcher);
        },
    },
    {
        name: 'the queue: places are shown, and move up when a conversation ends',
        shop: { queue: true, capacity: 1 },
        async run(stage) {
            const anna = await stage.operator();
            const [first, second, third] = [await stage.visitor(), await stage.visitor(), await stage.visitor()];

            await first.open();
            await first.say('First');
            const room = await anna.arrived('Guest');
            await second.open();
            await second.say('Second');
            await visible(second.notice('position', { n: 1 }));
            await third.open();
            await third.say('Third');
            await visible(third.notice('position', { n: 2 }));
            await anna.list('Waiting');
            await until(async () => await anna.recap.locator('.row').count() === 2, 'two are waiting');
            await anna.recap.getByRole('button', { name: 'Take' }).first().click();
            await visible(anna.recap.getByRole('alert').getByText('No free place'));
            await room.tool('End').click();
            await anna.dialog.getByRole('button', { name: 'End conversation' }).click();
            await visible(second.widget.getByText('You are talking to Anna'));
            await visible(third.notice('position', { n: 1 }), LATE);
            await until(async () => await anna.recap.locator('.row').count() === 1, 'one is waiting');
        },
    },
    {
        name: 'a transfer with a note: the colleague goes on, the visitor never sees the note',
        async run(stage) {
            const { anna, guest, room, ben } = await stage.colleagues('Can I have an invoice?');

            await room.tool('Transfer').click();
            await anna.dialog.getByLabel(/Note/).fill('Needs the VAT number');
            await anna.answer('Transfer');
            await gone(room.element);
            const other = await ben.arrived('Guest');
            await other.sees('Can I have an invoice?', 'Needs the VAT number');
            await visible(other.element.locator('.message.note').getByText('Note from Anna'));
            await other.say('Of course.');
            await guest.sees('Can I have an invoice?', 'Of course.');
            await visible(guest.widget.getByText('You are talking to Ben'));
            assert.deepEqual(await anna.names('Ongoing'), []);
        },
    },
    {
        name: 'issue 5.3: a colleague who is full is shown as full for a transfer, not chosen first, and may still look in',
        shop: { capacity: 1 },
        async run(stage) {
            const ben = await stage.operator({ employee: 'Ben' });
            const caller = new Caller(stage.url);

            await caller.start('For Ben');
            await ben.arrived('Guest');
            const anna = await stage.operator();
            const guest = await stage.visitor();
            await guest.open();
            await guest.say('For Anna');
            const room = await anna.arrived('Guest');
            await until(async () => /1/.test(await anna.recap.locator('summary').textContent()), 'Anna sees that Ben is online');
            await room.tool('Transfer').click();
            await visible(anna.dialog.getByText('No colleague has a free place.'));
            await visible(anna.dialog.getByText('Ben (full: 1 of 1)'));
            await anna.answer('Close');
            await stage.operator({ employee: 'Chloé' });
            await until(async () => /2/.test(await anna.recap.locator('summary').textContent()), 'and Chloé');
            await room.tool('Transfer').click();
            const to = anna.dialog.getByRole('combobox');
            assert.deepEqual(await to.locator('option').evaluateAll((all) => all.map(({ textContent, disabled }) => [textContent, disabled])),
                [['Ben (full: 1 of 1)', true], ['Chloé (0 of 1)', false]]);
            assert.equal(await to.evaluate(({ selectedOptions: [one] }) => one.textContent), 'Chloé (0 of 1)');
            await anna.answer('Cancel');
            await room.tool('Ask a colleague to look in').click();
            assert.match(await to.evaluate(({ selectedOptions: [one] }) => one.textContent), /^Ben \(1 of 1\)/);
            await anna.answer('Cancel');
        },
    },
    {
        name: 'G18: sign-off with an open conversation is asked about; ended, it is in the history',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Hello');
            await anna.switch.click();
            await visible(anna.dialog.getByText('You have 1 open conversation.'));
            await anna.answer('Stay online');
            assert.equal(await anna.isOnline(), true);
            await anna.switch.click();
            await anna.answer('End them');
            await until(async () => !await anna.isOnline(), 'Anna is offline');
            await gone(room.element);
            assert.deepEqual(await anna.names('Finished'), []);
            await visible(guest.notice('archived'));
        },
    },
    {
        name: 'G18: handed over at sign-off, a conversation goes on with a colleague',
        async run(stage) {
            const { anna, guest } = await stage.conversation('Hello');
            const ben = await stage.operator({ employee: 'Ben' });
            await anna.switch.click();
            await anna.answer('Hand over to colleagues');
            await until(async () => !await anna.isOnline(), 'Anna is offline');
            const room = await ben.arrived('Guest');
            await room.say('I am Ben');
            await guest.sees('Hello', 'I am Ben');
        },
    },
    {
        name: 'G14 G17: an ended conversation is under Finished, is reopened there, and by the visitor’s next message',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Hello');
            await room.tool('End').click();
            await anna.answer('Cancel');
            await anna.end('Guest');
            await visible(guest.notice('finished'));
            await visible(room.tool('Reopen'));
            assert.equal((await anna.names('Finished')).length, 1);
            await room.tool('Reopen').click();
            await visible(room.text);
            await room.say('One more thing');
            await guest.sees('Hello', 'One more thing');
            await anna.end('Guest');
            await visible(guest.notice('finished'));
            await guest.say('Me too');
            await visible(room.text);
            await room.sees('Hello', 'One more thing', 'Me too');
            assert.equal((await anna.names('Ongoing')).length, 1);
        },
    },
];
