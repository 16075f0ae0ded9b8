import assert from 'node:assert/strict';
import { axeFindsNothing } from './lib/axe.mjs';
import { Caller } from './lib/caller.mjs';
import { gone, until, visible } from './lib/wait.mjs';
import { clear, degrade, refuse } from './lib/weather.mjs';

const SETUPS = {
    desktop: { viewport: { width: 1440, height: 900 } },
    'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    'right to left': { viewport: { width: 1280, height: 800 }, rtl: true },
};

const FORCED = { viewport: { width: 1440, height: 900 }, forcedColors: 'active', reducedMotion: 'reduce' };

const where = ({ rtl }) => (rtl ? '/?lang=ar' : '/');

const widgetChat = (name, options) => ({
    name: `axe-core finds nothing in the widget, ${name}: closed, open, chatting, not sent, checking, confirmation, ended`,
    async run(stage) {
        const anna = await stage.operator();
        const guest = await stage.visitor({ ...options, path: where(options) });
        const check = (state) => axeFindsNothing(guest.page, state);

        await visible(guest.launcher);
        await check('closed');
        await guest.open();
        await check('open');
        await guest.say('Is the olive tree hardy?');
        const room = await anna.arrived('Guest');
        await room.say('Down to minus eight degrees.');
        await room.text.pressSequentially('And');
        await guest.sees('Is the olive tree hardy?', 'Down to minus eight degrees.');
        await visible(guest.widget.locator('.typing'));
        await check('chatting, the operator types');
        await refuse(guest.page, 'post', 422, 'invalid');
        await guest.write('Refused');
        await until(async () => await guest.stateOf('Refused') === 'failed', 'not sent');
        await check('not sent');
        await clear(guest.page);
        await refuse(guest.page, 'post', 503, 'unavailable', 99);
        await guest.write('Unknown');
        await until(async () => await guest.stateOf('Unknown') === 'checking', 'checking');
        await check('checking');
        await clear(guest.page);
        await guest.saySettled('Unknown');
        await guest.widget.locator('.tool.end').click();
        await visible(guest.widget.locator('dialog'));
        await check('confirmation');
        await guest.widget.locator('dialog .yes').click();
        await visible(guest.widget.locator('.status.ended'));
        await check('ended');
    },
});

const widgetElse = (name, options) => ({
    name: `axe-core finds nothing in the widget, ${name}: offline, waiting, full, degraded`,
    shop: { queue: true, capacity: 1, maximum: 2 },
    async run(stage) {
        const check = (guest, state) => axeFindsNothing(guest.page, state);
        const offline = await stage.visitor({ ...options, path: where(options) });

        await offline.open();
        await visible(offline.widget.locator('.form'));
        await check(offline, 'nobody online');
        await stage.operator();
        await new Caller(stage.url).start('First');
        const waiting = await stage.visitor({ ...options, path: where(options) });
        await waiting.open();
        await waiting.say('Second');
        await visible(waiting.notice('position', { n: 1 }));
        await check(waiting, 'waiting');
        await degrade(waiting.page, 'poll');
        await visible(waiting.widget.locator('.status.warn'));
        await check(waiting, 'degraded');
        await clear(waiting.page);

        await stage.shop({ maximum: 1 });
        await stage.operator();
        const late = await stage.visitor({ ...options, path: where(options) });
        await late.open();
        await new Caller(stage.url).start('The only place');
        await late.write('Too late');
        await until(async () => await late.stateOf('Too late') === 'failed', 'full');
        await check(late, 'full');
    },
});

const consoleChat = (name, options) => ({
    name: `axe-core finds nothing in the console, ${name}: offline, online, several windows, dialogs, finished, trouble`,
    shop: { capacity: 2, queue: true },
    async run(stage) {
        const anna = await stage.operator({ ...options, online: false });
        const check = (state) => axeFindsNothing(anna.page, state);

        await check('offline');
        await anna.goOnline();
        await check('online, nothing yet');
        const [first] = await crowd(stage, 3);
        await until(async () => await anna.recap.locator('.row').count() === 2, 'two conversations');
        const ben = await stage.operator({ employee: 'Ben', online: false });
        await check('unread in the list');
        await anna.list('Waiting');
        await visible(anna.recap.getByRole('button', { name: 'Take' }));
        await check('waiting');
        const room = await anna.open('Question 1');
        await first.say('Hello?');
        await room.say('Good morning');
        await refuse(anna.page, 'post', 422, 'invalid');
        await room.write('Refused');
        await until(async () => await room.stateOf('Refused') === 'failed', 'not sent');
        await check('windows, a message not sent');
        await room.tool('Discard').click();
        await room.tool('End').click();
        await visible(anna.dialog);
        await check('confirmation');
        await anna.answer('Cancel');
        await room.tool('Transfer').click();
        await visible(anna.dialog);
        await check('transfer, nobody there');
        await anna.answer('Close');
        await trouble(anna, room, ben, check);
    },
});

const consoleElse = (name, options) => ({
    name: `axe-core finds nothing in the console, ${name}: profile, keys, search, overview, look-in, two shops, links and days`,
    async run(stage) {
        const chloe = await stage.operator({ ...options, employee: 'Chloé' });
        const check = (state) => axeFindsNothing(chloe.page, state);
        const button = (where, label) => where.getByRole('button', { name: label, exact: true });
        const dialog = async (where, label) => {
            await button(where, label).click();
            await visible(chloe.dialog);
            await check(label);
            await chloe.page.keyboard.press('Escape');
            await gone(chloe.dialog);
        };

        await new Caller(stage.url).start('See https://shop.example/ and www.shop.example');
        await until(async () => await chloe.recap.locator('.row').count() === 1, 'a conversation');
        await dialog(chloe.recap, 'How you appear');
        await dialog(chloe.recap, 'Keyboard');
        await dialog(chloe.recap, 'Blocked visitors');
        await button(chloe.recap, 'Sound').click();
        await button(chloe.recap, 'Search conversations').click();
        await check('search, muted');
        await chloe.page.keyboard.press('Escape');
        await chloe.list('All');
        await visible(chloe.line('See https'));
        await check('overview');
        const ben = await stage.operator({ employee: 'Ben' });
        await until(async () => /1/.test(await chloe.recap.locator('summary').textContent()), 'Ben is online');
        const room = await chloe.open('Guest');
        await room.say('Thank you');
        await dialog(room.element, 'Ask a colleague to look in');
        await dialog(room.element, 'Block this visitor');
        await check('a link, a day, ticks');
        await chloe.go('/backoffice/index.php?shops=2');
        await chloe.ready();
        await check('two shops');
        await ben.page.close();
    },
});

async function crowd(stage, n) {
    const all = [];

    for (let i = 1; i <= n; i++) {
        const caller = new Caller(stage.url);
        await caller.start(`Question ${i}`);
        all.push(caller);
    }

    return all;
}

async function trouble(anna, room, ben, check) {
    await ben.goOnline();
    await until(async () => /1/.test(await anna.recap.locator('summary').textContent()), 'Anna sees that Ben is online');
    await room.tool('Transfer').click();
    await visible(anna.dialog.getByLabel(/Note/));
    await check('transfer');
    await anna.answer('Cancel');
    await room.tool('End').click();
    await anna.answer('End conversation');
    await visible(room.tool('Reopen'));
    await check('ended');
    if (await room.element.getByRole('button', { name: 'Back to the list' }).isVisible()) {
        await room.element.getByRole('button', { name: 'Back to the list' }).click();
    }
    await anna.list('Finished');
    await check('finished');
    await anna.recap.locator('summary').click();
    await check('colleagues');
    await anna.switch.click();
    await visible(anna.dialog);
    await check('sign-off');
    await anna.answer('Stay online');
    await degrade(anna.page, 'watch');
    await visible(anna.banner);
    await check('degraded');
    await clear(anna.page);
    await refuse(anna.page, 'watch', 403, 'not-allowed', 99);
    await visible(anna.banner.getByRole('button'));
    await check('signed out');
    await anna.title.click();
    await gone(anna.switch);
    await check('minimised');
}

const focused = (page) => page.evaluate(() => {
    let element = document.activeElement;

    while (element?.shadowRoot?.activeElement) {
        element = element.shadowRoot.activeElement;
    }
    return element.getAttribute('aria-label') ?? element.textContent;
});

/** Tab after tab, until the focus is where it should be. */
async function tabTo(page, name, key = 'Tab') {
    for (let i = 0; i < 60; i++) {
        await page.keyboard.press(key);
        if (name.test(await focused(page))) {
            return;
        }
    }
    throw new Error(`no way with ${key} to ${name}`);
}

export const tests = [
    ...Object.entries({ ...SETUPS, 'forced colours': FORCED }).flatMap(([name, options]) => [
        widgetChat(name, options), widgetElse(name, options), consoleChat(name, options),
        consoleElse(name, options),
    ]),
    {
        name: 'by keyboard alone a visitor opens the chat, writes, leaves it and ends the conversation',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();
            const { page } = guest;

            await visible(guest.launcher);
            await tabTo(page, /Open the chat/);
            await page.keyboard.press('Enter');
            await visible(guest.window);
            assert.equal(await focused(page), 'Your message');
            await page.keyboard.type('Typed');
            await page.keyboard.press('Shift+Enter');
            await page.keyboard.type('without a mouse');
            await page.keyboard.press('Enter');
            const room = await anna.arrived('Guest');
            await room.sees('Typed\nwithout a mouse');
            await page.keyboard.press('Escape');
            await gone(guest.window);
            assert.match(await focused(page), /Open the chat/);
            await room.say('Well done');
            await visible(guest.widget.getByRole('button', { name: /1 unread message/ }));
            await page.keyboard.press('Enter');
            await tabTo(page, /End the conversation/, 'Shift+Tab');
            await page.keyboard.press('Enter');
            await visible(guest.widget.locator('dialog'));
            await page.keyboard.press('Escape');
            await gone(guest.widget.locator('dialog'));
            assert.match(await focused(page), /End the conversation/);
            await page.keyboard.press('Enter');
            await tabTo(page, /^End$/);
            await page.keyboard.press('Enter');
            await visible(guest.notice('finished'));
        },
    },
    {
        name: 'by keyboard alone an operator goes online, answers, ends and goes offline',
        async run(stage) {
            const anna = await stage.operator({ online: false });
            const { page } = anna;

            await tabTo(page, /Online for chat/);
            await page.keyboard.press('Space');
            await until(() => anna.isOnline(), 'online');
            await crowd(stage, 1);
            const room = await anna.arrived('Guest');
            assert.equal(await focused(page), 'Online for chat');
            await tabTo(page, /^Ongoing/);
            await page.keyboard.press('ArrowRight');
            assert.match(await focused(page), /^Waiting/);
            await page.keyboard.press('End');
            assert.match(await focused(page), /^Finished/);
            await page.keyboard.press('Home');
            await tabTo(page, /Question 1/);
            await page.keyboard.press('Enter');
            assert.match(await focused(page), /^Message to Guest/);
            await page.keyboard.type('Answered');
            await page.keyboard.press('Enter');
            await until(async () => await room.stateOf('Answered') === 'sent', 'sent');
            await tabTo(page, /^End$/, 'Shift+Tab');
            await page.keyboard.press('Enter');
            assert.equal(await focused(page), 'Cancel');
            await page.keyboard.press('Escape');
            await gone(anna.dialog);
            assert.match(await focused(page), /^End$/);
            await page.keyboard.press('Enter');
            await tabTo(page, /End conversation/);
            await page.keyboard.press('Enter');
            await visible(room.tool('Reopen'));
            await tabTo(page, /^Hide/, 'Shift+Tab');
            await page.keyboard.press('Enter');
            await gone(room.element);
            await tabTo(page, /Online for chat/, 'Shift+Tab');
            await page.keyboard.press('Space');
            await until(async () => !await anna.isOnline(), 'offline');
        },
    },
    {
        name: 'messages are announced by one live region a window, and what was there before is not',
        async run(stage) {
            const { guest, room } = await stage.conversation('Hello');
            await until(async () => await room.log.getAttribute('aria-live') === 'polite', 'the log speaks from now on');
            // the panel of facts and the list of replies have regions of their own, which say nothing of messages
            const speaking = room.element.locator('[aria-live], [role=status]:not([hidden]), [role=alert]:not([hidden])').filter({ hasText: /\S/ });
            await room.sees('Hello');
            assert.deepEqual(await speaking.evaluateAll((all) => all.map(({ role }) => role)), ['log']);
            assert.equal(await guest.log.getAttribute('role'), 'log');
        },
    },
];
