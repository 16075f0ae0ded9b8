import assert from 'node:assert/strict';
import { consoleStream, gateway, killGateway, noGateway, streamless, streams, widgetStream } from './lib/gateway.mjs';
import { until, visible } from './lib/wait.mjs';
import { countOf, silence } from './lib/weather.mjs';

/** Anna talks with a guest, and both have a stream. */
async function talk(stage) {
    const anna = await stage.operator({ streams: true });
    const guest = await stage.visitor({ streams: true });

    await guest.open();
    await guest.say('Hello');
    const room = await anna.arrived('Guest');
    await room.sees('Hello');
    const [mine, theirs] = await Promise.all([widgetStream(guest.page), consoleStream(anna.page)]);
    await Promise.all([streams(mine), streams(theirs)]);

    return { anna, guest, room, mine, theirs };
}

/** Both sides say something, and both see all of it, once and in order. */
async function talkOn({ guest, room }, before, word) {
    const all = [...before, `${word}: a question`, `${word}: an answer`];

    await guest.say(all.at(-2));
    await room.sees(...all.slice(0, -1));
    await room.say(all.at(-1));
    await guest.sees(...all);
    await room.sees(...all);

    return all;
}

const tests = [
    {
        name: 'issue 7: messages, typing and read marks come by stream; no poll and no reading brings them',
        async run(stage) {
            const { anna, guest, room } = await talk(stage);

            // whatever the console would ask for gets no answer
            await Promise.all(['watch', 'read'].map((action) => silence(anna.page, action)));
            const [polls, reads] = [countOf(guest.page, 'poll'), countOf(anna.page, 'read')];
            await guest.text.pressSequentially('Is the oli');
            await visible(room.element.getByText('is typing'));
            await guest.say('Is the olive tree hardy?');
            await room.sees('Hello', 'Is the olive tree hardy?');
            await room.text.pressSequentially('Down to');
            await visible(guest.widget.getByText('Anna is typing'));
            await room.say('Down to minus eight degrees.');
            await guest.sees('Hello', 'Is the olive tree hardy?', 'Down to minus eight degrees.');
            await visible(room.element.locator('.message.operator .meta', { hasText: 'Read' }));
            assert.deepEqual([polls.count, reads.count], [0, 0]);
        },
    },
    {
        name: 'issue 7: the gateway is killed: polls; it is back: the stream; nothing is shown twice',
        async run(stage) {
            const talking = await talk(stage);
            const { mine, theirs, guest } = talking;
            let all = await talkOn(talking, ['Hello'], 'By stream');

            const polls = countOf(guest.page, 'poll');
            await killGateway();
            try {
                await Promise.all([streamless(mine), streamless(theirs)]);
                all = await talkOn(talking, all, 'By polls');
                assert.ok(polls.count > 0);
            } finally {
                await gateway('start');
            }
            await Promise.all([streams(mine), streams(theirs)]);
            await talkOn(talking, all, 'By stream again');
        },
    },
    {
        name: 'issue 7: the gateway is restarted: every stream is told, and what is said meanwhile is there once',
        async run(stage) {
            const talking = await talk(stage);
            const { mine, theirs } = talking;

            await gateway('stop');
            try {
                await Promise.all([streamless(mine), streamless(theirs)]);
            } finally {
                await gateway('start');
            }
            const all = await talkOn(talking, ['Hello'], 'Meanwhile');
            await Promise.all([streams(mine), streams(theirs)]);
            await talkOn(talking, all, 'After');
        },
    },
    {
        name: 'issue 7: of two tabs of a visitor the leading one alone has a stream, and both show what it brings',
        async run(stage) {
            const anna = await stage.operator({ streams: true });
            const context = await stage.context('visitors', { streams: true });
            const first = await stage.visitor({ context });

            await first.open();
            await first.say('From the first tab');
            const room = await anna.arrived('Guest');
            await streams(await widgetStream(first.page));
            const second = await stage.visitor({ context, path: '/product.php?id=1' });
            await second.open();
            await second.sees('From the first tab');
            const other = await widgetStream(second.page);
            await streams(other);
            await streamless(await widgetStream(first.page));
            const polls = [first, second].map(({ page }) => countOf(page, 'poll'));
            await room.say('To both');
            await Promise.all([first, second].map((one) => one.sees('From the first tab', 'To both')));
            assert.deepEqual(polls.map(({ count }) => count), [0, 0]);
        },
    },
    {
        name: 'issue 7: a proxy that holds the stream back counts as no gateway',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor({ streams: true });
            let cut = false;

            await guest.page.route('**/onlinechat/stream?*', () => {});
            guest.page.on('requestfailed', (request) => {
                cut ||= request.url().includes('/onlinechat/stream');
            });
            await guest.open();
            await guest.say('Hello');
            const room = await anna.arrived('Guest');
            await until(() => cut, 'the stream is given up');
            await room.say('Good morning');
            await guest.sees('Hello', 'Good morning');
        },
    },
    {
        name: 'issue 7: the status of a page view comes from the gateway, the entry is not asked',
        async run(stage) {
            await stage.operator();
            const guest = await stage.visitor({ streams: true });

            await visible(guest.launcher);
            // the first view after the shop was emptied may have had to ask the entry, which tells the gateway
            const statuses = countOf(guest.page, 'status');
            const answered = guest.page.waitForResponse('**/onlinechat/status?shop=1');
            await guest.page.reload();
            assert.equal((await answered).status(), 200);
            await visible(guest.launcher);
            assert.equal(statuses.count, 0);
        },
    },
];

const reason = noGateway();
const told = tests.map((test) => (reason ? { ...test, skip: reason } : test));

export { told as tests };
