import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ApiProblem } from '../../client/src/shared/api.js';
import { Poller } from '../../client/src/shared/poller.js';
import { FakeClock, FakePage, settled } from './fakes.mjs';

let clock;
let page;
let view;
let asked;
let poller;

beforeEach(() => {
    clock = new FakeClock();
    page = new FakePage();
    view = new EventTarget();
    asked = [];
});
afterEach(() => poller.stop());

function make(answer, more = {}) {
    poller = new Poller({
        poll: async (about) => {
            asked.push({ at: clock.time, hidden: about.hidden, signal: about.signal });
            return answer(asked.length);
        },
        clock, page, view, random: () => 0, ...more,
    });
    poller.start();
}

test('asks at once, then after the delay the server said', async () => {
    make(() => 2500);
    await clock.pass(2499);
    assert.equal(asked.length, 1);
    await clock.pass(1);
    assert.equal(asked.length, 2);
});

test('never has two requests outstanding', async () => {
    make(() => new Promise(() => {}));
    await clock.pass(100);
    poller.now();
    view.dispatchEvent(new Event('focus'));
    await clock.pass(60000);
    assert.equal(asked.length, 1);
});

test('asked for during a request, it asks once more right after', async () => {
    let finish;
    make((n) => (n === 1 ? new Promise((resolve) => {
        finish = resolve;
    }) : 5000));
    await settled();
    poller.now();
    poller.now();
    finish(5000);
    await clock.pass(150);
    assert.equal(asked.length, 2);
    await clock.pass(4000);
    assert.equal(asked.length, 2);
});

test('says that the page is hidden, and asks at once when it is looked at or online again', async () => {
    make(() => 20000);
    await settled();
    page.hide();
    await clock.pass(20000);
    assert.deepEqual(asked.map(({ hidden }) => hidden), [false, true]);
    view.dispatchEvent(new Event('online'));
    await settled();
    assert.equal(asked.length, 2, 'a hidden page keeps its pace');
    page.hide(false);
    await settled();
    assert.equal(asked.length, 3);
    await clock.pass(100);
    view.dispatchEvent(new Event('focus'));
    await settled();
    assert.equal(asked.length, 4);
});

test('backs off while it fails, tells so, and comes back to the server\'s pace', async () => {
    const told = [];
    make((n) => {
        if (n <= 3) {
            throw new Error('down');
        }
        return 1000;
    }, { onproblem: (problem, failures) => told.push(failures), onwell: () => told.push('well') });
    await clock.pass(1000 + 2000 + 4000);
    assert.deepEqual(asked.map(({ at }) => at - 1_000_000), [0, 1000, 3000, 7000]);
    assert.deepEqual(told, [1, 2, 3, 'well']);
    await clock.pass(1000);
    assert.equal(asked.length, 5);
});

test('obeys Retry-After', async () => {
    make(() => {
        throw new ApiProblem({ status: 429, code: 'rate-limited', retryAfter: 7000 });
    });
    await clock.pass(6999);
    assert.equal(asked.length, 1);
    await clock.pass(1);
    assert.equal(asked.length, 2);
});

test('stopping cuts off the request and forgets its answer', async () => {
    const told = [];
    make(() => new Promise((resolve, reject) => {
        asked[0].signal.addEventListener('abort', () => reject(new Error('cut')));
    }), { onproblem: () => told.push('problem') });
    await settled();
    poller.stop();
    await clock.pass(60000);
    assert.equal(asked.length, 1);
    assert.deepEqual(told, []);
});

test('asks sooner if told that something is likely to come', async () => {
    make(() => 15000);
    await settled();
    poller.within(1500);
    await clock.pass(1500);
    assert.equal(asked.length, 2);
    poller.within(20000);
    await clock.pass(15000);
    assert.equal(asked.length, 3);
});

test('issue 5: background tabs whose timers the browser lets run once a minute make nobody away', async () => {
    const AWAY = 150_000;
    const { setTimeout: exact } = clock;

    page.hidden = true;
    clock.setTimeout = (work, ms) => exact(work, Math.ceil((clock.time + ms) / 60_000) * 60_000 - clock.time);
    make(() => 30_000);
    await clock.pass(600_000);
    const gaps = asked.slice(1).map(({ at }, i) => at - asked[i].at);
    assert.ok(gaps.length >= 9, `${gaps}`);
    assert.ok(Math.max(...gaps) + 60_000 < AWAY, `one lost poll is no absence: ${gaps}`);
});
