import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Caller } from './lib/caller.mjs';
import { gone, until, visible } from './lib/wait.mjs';
import { clear, refuse } from './lib/weather.mjs';

const run = promisify(execFile);
const services = fileURLToPath(new URL('../../tools/services', import.meta.url));

const redis = (verb) => run(services, [verb, basename(process.env.ONLINECHAT_RUN), 'redis']);

export const tests = [
    {
        name: 'while the entry answers 503 the console says so, and recovers by itself',
        async run(stage) {
            const anna = await stage.operator();

            await refuse(anna.page, 'watch', 503, 'unavailable', 99);
            await visible(anna.banner);
            await visible(anna.banner.getByText('Connection lost'));
            await clear(anna.page);
            await gone(anna.banner);
        },
    },
    {
        name: 'signed out elsewhere: the console says so and sends nothing; signed in again, it goes on',
        async run(stage) {
            const context = await stage.context('operators');
            const anna = await stage.operator({ context });
            const guest = await stage.visitor();

            await guest.open();
            await guest.say('Hello');
            const room = await anna.arrived('Guest');
            await room.text.fill('kept');
            const other = await stage.page(context);
            await other.goto(`${stage.url}/backoffice/index.php`);
            await other.getByRole('button', { name: 'Sign out' }).click();
            await visible(anna.banner.getByText('Signed out'));
            await until(async () => await room.tool('Send').isDisabled(), 'nothing can be sent');
            await other.getByRole('button', { name: 'Sign in as Anna' }).click();
            await gone(anna.banner);
            await room.say('kept');
            await guest.sees('Hello', 'kept');
        },
    },
    {
        name: 'a freshly loaded page hands its ticket on: signed in again in a new tab, the old one goes on with its drafts',
        async run(stage) {
            const context = await stage.context('operators');
            const anna = await stage.operator({ context });
            const caller = new Caller(stage.url);

            await caller.start('Hello');
            const room = await anna.arrived('Guest');
            await room.text.fill('kept');
            await context.clearCookies();
            await refuse(anna.page, 'watch', 401, 'ticket-expired', 99);
            await visible(anna.banner.getByText('Sign in again in any tab'));
            await until(async () => await room.tool('Send').isDisabled(), 'nothing can be sent');
            await clear(anna.page);
            await stage.operator({ context });
            await gone(anna.banner);
            assert.equal(await room.text.inputValue(), 'kept');
            await room.text.press('Enter');
            await room.sees('Hello', 'kept');
        },
    },
    {
        name: 'G17: a visitor writes while the operator ends: it goes on, or the visitor is told, and the message is there once',
        async run(stage) {
            const anna = await stage.operator();
            const caller = new Caller(stage.url);

            await caller.start('Hello');
            const room = await anna.arrived('Guest');
            await room.tool('End').click();
            const [, posted] = await Promise.all([anna.answer('End conversation'), caller.say('One more thing')]);
            assert.equal(posted.accepted, true);
            await room.sees('Hello', 'One more thing');
            // ended before or after the message, never with it unheard: both sides know which
            const again = await caller.say('And another');
            assert.equal(again.accepted, true);
            await room.sees('Hello', 'One more thing', 'And another');
            await visible(room.text);
            assert.equal((await anna.names('Ongoing')).length, 1);
        },
    },
    {
        name: 'a clock that is hours wrong on the operator’s side: messages stand in the order of their numbers, ticks and all',
        async run(stage) {
            const context = await stage.context('operators');

            await context.addInitScript(() => {
                const { now } = Date;
                Date.now = () => now() - 5 * 3600 * 1000;
            });
            const anna = await stage.operator({ context });
            const guest = await stage.visitor();

            await guest.open();
            await guest.say('One');
            const room = await anna.arrived('Guest');
            await room.say('Two');
            await guest.say('Three');
            await room.say('Four');
            await room.sees('One', 'Two', 'Three', 'Four');
            await guest.sees('One', 'Two', 'Three', 'Four');
            await visible(room.element.locator('.message.operator .meta').getByText('Read'));
        },
    },
    {
        name: 'without Redis both sides are told, go on chatting, and notice when it is back',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Before');
            await redis('stop');
            try {
                await guest.say('Without');
                await visible(anna.banner.getByText('messages may take longer'));
                await visible(guest.notice('slow'));
            } finally {
                await redis('restart');
            }
            await room.say('After');
            await guest.sees('Before', 'Without', 'After');
            await gone(anna.banner);
            await gone(guest.notice('slow'));
        },
    },
];
