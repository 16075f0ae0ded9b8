import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitting, roomForOneMore, shownOf, withOpened } from '../../client/src/console/layout.js';
import { Memory } from '../../client/src/console/memory.js';
import { clockFor, initialsOf, lasting, nameOf } from '../../client/src/console/names.js';
import { formatsFor } from '../../client/src/console/panel-parts.js';
import { Room } from '../../client/src/console/room.js';
import { touched } from '../../client/src/console/touched.js';
import { write } from '../../client/src/console/write.js';
import { ApiProblem, NetworkProblem } from '../../client/src/shared/api.js';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakeStorage, names, settled } from './fakes.mjs';

const ids = (open) => open.map(({ id }) => id);
const open = (...used) => used.map((time, i) => ({ id: i + 1, used: time }));

test('G15: one window on a phone, four on a standard computer and never more', () => {
    assert.deepEqual([320, 640, 900, 1366, 1440, 3840].map(fitting), [1, 1, 2, 4, 4, 4]);
});

test('G12: there is no room for a window nobody asked for where it would cover all, or replace another', () => {
    assert.equal(roomForOneMore(390, 0), false);
    assert.equal(roomForOneMore(1440, 3), true);
    assert.equal(roomForOneMore(1440, 4), false);
});

test('G15: a window the operator opens takes the place of the one used longest ago', () => {
    assert.deepEqual(ids(withOpened(open(5, 2, 9), { id: 7, used: 10 }, 4)), [7, 1, 2, 3]);
    assert.deepEqual(ids(withOpened(open(5, 2, 9), { id: 7, used: 10 }, 3)), [1, 7, 3]);
    assert.deepEqual(ids(withOpened(open(5, 2, 9), { id: 2, used: 10 }, 3)), [1, 2, 3]);
});

test('where fewer windows fit than are open, those used last are drawn, each in its place', () => {
    assert.deepEqual(ids(shownOf(open(5, 2, 9, 1), 2)), [1, 3]);
    assert.deepEqual(ids(shownOf(open(5, 2), 4)), [1, 2]);
});

test('G12: customers are "#ID name", guests "Guest" with their thread', () => {
    const t = (word, values) => `${word} ${JSON.stringify(values)}`;

    assert.equal(nameOf({ role: 'customer', customer: 7, name: 'Ada', thread: 3 }, t), 'customer {"n":7,"name":"Ada"}');
    assert.equal(nameOf({ role: 'customer', customer: 7, name: '', thread: 3 }, t), 'customer-nameless {"n":7}');
    assert.equal(nameOf({ role: 'guest', customer: null, name: '', thread: 3 }, t), 'guest {"n":3}');
    assert.deepEqual(
        ['Ada', 'Ada von Love', ' ليلى ب. ', ''].map((name) => initialsOf({ role: 'customer', name }, t)),
        ['A', 'AL', 'لب', 'g'],
    );
    assert.equal(initialsOf({ role: 'guest', name: '' }, () => 'Visiteur '), 'V', 'the letter of the language');
    assert.equal(lasting(-5, t), 'seconds {"n":0}');
    assert.equal(lasting(3_600_000, t), 'hours {"n":1}');
});

test('a write is repeated with its key while the outcome is unknown, and never after a definite no', async () => {
    const clock = new FakeClock();
    const bodies = [];
    const answers = [new NetworkProblem('cut'), new ApiProblem({ status: 503, code: 'outcome-unknown', retryAfter: 5000 }), { outcome: 'done' }];
    const api = {
        call: async (action, { body }) => {
            bodies.push(body);
            const answer = answers.shift();
            if (answer instanceof Error) {
                throw answer;
            }
            return answer;
        },
    };
    const done = write(api, 'end', { conversation: 3 }, { clock, random: () => 0 });

    await clock.pass(1000);
    assert.equal(bodies.length, 2);
    await clock.pass(4999);
    assert.equal(bodies.length, 2, 'Retry-After is obeyed');
    await clock.pass(1);
    assert.deepEqual(await done, { outcome: 'done' });
    assert.equal(bodies.length, 3);
    assert.equal(new Set(bodies.map(({ key }) => key)).size, 1);

    answers.push(new ApiProblem({ status: 403, code: 'not-allowed' }));
    await assert.rejects(write(api, 'end', {}, { clock }), { code: 'not-allowed' });
    assert.equal(bodies.length, 4);
});

const visitor = (number, text = 'Hi') => ({ number, author: 'visitor', name: '', text, at: number });
const range = (from, to, messages, last = to) => ({
    conversation: 3, from, to, last, status: 'ongoing', revision: 1, operator: 1, operatorName: 'Anna', operatorAway: false, position: 0,
    readByOther: 0, messages,
});

function roomWith(answers) {
    const asked = [];
    const clock = new FakeClock();
    const told = [];
    const room = new Room({
        id: 3,
        clock,
        store: new Store(names, new FakeStorage()),
        leading: () => true,
        onchange: () => {},
        onread: (one) => told.push(one),
        onsent: (message) => told.push(message),
        api: {
            call: async (action, options) => {
                asked.push({ action, ...options });
                const answer = answers[action]?.shift();
                if (answer instanceof Error) {
                    throw answer;
                }
                return answer;
            },
        },
    });

    return { room, asked, clock, told };
}

test('a room reads until it has everything, tells the other tabs, and counts only the visitor’s messages as unread', async () => {
    const own = { ...visitor(2, 'Hello'), author: 'operator' };
    const { room, asked, told } = roomWith({ read: [range(1, 2, [visitor(1), own], 3), range(3, 3, [visitor(3)])], seen: [null] });

    room.follow({ id: 3, last: 3, readByOperator: 1 });
    await settled();
    assert.deepEqual(asked.map(({ query }) => query.after), [0, 2]);
    assert.equal(room.unread, 1);
    assert.equal(told.length, 2);
    room.look();
    assert.equal(room.unread, 0);
    assert.deepEqual(asked.at(-1).body, { conversation: 3, number: 3 });
    room.look();
    assert.equal(asked.length, 3, 'said once');
});

test('a message keeps its body in a repetition, whatever was read meanwhile', async () => {
    const { room, asked, clock } = roomWith({
        read: [range(1, 1, [visitor(1)])],
        post: [new NetworkProblem('cut'), { accepted: true, outcome: 'done', number: 3, at: 5, status: 'ongoing' }],
    });

    room.follow({ id: 3, last: 1, readByOperator: 0 });
    room.startSending();
    await settled();
    room.say('Hello');
    await settled();
    assert.equal(room.pending[0].state, 'checking');
    room.hear(range(2, 2, [visitor(2)]));
    await clock.pass(2000);
    const posts = asked.filter(({ action }) => action === 'post').map(({ body }) => body);
    assert.equal(posts.length, 2);
    assert.deepEqual(posts[0], posts[1]);
    assert.deepEqual(room.transcript.messages.map(({ text }) => text), ['Hi', 'Hi', 'Hello']);
    assert.deepEqual(room.pending, []);
});

test('a conversation that is somebody else’s now is asked about once', async () => {
    const { room, asked } = roomWith({ read: [range(1, 1, [visitor(1)]), new ApiProblem({ status: 403, code: 'not-allowed' })] });

    room.follow({ id: 3, last: 1, readByOperator: 0 });
    await settled();
    room.follow(null);
    await settled();
    room.follow(null);
    await settled();
    assert.equal(room.away, true);
    assert.equal(asked.length, 2);
});

test('what another tab stored is told apart by its name, and by its shop', () => {
    const storage = new FakeStorage();
    const home = new Store(names, storage);
    const other = new Store((what) => `onlinechat:operator:/entry.php:12:${what}`, storage);
    const desks = [{ store: home }, { store: other }];
    const part = (key) => {
        const { part: name, id, desk } = touched(key, home, desks);
        return [name, id, desks.indexOf(desk)];
    };

    assert.deepEqual(part(names('outbox:17:abc')), ['outbox', 17, 0]);
    assert.deepEqual(part(other.names('outbox:17:abc')), ['outbox', 17, 1]);
    assert.deepEqual(part(other.names('ticket')), ['ticket', 0, 1]);
    assert.deepEqual(part(names('draft:4')), ['draft', 4, -1]);
    assert.deepEqual(part(names('desk')), ['desk', 0, -1]);
    assert.deepEqual(part('something else'), ['', 0, -1]);
    assert.deepEqual(part(null), ['', 0, -1]);
});

test('G18: what concerns conversations that no list has any more is forgotten', () => {
    const memory = new Memory(new Store(names, new FakeStorage()));

    memory.considered = { 1: 5, 2: 6 };
    memory.keepDraft(2, 'unsent');
    memory.prune(new Set([1]));
    assert.deepEqual(memory.considered, { 1: 5 });
    assert.equal(memory.draft(2), '');
});

test('the console writes a time as the window of the visitor does: 8:42 AM, without a zero before', () => {
    const now = new Date().setHours(8, 42, 0, 0);

    assert.match(clockFor('en')(now), /^8:42\sAM$/);
    assert.match(clockFor('en')(Date.UTC(2020, 0, 2)), / \d{1,2}:\d{2}\s[AP]M$/);
    assert.match(formatsFor('en').time(now), /^8:42\sAM$/);
});
