import assert from 'node:assert/strict';
import { gone, until, visible } from '../browser/lib/wait.mjs';
import { shops } from './lib/shop.mjs';

const block = (page) => page.locator('#onlinechat-config').textContent();

/** Opens a page and says whether it came from the cache. */
async function opens(visitor, path) {
    const response = await visitor.page.goto(visitor.url + path);

    assert.equal(response.status(), 200);

    return response.headers()['x-page-cache'];
}

async function tells(visitor, operator, { name, secret }) {
    await visitor.open();
    assert.deepEqual(await visitor.texts(), []);
    await visitor.say(secret);
    const room = await operator.arrived(name);
    await room.sees(secret);
    await room.say(`Hello ${name}`);
    await visitor.sees(secret, `Hello ${name}`);
}

/** Two visitors one after the other: the second gets the page that was made for the first. */
async function inTurn(stage, operator, path, order) {
    const people = [];

    for (const one of order) {
        const visitor = await stage.visitor({ customer: one.customer, path: '/index.php?controller=contact' });

        people.push({ ...one, visitor, cached: await opens(visitor, path), block: await block(visitor.page) });
    }
    assert.deepEqual(people.map(({ cached }) => cached), ['MISS', 'HIT']);
    assert.equal(people[0].block, people[1].block);
    for (const one of people) {
        await tells(one.visitor, operator, one);
    }
    for (const one of people) {
        assert.equal(await opens(one.visitor, path), 'HIT');
        await one.visitor.open();
        await one.visitor.sees(one.secret, `Hello ${one.name}`);
        await one.visitor.page.context().close();
    }
}

const GUEST = { customer: null, name: 'Guest', secret: 'A secret of a guest' };
const customer = (person) => ({ customer: person, name: person.name, secret: `A secret of ${person.name}` });

const behind = (cache, first, people) => ({
    name: `I6 behind a full-page cache (${cache}) nobody sees another's conversation: the page was kept for a ${first}`,
    serve: `--cache ${cache}`,
    async run(stage) {
        const operator = await stage.operator();
        const start = new URL(await fetch(stage.url).then(({ url }) => url)).pathname;

        await inTurn(stage, operator, `${start}?kept=${first}`, people(stage.shop.customers));
    },
});

/** The cache goes on handing out the page with the widget in it. */
const switchedOff = (cache) => ({
    name: `behind a full-page cache (${cache}) the widget of a page that was kept hides once the module is off`,
    serve: `--cache ${cache}`,
    async run(stage) {
        await stage.operator();
        const visitor = await stage.visitor({ path: '/index.php?controller=contact' });
        const path = `${new URL(await fetch(stage.url).then(({ url }) => url)).pathname}?kept=module`;
        const module = (verb) => shops('console', stage.shop.path, 'prestashop:module', verb, 'onlinechat');
        const answers = [];
        // A page view after the other: the entry notes for 10 s whether the module is on.
        const answered = (status) => until(async () => {
            answers.length = 0;
            assert.equal(await opens(visitor, path), 'HIT');
            await until(() => answers.length, 'the status is asked');

            return answers[0] === status;
        }, `the status answers ${status}`);

        visitor.page.on('response', (response) => /action=status/.test(response.url()) && answers.push(response.status()));

        await opens(visitor, path);
        await visible(visitor.launcher);
        await module('disable');
        try {
            await answered(503);
            await gone(visitor.launcher);
        } finally {
            await module('enable');
        }
        await answered(200);
        await visible(visitor.launcher);
    },
});

export const tests = ['nginx', 'varnish'].flatMap((cache) => [
    behind(cache, 'guest', ({ cleo }) => [GUEST, customer(cleo)]),
    behind(cache, 'customer', ({ dan }) => [customer(dan), GUEST]),
    switchedOff(cache),
]);
