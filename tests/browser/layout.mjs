import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { inside, reachable } from './lib/inside.mjs';
import { until, visible } from './lib/wait.mjs';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'.repeat(4);

/** 1440 × 900 at 200 % zoom has the layout of 720 × 450. */
const SIZES = {
    'a phone of 390 px': { viewport: { width: 390, height: 844 } },
    'a desktop of 1440 px': { viewport: { width: 1440, height: 900 } },
    'a desktop at 200 % zoom': { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    'a phone of 320 px': { viewport: { width: 320, height: 568 } },
    'a phone of 390 px, right to left': { viewport: { width: 390, height: 844 }, rtl: true },
    'a desktop of 1440 px, right to left': { viewport: { width: 1440, height: 900 }, rtl: true },
};

const widget = (name, options) => ({
    name: `the widget’s window lies within ${name}, whatever is written`,
    async run(stage) {
        await stage.operator();
        const guest = await stage.visitor({ ...options, path: options.rtl ? '/?lang=ar' : '/' });

        await visible(guest.launcher);
        await inside(guest.page, [guest.launcher]);
        await guest.open();
        await guest.say(LONG);
        await guest.text.fill('one\ntwo\nthree\nfour\nfive\nsix\nseven\neight');
        await inside(guest.page, [guest.window, guest.text]);
        await reachable(guest.window);
        await begins(guest.window.locator('#title'));
        await begins(guest.window.locator('.welcome'));
        assert.equal(await guest.log.evaluate((log) => log.scrollWidth > log.clientWidth), false);
    },
});

const console = (name, options) => ({
    name: `the console’s windows lie within ${name}, whatever is written`,
    shop: { capacity: 10 },
    async run(stage) {
        const anna = await stage.operator(options);

        for (let n = 1; n <= 5; n++) {
            await new Caller(stage.url).start(`${n} ${LONG}`);
        }
        await until(async () => await anna.recap.locator('.row').count() === 5, 'five conversations');
        await inside(anna.page, [anna.recap]);
        await reachable(anna.recap);
        await anna.line('1 Donau').locator('.line').click();
        await visible(anna.rooms.getByRole('log').getByText('1 Donau'));
        for (const room of await anna.rooms.all()) {
            await room.locator('textarea').fill('one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten');
            await inside(anna.page, [room, room.locator('textarea')]);
            await reachable(room);
            assert.equal(await room.getByRole('log').evaluate((log) => log.scrollWidth > log.clientWidth), false);
        }
        if (options.viewport.width > 640) {
            await apart(anna);
        }
    },
});

/** Where what holds it does, whatever the text's own direction: a title would else stand beside the buttons. */
async function begins(text) {
    const gap = await text.evaluate((element) => {
        const range = document.createRange();
        const { direction, paddingInlineStart } = getComputedStyle(element.parentNode);

        range.selectNodeContents(element);
        const [words, box] = [range, element.parentNode].map((one) => one.getBoundingClientRect());

        return (direction === 'rtl' ? box.right - words.right : words.left - box.left) - parseFloat(paddingInlineStart);
    });

    assert.ok(gap < 2, `${gap} px between the text and where it should begin`);
}

/** No window covers another one or the recap. */
async function apart(operator) {
    const boxes = await Promise.all([operator.recap, ...await operator.rooms.all()].map((one) => one.boundingBox()));

    boxes.sort((a, b) => a.x - b.x);
    boxes.slice(1).forEach((box, i) => {
        assert.ok(box.x >= boxes[i].x + boxes[i].width, `${JSON.stringify(boxes[i])} and ${JSON.stringify(box)}`);
    });
}

export const tests = Object.entries(SIZES).flatMap(([name, options]) => [widget(name, options), console(name, options)]);
