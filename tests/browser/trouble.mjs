import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
        name: 'without Redis both sides are told, go on chatting, and notice when it is back',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();

            await guest.open();
            await guest.say('Before');
            const room = await anna.arrived('Guest');
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
