import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { until, visible } from './lib/wait.mjs';
import { countOf } from './lib/weather.mjs';

/** Counts a page's tunes by their notes, and its notifications, which a browser without a screen does not show. */
export async function listen(context, permission = 'granted') {
    await context.addInitScript((allowed) => {
        const heard = { notes: [], notices: [], asked: 0 };
        const parameter = () => ({ value: 0, setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} });
        const node = () => ({ gain: parameter(), connect: (to) => to });

        window.heard = heard;
        window.AudioContext = class {
            state = 'running';

            currentTime = 0;

            destination = node();

            async resume() {
                this.state = 'running';
            }

            createGain() {
                return node();
            }

            createOscillator() {
                const frequency = parameter();

                return { ...node(), frequency, start: () => heard.notes.push(frequency.value), stop() {} };
            }
        };
        window.Notification = class {
            static permission = allowed;

            static async requestPermission() {
                heard.asked++;
                window.Notification.permission = 'granted';
                return 'granted';
            }

            constructor(title, { body }) {
                heard.notices.push(`${title}: ${body}`);
            }
        };
    }, permission);
}

const heard = (page) => page.evaluate(() => window.heard);

export async function tunes(pages) {
    const notes = (await Promise.all(pages.map(heard))).flatMap((one) => one.notes);

    // the first note tells the tunes apart
    return { messages: notes.filter((pitch) => pitch === 784).length, conversations: notes.filter((pitch) => pitch === 523).length };
}

export const tests = [
    {
        name: 'six tabs of one operator: one poll, one sound, the same state in all',
        async run(stage) {
            const context = await stage.context('operators');

            await listen(context);
            const tabs = [];
            for (let n = 0; n < 6; n++) {
                tabs.push(await stage.operator({ context }));
            }
            const pages = tabs.map(({ page }) => page);
            const caller = new Caller(stage.url);
            await caller.start('Hello');
            for (const tab of tabs) {
                await visible(tab.rooms.getByRole('log').getByText('Hello'));
            }
            await until(async () => (await tunes(pages)).conversations === 1, 'one sound for a new conversation');
            await caller.say('Are you there?');
            for (const tab of tabs) {
                await visible(tab.rooms.getByRole('log').getByText('Are you there?'));
            }
            await until(async () => (await tunes(pages)).messages > 0, 'a sound for a new message');
            const counters = pages.map((page) => countOf(page, 'watch'));
            await until(() => counters.some(({ count }) => count >= 3), 'several polls');
            assert.equal(counters.filter(({ count }) => count > 1).length, 1, 'one tab polls');
            // the tune of a conversation has this note too
            assert.deepEqual(await tunes(pages), { messages: 2, conversations: 1 });
            await tabs[5].room('Guest').text.fill('half an answer');
            await until(async () => await tabs[0].room('Guest').text.inputValue() === 'half an answer', 'the draft is everywhere');
            await tabs[2].room('Guest').element.getByRole('button', { name: /^Minimise/ }).click();
            for (const tab of tabs) {
                await until(async () => await tab.room('Guest').text.isHidden(), 'minimised everywhere');
            }
            await tabs[1].title.click();
            await until(async () => await tabs[4].title.getAttribute('aria-expanded') === 'false', 'the recap too');
        },
    },
    {
        name: 'sounds: muted in one tab they are muted in all, and stay so on the next page',
        async run(stage) {
            const context = await stage.context('operators');

            await listen(context);
            const [first, second] = [await stage.operator({ context }), await stage.operator({ context })];
            const mute = (tab) => tab.recap.getByRole('button', { name: 'Sound' });

            await mute(second).click();
            await until(async () => await mute(first).getAttribute('aria-pressed') === 'false', 'muted in the other tab');
            await second.go('/backoffice/orders.php');
            await second.ready();
            assert.equal(await mute(second).getAttribute('aria-pressed'), 'false');
            await new Caller(stage.url).start('Hello');
            await visible(second.rooms.getByRole('log').getByText('Hello'));
            assert.deepEqual(await tunes([first.page, second.page]), { messages: 0, conversations: 0 });
        },
    },
    {
        name: 'a notification is asked for on the click that goes online, and tells of a message while the page is not in use',
        async run(stage) {
            const context = await stage.context('operators');

            await listen(context, 'default');
            const anna = await stage.operator({ context, online: false });
            assert.equal((await heard(anna.page)).asked, 0);
            await anna.goOnline();
            assert.equal((await heard(anna.page)).asked, 1);
            await anna.page.evaluate(() => {
                document.hasFocus = () => false;
            });
            const caller = new Caller(stage.url);
            await caller.start('Hello');
            await until(async () => (await heard(anna.page)).notices.length === 1, 'a notice of the conversation');
            await caller.say('Anybody?');
            await until(async () => (await heard(anna.page)).notices.length === 2, 'a notice of the message');
            const [conversation, message] = (await heard(anna.page)).notices;
            assert.match(conversation, /^New conversation: Guest \d+: Hello$/);
            assert.match(message, /^New message from Guest \d+: Anybody\?$/);
        },
    },
    {
        name: 'unread messages are counted in the recap, the page’s title and its icon; read, the page’s own icon is back',
        async run(stage) {
            const anna = await stage.operator();
            const icons = () => anna.page.evaluate(() => [...document.querySelectorAll('link[rel~="icon"]')].map(({ href }) => new URL(href).pathname));
            const caller = new Caller(stage.url);

            await caller.start('One');
            const room = await anna.arrived('Guest');
            await room.element.getByRole('button', { name: /^Hide/ }).click();
            await anna.page.setViewportSize({ width: 390, height: 844 });
            await caller.say('Two');
            await caller.say('Three');
            await until(async () => /^\(2\) /.test(await anna.page.title()), 'two in the title');
            await visible(anna.title.getByText('2 unread messages'));
            assert.deepEqual(await icons(), ['/img/unread-2.svg']);
            assert.equal((await fetch(`${stage.url}/img/unread-2.svg`)).status, 200);
            await anna.unfold();
            await anna.open('Guest');
            await until(async () => !/^\(/.test(await anna.page.title()), 'nothing in the title');
            assert.deepEqual(await icons(), ['/img/leaf.svg']);
        },
    },
];
