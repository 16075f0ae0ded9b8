import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Stream } from '../../client/src/shared/stream.js';
import { Store } from '../../client/src/shared/storage.js';
import { Transcript } from '../../client/src/shared/transcript.js';
import { FakeClock, FakeGateway, FakeStorage, names, reply, settled } from './fakes.mjs';

const MINUTE = 60000;
const hello = (more = {}) => ['hello', { stream: 's', degraded: false, settings: 1, behind: [], board: null, grace: 10000, ...more }];
let clock;
let gateway;
let stream;
let told;
let storage;
let view;

beforeEach(() => {
    clock = new FakeClock();
    gateway = new FakeGateway();
    told = [];
    storage = new FakeStorage();
    view = new EventTarget();
});
afterEach(() => stream.stop());

function make(more = {}) {
    stream = new Stream({
        gateway: '/onlinechat/', query: () => ({ conversation: 7, after: 3 }), fetch: gateway.fetch,
        ticket: async (refused) => (refused ? 'second' : 'first'),
        onhello: (event) => told.push(['hello', event.behind]), onevent: (event) => told.push([event.event, event]),
        onchange: (well) => told.push(well), memory: new Store(names, storage), clock, view, random: () => 0, ...more,
    });
    stream.start();

    return settled();
}

const opened = () => gateway.links.length;

test('one stream, its ticket in a header and never in the address', async () => {
    await make();
    const [{ url, headers }] = gateway.links;

    assert.equal(url, '/onlinechat/stream?conversation=7&after=3');
    assert.equal(headers['Onlinechat-Ticket'], 'first');
    stream.start();
    await settled();
    assert.equal(opened(), 1);
});

test('is well from its hello on; events come as they were sent, however the bytes are cut', async () => {
    await make();
    assert.equal(stream.well, false);
    await gateway.say(...hello());
    assert.equal(stream.well, true);
    const bytes = Buffer.from('event: message\ndata: {"event":"message","text":"Größe"}\n\n: beat\n\n');
    for (const byte of bytes) {
        await gateway.write(Uint8Array.of(byte));
    }
    assert.deepEqual(told, [['hello', []], true, ['message', { event: 'message', text: 'Größe' }]]);
});

test('without an address nothing is asked', async () => {
    await make({ gateway: undefined });
    assert.equal(opened(), 0);
});

test('a proxy that buffers: no hello in 3 s counts as none, tried again after 1, 2, 5, 10 minutes', async () => {
    await make();
    const at = [];
    for (const wait of [1, 2, 5, 10, 10].map((minutes) => minutes * MINUTE)) {
        await clock.pass(2999);
        assert.equal(gateway.last.open, true);
        await clock.pass(1);
        assert.equal(gateway.last.open, false, 'given up');
        at.push(opened());
        await clock.pass(wait - 1);
        assert.equal(opened(), at.at(-1));
        await clock.pass(1);
    }
    assert.deepEqual(at, [1, 2, 3, 4, 5]);
    assert.deepEqual(told, []);
});

test('404, 503, a page instead of a stream, no network: the same', async () => {
    for (const answer of [
        () => reply(404), () => reply(503, {}), () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
        () => {
            throw new TypeError('refused');
        },
    ]) {
        gateway = new FakeGateway(answer);
        storage = new FakeStorage();
        await make();
        await clock.pass(MINUTE - 1);
        assert.equal(opened(), 1);
        await clock.pass(1);
        assert.equal(opened(), 2);
        stream.stop();
    }
});

test('Retry-After is obeyed', async () => {
    gateway.answer = () => reply(429, { code: 'rate-limited' }, { 'Retry-After': '90' });
    await make();
    await clock.pass(90_000 - 1);
    assert.equal(opened(), 1);
    await clock.pass(1);
    assert.equal(opened(), 2);
});

test('the next page does not try what did not work on this one, until it is time', async () => {
    await make();
    await clock.pass(3000);
    stream.stop();
    await make();
    await clock.pass(MINUTE - 1);
    assert.equal(opened(), 1);
    await clock.pass(1);
    assert.equal(opened(), 2);
    await gateway.say(...hello());
    assert.equal(storage.length, 0, 'works: nothing to remember');
});

test('lost after it was well: told at once, back with jitter, then ever later, at most a minute', async () => {
    await make({ random: () => 1 });
    await gateway.say(...hello());
    await clock.pass(20000);
    gateway.answer = () => reply(502);
    gateway.end();
    await settled();
    assert.deepEqual(told.splice(0), [['hello', []], true, false]);
    const at = [];
    for (let i = 0, count = opened(); i < 300; i++) {
        await clock.pass(1000);
        if (opened() > count) {
            count = opened();
            at.push(i + 1);
        }
    }
    assert.deepEqual(at, [3, 6, 12, 24, 48, 96, 156, 216, 276]);
    gateway.answer = null;
    await clock.pass(36000);
    await gateway.say(...hello({ behind: [{ conversation: 7, number: 5, revision: 2 }] }));
    assert.deepEqual(told, [['hello', [{ conversation: 7, number: 5, revision: 2 }]], true]);
});

test('ten thousand readers that lost it together come back spread over 2.5 s', async () => {
    const first = [];

    for (const random of [0, 0.5, 1]) {
        gateway = new FakeGateway();
        await make({ random: () => random });
        await gateway.say(...hello());
        await clock.pass(20000);
        gateway.end();
        await settled();
        const since = clock.time;
        while (opened() < 2) {
            await clock.pass(250);
        }
        first.push(clock.time - since);
        stream.stop();
    }
    assert.deepEqual(first, [500, 1750, 3000]);
});

test('one that ends again and again soon after its hello is tried less and less', async () => {
    await make();
    const counts = [];

    for (let i = 0; i < 4; i++) {
        await gateway.say(...hello());
        gateway.end();
        const since = clock.time;
        for (const count = opened(); opened() === count;) {
            await clock.pass(250);
        }
        counts.push(clock.time - since);
    }
    assert.deepEqual(counts, [500, 1000, 2000, 4000]);
});

test('nobody at the other end: 50 s without a beat are the end, a beat goes on', async () => {
    await make();
    await gateway.say(...hello());
    for (let i = 0; i < 6; i++) {
        await clock.pass(20000);
        await gateway.write(': beat\n\n');
    }
    assert.equal(stream.well, true);
    await clock.pass(50000);
    assert.equal(stream.well, false);
    await clock.pass(500);
    assert.equal(opened(), 2);
});

test('bye: the gateway says when to come back, and every reader adds its own part', async () => {
    await make();
    await gateway.say(...hello());
    await clock.pass(20000);
    await gateway.say('bye', { after: 4000, why: 'restart' });
    assert.equal(gateway.last.open, false);
    assert.equal(told.at(-1), false);
    await clock.pass(4499);
    assert.equal(opened(), 1);
    await clock.pass(1);
    assert.equal(opened(), 2);
});

test('a ticket that ran out: the stream goes on with another; one that is refused is got anew at once', async () => {
    await make();
    await gateway.say(...hello());
    for (let i = 0; i < 30; i++) {
        await clock.pass(20000);
        await gateway.write(': beat\n\n');
    }
    await gateway.say('bye', { after: 0, why: 'ticket' });
    await clock.pass(500);
    assert.deepEqual(gateway.links.map(({ headers }) => headers['Onlinechat-Ticket']), ['first', 'second']);

    stream.stop();
    gateway = new FakeGateway(({ headers }) => (headers['Onlinechat-Ticket'] === 'first' ? reply(401, { code: 'ticket-expired' }) : null));
    await make();
    assert.deepEqual(gateway.links.map(({ headers }) => headers['Onlinechat-Ticket']), ['first', 'second']);
    await gateway.say(...hello());
    assert.equal(stream.well, true);
});

test('degraded: stays open, but is not well until a new hello says what was missed', async () => {
    await make();
    await gateway.say(...hello());
    await gateway.say('degraded', { degraded: true });
    assert.equal(stream.well, false);
    await gateway.say(...hello({ behind: [{ conversation: 7, number: 9, revision: 1 }] }));
    assert.equal(opened(), 1);
    assert.deepEqual(told.map((one) => (Array.isArray(one) ? one[0] : one)), ['hello', true, 'degraded', false, 'hello', true]);
});

test('a network that is back brings it back; where it never worked it does not', async () => {
    await make();
    await gateway.say(...hello());
    gateway.answer = () => reply(502);
    gateway.end();
    await clock.pass(10000);
    const count = opened();
    gateway.answer = null;
    view.dispatchEvent(new Event('online'));
    await clock.pass(0);
    assert.equal(opened(), count + 1);

    stream.stop();
    storage = new FakeStorage();
    gateway = new FakeGateway(() => reply(404));
    await make();
    view.dispatchEvent(new Event('online'));
    await clock.pass(10000);
    assert.equal(opened(), 1);
});

test('stopped while its ticket is on its way, it asks nothing and leaves the next one alone', async () => {
    const tickets = [];

    await make({ ticket: () => new Promise((resolve) => tickets.push(resolve)) });
    stream.restart();
    await settled();
    tickets[1]('second');
    await settled();
    await clock.pass(2000);
    tickets[0]('first');
    await settled();
    assert.deepEqual(gateway.links.map(({ headers }) => headers['Onlinechat-Ticket']), ['second']);
    await clock.pass(1000);
    assert.equal(gateway.last.open, false, 'its hello had 3 s, as every one');
});

test('stopped it is cut off and hears nothing more; another person’s ticket begins a new one', async () => {
    await make();
    await gateway.say(...hello());
    stream.restart();
    await settled();
    assert.deepEqual(gateway.links.map(({ open }) => open), [false, true]);
    stream.stop();
    assert.equal(gateway.last.open, false);
    await clock.pass(100 * MINUTE);
    assert.equal(opened(), 2);
    assert.deepEqual(told, [['hello', []], true]);
});

const message = (number, more = {}) => ({
    event: 'message', conversation: 7, number, author: 'operator', name: 'Anna', text: `${number}`, at: number, status: 'ongoing', revision: 2, ...more,
});

function transcript() {
    const one = new Transcript(7);

    one.apply({ conversation: 7, from: 1, to: 1, last: 1, status: 'ongoing', revision: 2, messages: [{ number: 1, author: 'visitor', text: '1', at: 1 }] });

    return one;
}

const texts = (one) => one.messages.map(({ text }) => text).join(' ');

test('I1: the next number is taken over, one that is known is not, after a gap it is asked', () => {
    const one = transcript();

    assert.equal(one.hear(message(2)), false);
    assert.equal(one.hear(message(2)), false, 'twice');
    assert.equal(one.hear(message(1)), false, 'old');
    assert.equal(texts(one), '1 2');
    assert.equal(one.hear(message(4)), true, 'a gap');
    assert.equal(texts(one), '1 2', 'nothing is shown before what comes before it');
    one.apply({ conversation: 7, from: 3, to: 4, last: 4, status: 'ongoing', revision: 2, messages: [message(4)] });
    assert.equal(texts(one), '1 2 4', 'a note stood between');
    assert.equal(one.hear(message(5, { conversation: 8 })), false, 'another conversation’s');
    assert.equal(one.newest, 4);
});

test('I1: out of order, both arrive once', () => {
    const one = transcript();

    assert.equal(one.hear(message(3)), true);
    assert.equal(one.hear(message(2)), true, 'the third is still missing');
    assert.equal(texts(one), '1 2');
    one.apply({ conversation: 7, from: 3, to: 3, last: 3, status: 'ongoing', revision: 2, messages: [message(3)] });
    assert.equal(one.hear(message(3)), false);
    assert.equal(texts(one), '1 2 3');
});

test('one’s own message, pushed before its request is answered, is shown once and keeps its place', () => {
    const one = transcript();
    const item = { key: 'k', text: 'Hello', state: 'sending', after: 1 };

    one.hear(message(2, { author: 'visitor', text: 'Hello' }));
    const { messages, pending } = one.merge([item]);
    assert.deepEqual(pending, []);
    assert.equal(messages.at(-1).key, 'k');
    one.acknowledge({ number: 2, text: 'Hello', at: 2, key: 'k' });
    assert.equal(texts(one), '1 Hello');
    assert.equal(one.missing, false);
});

test('a state says all while the conversation goes on; with its beginning and end more belongs to it', () => {
    const one = transcript();
    const state = (revision, more = {}) => ({
        event: 'state', conversation: 7, status: 'ongoing', revision, operator: 3, operatorName: 'Ben', operatorAway: true, position: 0, ...more,
    });

    assert.equal(one.hear(state(3)), false);
    assert.deepEqual([one.operatorName, one.operatorAway, one.revision], ['Ben', true, 3]);
    assert.equal(one.hear(state(2, { operatorName: 'Anna' })), false, 'older');
    assert.equal(one.operatorName, 'Ben');
    assert.equal(one.hear(state(4, { status: 'finished' })), true);
    assert.deepEqual([one.status, one.revision], ['finished', 3], 'shown, and the answer to a poll still brings the rest');
    assert.equal(one.hear(state(4, { status: 'finished' })), false, 'once');
    assert.equal(one.hear(message(2, { revision: 5 })), true, 'a change of state nobody told of');
});

test('read marks rise and never fall', () => {
    const one = transcript();
    const seen = (number, author = 'operator') => one.hear({ event: 'seen', conversation: 7, author, number });

    assert.equal(seen(1), false);
    seen(0);
    seen(5, 'visitor');
    assert.equal(one.readByOther, 1);
});
