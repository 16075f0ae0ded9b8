import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApiProblem, NetworkProblem } from '../../client/src/shared/api.js';
import { Outbox } from '../../client/src/shared/outbox.js';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakeStorage, names, settled } from './fakes.mjs';

let clock;
let storage;
let answers;
let asked;

beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    answers = [];
    asked = [];
});

function make(more = {}) {
    return new Outbox({
        store: new Store(names, storage),
        clock,
        random: () => 0,
        send: async (item) => {
            asked.push({ key: item.key, text: item.text, first: item.first });
            const answer = answers.shift() ?? { state: 'sent' };
            if (answer instanceof Error) {
                throw answer;
            }
            return answer instanceof Promise ? answer : answer;
        },
        ...more,
    });
}

const states = (outbox) => outbox.items.map((item) => `${item.text} ${item.state}`);

test('sends in order, one in flight', async () => {
    let finish;
    answers = [new Promise((resolve) => {
        finish = resolve;
    })];
    const outbox = make();
    outbox.start();
    outbox.add('one');
    outbox.add('two');
    await settled();
    assert.deepEqual(asked.map(({ text }) => text), ['one']);
    assert.deepEqual(states(outbox), ['one sending', 'two sending']);

    finish({ state: 'sent' });
    await settled();
    assert.deepEqual(asked.map(({ text }) => text), ['one', 'two']);
    assert.deepEqual(outbox.items, []);
    assert.equal(storage.length, 0);
});

test('a definite no is "failed"; what stands behind it goes on', async () => {
    answers = [new ApiProblem({ status: 422, code: 'blank' })];
    const outbox = make();
    outbox.start();
    outbox.add('one');
    outbox.add('two');
    await settled();
    assert.deepEqual(states(outbox), ['one failed']);
    assert.equal(outbox.items[0].reason, 'blank');
    assert.equal(asked.length, 2);
});

test('trying again is a new write with a new key', async () => {
    answers = [{ state: 'refused', reason: 'full' }];
    const outbox = make();
    outbox.start();
    const { key } = outbox.add('one');
    await settled();
    assert.equal(outbox.items[0].reason, 'full');

    outbox.retry(key);
    await settled();
    assert.equal(asked.length, 2);
    assert.notEqual(asked[1].key, asked[0].key);
    assert.equal(asked[1].first, true);
    assert.equal(storage.length, 0);
});

test('no answer, 500 and 503 are "checking" and repeated with the same key, later and later', async () => {
    answers = [
        new NetworkProblem('cut off'), new ApiProblem({ status: 503, code: 'unavailable' }), new ApiProblem({ status: 500, code: 'x' }),
    ];
    const outbox = make();
    outbox.start();
    outbox.add('one');
    await settled();
    assert.deepEqual(states(outbox), ['one checking']);
    await clock.pass(999);
    assert.equal(asked.length, 1);
    await clock.pass(1);
    assert.equal(asked.length, 2);
    await clock.pass(1999);
    assert.equal(asked.length, 2);
    await clock.pass(1);
    assert.equal(asked.length, 3);
    await clock.pass(4000);
    assert.equal(asked.length, 4);
    assert.equal(new Set(asked.map(({ key }) => key)).size, 1);
    assert.deepEqual(asked.map(({ first }) => first), [true, false, false, false]);
    assert.deepEqual(outbox.items, []);
});

test('waits at most 30 s, but at least as long as the server says', async () => {
    answers = Array.from({ length: 9 }, () => new NetworkProblem('x'));
    answers.push(new ApiProblem({ status: 503, code: 'unavailable', retryAfter: 45000 }));
    const outbox = make();
    outbox.start();
    outbox.add('one');
    await clock.pass(31000 + 2 * 30000);
    assert.equal(asked.length, 8);
    await clock.pass(29999);
    assert.equal(asked.length, 8);
    await clock.pass(1 + 30000);
    assert.equal(asked.length, 10);
    await clock.pass(44999);
    assert.deepEqual(states(outbox), ['one checking']);
    await clock.pass(1);
    assert.deepEqual(outbox.items, []);
});

test('too much at once waits without being "unknown"', async () => {
    answers = [new ApiProblem({ status: 429, code: 'rate-limited', retryAfter: 3000 })];
    const outbox = make();
    outbox.start();
    outbox.add('one');
    await clock.pass(2999);
    assert.deepEqual(states(outbox), ['one sending']);
    await clock.pass(1);
    assert.equal(asked.length, 2);
});

test('a page that goes on after a reload repeats the same key', async () => {
    answers = [new NetworkProblem('page left')];
    const before = make();
    before.start();
    before.add('one');
    await settled();
    before.stop();
    const after = make();
    assert.deepEqual(states(after), ['one checking']);
    after.start();
    await settled();
    assert.equal(asked.length, 2);
    assert.equal(asked[1].key, asked[0].key);
    assert.equal(asked[1].first, false);
});

test('what a follower adds, the leader sends', async () => {
    const leader = make();
    const follower = make();
    leader.start();
    follower.add('from the other tab');
    await settled();
    assert.equal(asked.length, 0);
    leader.reload();
    await settled();
    assert.deepEqual(asked.map(({ text }) => text), ['from the other tab']);
    follower.reload();
    assert.deepEqual(follower.items, []);
});

test('an answer that comes after another tab settled the item does not bring it back', async () => {
    let fail;
    answers = [new Promise((resolve, reject) => {
        fail = reject;
    })];
    const old = make();
    old.start();
    old.add('one');
    await settled();
    old.stop();
    const other = make();
    other.start();
    await settled();
    assert.equal(storage.length, 0);
    old.reload();
    fail(new NetworkProblem('late'));
    await settled();
    assert.equal(storage.length, 0);
    assert.deepEqual(old.items, []);
});

test('"again" keeps its place and becomes another write', async () => {
    answers = [{ state: 'again', change: { about: 'new' } }];
    const outbox = make();
    outbox.start();
    outbox.add('one', { action: 'post' });
    outbox.add('two');
    await settled();
    assert.deepEqual(asked.map(({ text }) => text), ['one', 'one', 'two']);
    assert.notEqual(asked[0].key, asked[1].key);
});

test('a store that refuses to keep anything still sends', async () => {
    storage.setItem = () => {
        throw new Error('quota');
    };
    const outbox = make();
    outbox.start();
    outbox.add('one');
    await settled();
    assert.equal(asked.length, 1);
    assert.deepEqual(outbox.items, []);
});

test('discarding gives the text back', async () => {
    answers = [new ApiProblem({ status: 413, code: 'too-large' })];
    const outbox = make();
    outbox.start();
    const { key } = outbox.add('one');
    await settled();
    assert.equal(outbox.discard(key).text, 'one');
    assert.equal(storage.length, 0);
    assert.equal(outbox.discard(key), undefined);
});
