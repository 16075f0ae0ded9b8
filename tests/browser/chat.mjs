import assert from 'node:assert/strict';
import { until, visible } from './lib/wait.mjs';

export const tests = [
    {
        name: 'G11 G12 G13: a guest and an operator chat both ways, in two browsers',
        async run(stage) {
            const { guest, room } = await stage.conversation('Is the olive tree hardy?');
            await room.sees('Is the olive tree hardy?');
            await room.say('Down to minus eight degrees.');
            await guest.sees('Is the olive tree hardy?', 'Down to minus eight degrees.');
            await visible(guest.widget.getByText('You are talking to Anna'));
            await guest.say('Wonderful, thank you!');
            await room.sees('Is the olive tree hardy?', 'Down to minus eight degrees.', 'Wonderful, thank you!');
        },
    },
    {
        name: 'G12 G13: a signed-in customer and an operator chat; the window is headed "#ID name"',
        async run(stage) {
            const anna = await stage.operator();
            const ada = await stage.visitor({ customer: 'Ada' });

            await ada.open();
            await ada.say('Where is my parcel?');
            const room = await anna.arrived('#2 Ada L.');
            await room.say('It left this morning.');
            await ada.sees('Where is my parcel?', 'It left this morning.');
        },
    },
    {
        name: 'G11: going online brings the window into the shop, going offline turns it into the form',
        async run(stage) {
            const anna = await stage.operator({ online: false });
            const before = await stage.visitor();

            await before.open();
            await visible(before.widget.locator('.form'));
            await anna.goOnline();
            const after = await stage.visitor();
            await after.open();
            await visible(after.text);
            await anna.switch.click();
            await until(async () => !await anna.isOnline(), 'the operator is offline');
            const last = await stage.visitor();
            await last.open();
            await visible(last.widget.locator('.form'));
        },
    },
    {
        name: 'a reload in the middle, on both sides, loses nothing',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('One');
            await room.say('Two');
            await guest.sees('One', 'Two');
            await guest.text.fill('a half-written question');
            await room.text.fill('a half-written answer');
            await Promise.all([guest.page.reload(), anna.page.reload()]);
            await guest.sees('One', 'Two');
            assert.equal(await guest.text.inputValue(), 'a half-written question');
            const again = await anna.arrived('Guest');
            await again.sees('One', 'Two');
            assert.equal(await again.text.inputValue(), 'a half-written answer');
            await guest.say('Three');
            await again.sees('One', 'Two', 'Three');
        },
    },
    {
        name: 'another page of the shop and of the back office goes on with the conversation',
        async run(stage) {
            const { anna, guest } = await stage.conversation('Hello');
            await guest.go('/product.php?id=2');
            await anna.go('/backoffice/orders.php');
            await guest.sees('Hello');
            const room = await anna.arrived('Guest');
            await room.say('Good morning');
            await guest.sees('Hello', 'Good morning');
        },
    },
    {
        name: 'each side sees the other one typing, and that messages were read',
        async run(stage) {
            const { guest, room } = await stage.conversation('Hello');
            await guest.text.pressSequentially('I am wri');
            await visible(room.element.getByText('is typing'));
            await room.text.pressSequentially('Let me see');
            await visible(guest.widget.getByText('Anna is typing'));
            await room.say('Let me see');
            await guest.sees('Hello', 'Let me see');
            // read marks come along with the next change
            await guest.say('I am writing from the terrace');
            await visible(room.element.locator('.message.operator .meta', { hasText: 'Read' }));
            await room.say('Lucky you');
            await visible(guest.widget.locator('.row.own.read'));
        },
    },
    {
        name: 'operator and visitor in one browser profile do not mix',
        async run(stage) {
            const context = await stage.context('operators');
            const anna = await stage.operator({ context });
            const guest = await stage.visitor({ context });

            await guest.open();
            await guest.say('From the same browser');
            const room = await anna.arrived('Guest');
            await room.say('To the same browser');
            await guest.sees('From the same browser', 'To the same browser');
            await Promise.all([guest.page.reload(), anna.page.reload()]);
            await guest.sees('From the same browser', 'To the same browser');
            assert.equal(await guest.widget.locator('.row.own').count(), 1);
            const again = await anna.arrived('Guest');
            await again.sees('From the same browser', 'To the same browser');
            assert.equal(await again.element.locator('.message.operator').count(), 1);
        },
    },
];
