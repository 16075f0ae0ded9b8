import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { gone, LATE, until, visible } from './lib/wait.mjs';

const FOUR = 4;

async function callers(stage, texts) {
    const all = [];

    for (const text of texts) {
        const caller = new Caller(stage.url);
        await caller.start(text);
        all.push(caller);
    }

    return all;
}

const focused = (page) => page.evaluate(() => {
    const outer = document.activeElement;

    return (outer.shadowRoot?.activeElement ?? outer).id || outer.localName;
});

export const tests = [
    {
        name: 'G12 G15: four windows open by themselves and take no focus; a fifth is unread, and replaces one when opened',
        shop: { capacity: 10 },
        async run(stage) {
            const anna = await stage.operator();

            await anna.page.evaluate(() => {
                const field = document.createElement('input');
                field.id = 'native';
                document.querySelector('main').append(field);
                field.focus();
            });
            for (let n = 1; n <= FOUR; n++) {
                await callers(stage, [`Question ${n}`]);
                await until(async () => await anna.rooms.count() === n, `${n} windows`);
            }
            await anna.page.keyboard.type('still mine');
            assert.equal(await focused(anna.page), 'native');
            assert.equal(await anna.page.locator('#native').inputValue(), 'still mine');
            await callers(stage, ['Question 5']);
            const fifth = anna.line('Question 5');
            await visible(fifth.locator('.badge'));
            assert.equal(await anna.rooms.count(), FOUR);
            assert.equal(await focused(anna.page), 'native');
            assert.match(await anna.page.title(), /^\(1\) /);
            await fifth.locator('.line').click();
            await visible(anna.rooms.getByRole('log').getByText('Question 5'));
            assert.equal(await anna.rooms.count(), FOUR);
            await gone(anna.rooms.getByRole('log').getByText('Question 1'));
            assert.equal((await anna.names('Ongoing')).length, FOUR + 1);
            assert.doesNotMatch(await anna.page.title(), /^\(/);
        },
    },
    {
        name: 'G15: fewer windows stand where less fits, and come back with the room',
        shop: { capacity: 10 },
        async run(stage) {
            const anna = await stage.operator();

            await callers(stage, ['One', 'Two', 'Three']);
            await until(async () => await anna.rooms.count() === 3, 'three windows');
            await anna.page.setViewportSize({ width: 900, height: 700 });
            await until(async () => await anna.rooms.count() === 2, 'two windows fit');
            await anna.page.setViewportSize({ width: 1440, height: 900 });
            await until(async () => await anna.rooms.count() === 3, 'three windows again');
        },
    },
    {
        name: 'G14: a window is minimised or hidden; hidden, it stays in Ongoing and comes back with the next message',
        async run(stage) {
            const anna = await stage.operator();
            const [caller] = await callers(stage, ['Hello']);
            const room = await anna.arrived('Guest');

            await room.element.getByRole('button', { name: /^Minimise/ }).click();
            await gone(room.text);
            await caller.say('Are you there?');
            await visible(room.element.locator('.badge'));
            await room.title.click();
            await room.sees('Hello', 'Are you there?');
            await gone(room.element.locator('.badge'));
            await room.element.getByRole('button', { name: /^Hide/ }).click();
            await gone(room.element);
            assert.equal((await anna.names('Ongoing')).length, 1);
            await caller.say('One more');
            await visible(room.element);
            await room.sees('Hello', 'Are you there?', 'One more');
        },
    },
    {
        name: 'G16: the recap is minimised by its title, remembers it, and stands above the page’s own fixed bar',
        async run(stage) {
            const anna = await stage.operator({ online: false });

            await anna.go('/backoffice/products.php');
            await anna.ready();
            const bar = await anna.page.locator('.footer').boundingBox();
            const recap = await anna.recap.boundingBox();
            assert.ok(recap.y + recap.height <= bar.y + 1, `the recap ends at ${recap.y + recap.height}, the bar begins at ${bar.y}`);
            await anna.title.click();
            await gone(anna.switch);
            await anna.page.reload();
            await visible(anna.title);
            assert.equal(await anna.title.getAttribute('aria-expanded'), 'false');
            await anna.title.click();
            await visible(anna.switch);
        },
    },
    {
        name: 'the operator sees whether the visitor is on the site',
        async run(stage) {
            const { guest, room } = await stage.conversation('Hello');
            await visible(room.element.getByText('On the site'));
            await guest.page.close();
            await visible(room.element.getByText('Left the site', { exact: true }), LATE);
        },
    },
    {
        name: 'G15 G16: which windows are open, minimised or not, their drafts and the list survive moving between pages',
        async run(stage) {
            const anna = await stage.operator();

            await callers(stage, ['One', 'Two', 'Three']);
            await until(async () => await anna.rooms.count() === 3, 'three windows');
            const [third, second, first] = await Promise.all((await anna.rooms.all()).map((room) => room.getAttribute('data-conversation')));
            const at = (id) => anna.console.locator(`.room[data-conversation="${id}"]`);
            await at(second).locator('textarea').fill('half an answer');
            await at(third).getByRole('button', { name: /^Minimise/ }).click();
            await at(first).getByRole('button', { name: /^Hide/ }).click();
            await anna.list('Finished');
            await anna.go('/backoffice/orders.php');
            await anna.ready();
            await visible(at(second));
            assert.equal(await at(second).locator('textarea').inputValue(), 'half an answer');
            assert.equal(await at(third).locator('.title').getAttribute('aria-expanded'), 'false');
            assert.equal(await at(first).count(), 0);
            assert.equal(await anna.console.getByRole('tab', { name: 'Finished' }).getAttribute('aria-selected'), 'true');
        },
    },
    {
        name: 'unsent text of each conversation is kept when its window is hidden',
        async run(stage) {
            const anna = await stage.operator();

            await callers(stage, ['Hello']);
            const room = await anna.arrived('Guest');
            await room.text.fill('half an answer');
            await room.element.getByRole('button', { name: /^Hide/ }).click();
            await gone(room.element);
            const again = await anna.open('Guest');
            assert.equal(await again.text.inputValue(), 'half an answer');
        },
    },
    {
        name: 'the console speaks the back office’s language',
        async run(stage) {
            const anna = await stage.operator({ online: false });

            await anna.go('/backoffice/index.php?lang=fr');
            await visible(anna.console.getByText('Vous êtes hors ligne', { exact: true }));
            await visible(anna.console.getByRole('tab', { name: 'En cours' }));
        },
    },
];
