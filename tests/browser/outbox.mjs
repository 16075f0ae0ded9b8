import assert from 'node:assert/strict';
import { until, visible } from './lib/wait.mjs';
import { clear, loseAnswers, refuse } from './lib/weather.mjs';

async function talking(stage) {
    const anna = await stage.operator();
    const guest = await stage.visitor();

    await guest.open();
    await guest.say('Hello');

    return { anna, guest, room: await anna.arrived('Guest') };
}

const oneKey = (keys, least = 2) => {
    assert.ok(keys.length >= least, `${keys.length} requests`);
    assert.equal(new Set(keys).size, 1, 'one key for all of them');
};

export const tests = [
    {
        name: 'a lost answer to the first message: asked again with the same key, there once',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();
            const keys = await loseAnswers(guest.page, 'start');

            await guest.open();
            await guest.say('Only once, please');
            oneKey(keys);
            await guest.sees('Only once, please');
            const room = await anna.arrived('Guest');
            await room.sees('Only once, please');
            assert.equal(await anna.rooms.count(), 1);
        },
    },
    {
        name: 'lost answers to later messages of both sides: the same keys, shown once and in order',
        async run(stage) {
            const { anna, guest, room } = await talking(stage);
            const visitors = await loseAnswers(guest.page, 'post', 2);
            const operators = await loseAnswers(anna.page, 'post');

            await guest.write('Second');
            await room.write('An answer');
            await guest.saySettled('Second');
            await until(async () => await room.stateOf('An answer') === 'sent', 'the operator’s message is sent');
            await until(() => visitors.length > 2, 'the third attempt');
            oneKey(visitors);
            oneKey(operators);
            await until(async () => (await room.texts()).length === 3, 'three messages at the operator’s side');
            await until(async () => (await guest.texts()).length === 3, 'three messages at the visitor’s side');
            assert.deepEqual(await guest.texts(), await room.texts());
        },
    },
    {
        name: 'an answer lost before a reload: the next page goes on with the same key',
        async run(stage) {
            const { guest, room } = await talking(stage);
            const keys = await loseAnswers(guest.page, 'post', 99);

            await guest.write('Across the reload');
            await until(() => keys.length > 0, 'a first attempt');
            await guest.page.reload();
            const before = keys.length;
            await until(() => keys.length > before, 'an attempt of the next page');
            oneKey(keys);
            await clear(guest.page);
            await guest.sees('Hello', 'Across the reload');
            await room.sees('Hello', 'Across the reload');
        },
    },
    {
        name: 'a definite no is "not sent", and trying again is a new write',
        async run(stage) {
            const { anna, guest, room } = await talking(stage);
            const keys = await refuse(guest.page, 'post', 422, 'invalid');

            await guest.write('Once more');
            await until(async () => await guest.stateOf('Once more') === 'failed', '"not sent" at the visitor’s side');
            await guest.widget.getByRole('button', { name: 'Try again' }).click();
            await guest.saySettled('Once more');
            assert.equal(new Set(keys).size, 2);

            await refuse(anna.page, 'post', 422, 'invalid');
            await room.write('Me too');
            await until(async () => await room.stateOf('Me too') === 'failed', '"not sent" at the operator’s side');
            await room.tool('Try again').click();
            await until(async () => await room.stateOf('Me too') === 'sent', 'sent in the end');
            await guest.sees('Hello', 'Once more', 'Me too');
        },
    },
    {
        name: 'without a network a message is "checking", and sent by itself once there is one',
        async run(stage) {
            const { guest, room } = await talking(stage);

            await guest.page.context().setOffline(true);
            await guest.write('From the tunnel');
            await until(async () => await guest.stateOf('From the tunnel') === 'checking', '"checking"');
            await visible(guest.notice('offline'));
            await guest.page.context().setOffline(false);
            await guest.saySettled('From the tunnel');
            await room.sees('Hello', 'From the tunnel');

            await room.element.page().context().setOffline(true);
            await room.write('From the lift');
            await until(async () => await room.stateOf('From the lift') === 'checking', '"checking" in the console');
            await room.element.page().context().setOffline(false);
            await until(async () => await room.stateOf('From the lift') === 'sent', 'sent once the network is back');
            await guest.sees('Hello', 'From the tunnel', 'From the lift');
        },
    },
    {
        name: 'a 503 is "checking" and repeated with the same key',
        async run(stage) {
            const { guest, room } = await talking(stage);
            const keys = await refuse(guest.page, 'post', 503, 'unavailable');

            await guest.say('Through the storm');
            oneKey(keys);
            await room.sees('Hello', 'Through the storm');
        },
    },
];
