import assert from 'node:assert/strict';
import { until } from './lib/wait.mjs';
import { countOf } from './lib/weather.mjs';

/** Until one of two pages has asked several times, the other not at all. */
async function onlyOneAsks(pages, action) {
    const counters = pages.map((page) => countOf(page, action));

    await until(() => counters.some(({ count }) => count >= 4), `several requests "${action}"`);
    const [fewer, more] = counters.map(({ count }) => count).sort((a, b) => a - b);
    // a request of the tab that led before may still be on its way when the counting begins
    assert.ok(fewer <= 1, `${fewer} and ${more} requests "${action}" of two tabs`);
}

export const tests = [
    {
        name: 'two tabs of one visitor show the same, and only one of them polls',
        async run(stage) {
            const anna = await stage.operator();
            const context = await stage.context('visitors');
            const first = await stage.visitor({ context });

            await first.open();
            await first.say('From the first tab');
            const room = await anna.arrived('Guest');
            const second = await stage.visitor({ context, path: '/product.php?id=1' });
            await second.open();
            await second.sees('From the first tab');
            await second.say('From the second tab');
            await room.say('To both');
            const all = ['From the first tab', 'From the second tab', 'To both'];
            await first.sees(...all);
            await second.sees(...all);
            await onlyOneAsks([first.page, second.page], 'poll');
            await second.page.close();
            await room.say('To the one that is left');
            await first.sees(...all, 'To the one that is left');
        },
    },
    {
        name: 'issue 5: what a visitor has typed and not sent is the same in both tabs, and sent in one it is gone in the other',
        async run(stage) {
            const anna = await stage.operator();
            const context = await stage.context('visitors');
            const first = await stage.visitor({ context });

            await first.open();
            await first.text.fill('Half a ques');
            const second = await stage.visitor({ context, path: '/product.php?id=1' });
            await second.open();
            await until(async () => await second.text.inputValue() === 'Half a ques', 'a tab opened later has it');
            await second.text.fill('Half a question');
            await until(async () => await first.text.inputValue() === 'Half a question', 'a tab opened before follows');
            await first.write('A whole question');
            await (await anna.arrived('Guest')).sees('A whole question');
            await until(async () => await second.text.inputValue() === '', 'sent, it is no draft any more');
            await second.sees('A whole question');
        },
    },
    {
        name: 'two tabs of one operator show the same windows, and only one of them polls',
        async run(stage) {
            const context = await stage.context('operators');
            const first = await stage.operator({ context });
            const second = await stage.operator({ context });
            const guest = await stage.visitor();

            await guest.open();
            await guest.say('Hello');
            const [here, there] = [await first.arrived('Guest'), await second.arrived('Guest')];
            await here.say('From the first tab');
            await there.sees('Hello', 'From the first tab');
            await there.say('From the second tab');
            await here.sees('Hello', 'From the first tab', 'From the second tab');
            await onlyOneAsks([first.page, second.page], 'watch');
            await here.element.getByRole('button', { name: /^Hide/ }).click();
            await there.element.waitFor({ state: 'detached' });
            await second.page.close();
            await guest.say('Still there?');
            const again = await first.open('Guest');
            await again.sees('Hello', 'From the first tab', 'From the second tab', 'Still there?');
        },
    },
];
