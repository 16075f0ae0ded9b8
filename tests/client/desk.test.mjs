import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakeGateway, FakePage, FakeStorage, names, reply, settled } from './fakes.mjs';

const given = { document: globalThis.document, window: globalThis.window, BroadcastChannel: globalThis.BroadcastChannel };
const HELLO = { stream: 's', degraded: false, settings: 1, behind: [], board: 100, grace: 10000 };
let Desk;
let tabs;
let gateway;
let asked;
let board;
let messages;
let clock;

/** Channels of the tabs of one browser. */
class Broadcast {
    constructor() {
        (Broadcast.all ??= []).push(this);
    }

    postMessage(message) {
        Broadcast.all.filter((one) => one !== this).forEach((one) => one.onmessage({ data: structuredClone(message) }));
    }
}

before(async () => {
    Object.assign(globalThis, { document: new FakePage(), window: new EventTarget(), BroadcastChannel: Broadcast });
    ({ Desk } = await import('../../client/src/console/desk.js'));
});
after(() => Object.assign(globalThis, given));

beforeEach(() => {
    Broadcast.all = [];
    tabs = [];
    asked = [];
    clock = new FakeClock();
    gateway = new FakeGateway();
    messages = [{ number: 1, author: 'visitor', name: '', text: 'Hello', at: 1 }];
    board = { cursor: 100, me: { id: 3, online: true }, ongoing: [line()], assisting: [], waiting: [], finished: [], colleagues: [] };
});
afterEach(() => tabs.forEach(({ desk }) => desk.follow()));

const line = (more = {}) => ({
    id: 7, thread: 7, status: 'ongoing', role: 'guest', name: '', operator: 3, operatorName: 'Anna', last: messages.length, revision: 1,
    readByOperator: 0, readByVisitor: 0, excerpt: messages.at(-1).text, lastAt: 1, here: true, deliveredToVisitor: 0, assistants: [], ...more,
});

const answers = {
    watch: ({ cursor }) => (cursor === board.cursor ? { status: 204, data: null, delay: 2000 }
        : { status: 200, data: { changed: true, delay: 2000, degraded: false, board: structuredClone(board), typing: [] }, delay: 0 }),
    read: ({ conversation, after: last }) => ({
        status: 200, data: {
            conversation, from: last + 1, to: messages.length, last: messages.length, status: 'ongoing', revision: 1, readByOther: 0,
            messages: messages.slice(last),
        },
    }),
    seen: () => ({ status: 204, data: null }),
};

/** A tab of the console. The poller goes by the real clock: what is asked for is asked at once, or counts as not. */
async function open({ leads = true } = {}) {
    const exchange = async (action, { query, body } = {}) => {
        asked.push({ action, query, body, leads });
        return answers[action](query);
    };
    const desk = new Desk({
        shop: { id: 1 }, store: new Store(names, new FakeStorage()), leading: () => leads, onchange: () => {},
        api: { exchange, call: async (...of) => (await exchange(...of)).data, ticket: async () => 'ticket' },
        push: { gateway: '/onlinechat/', fetch: gateway.fetch, clock, random: () => 0, view: new EventTarget() },
    });

    tabs.push({ desk });
    if (leads) {
        desk.lead();
    }
    desk.start();
    await settled();
    await settled();

    return desk;
}

const count = (action) => asked.filter((one) => one.action === action).length;
const texts = (desk) => desk.room(7).transcript.messages.map(({ text }) => text);
const message = (number, text, more = {}) => ({
    event: 'message', conversation: 7, number, author: 'visitor', name: '', text, at: number, status: 'ongoing', revision: 1, ...more,
});

async function say(event) {
    await gateway.tell(event.event, event);
    await settled();
}

test('the stream begins after the first board, with its cursor and what is here of the conversations', async () => {
    const desk = await open();

    assert.deepEqual(gateway.links.map(({ query }) => [query.cursor, query.conversations, query.stream]), [['100', '7:1', desk.stream]]);
    assert.equal(gateway.last.headers['Onlinechat-Ticket'], 'ticket');
});

test('a message is shown without a request; the line, its excerpt and what is unread follow', async () => {
    const desk = await open();

    await gateway.say('hello', HELLO);
    const requests = asked.length;
    await say({ event: 'typing', conversation: 7, author: 'visitor', typing: true });
    assert.deepEqual(desk.typing, [7]);
    await say(message(2, 'Anybody there?'));
    await say(message(2, 'Anybody there?'));
    assert.deepEqual(texts(desk), ['Hello', 'Anybody there?']);
    assert.deepEqual([desk.line(7).last, desk.line(7).excerpt], [2, 'Anybody there?']);
    assert.equal(desk.unread(desk.line(7)), 2);
    assert.deepEqual(desk.typing, [], 'whose message is here types no more');
    assert.equal(asked.length, requests);
});

test('I1: after a gap the messages are read, once each and in order', async () => {
    const desk = await open();

    await gateway.say('hello', HELLO);
    messages.push({ ...message(2, 'Second') }, { ...message(3, 'Third') });
    await say(message(3, 'Third'));
    await say(message(2, 'Second'));
    await settled();
    assert.deepEqual(texts(desk), ['Hello', 'Second', 'Third']);
});

test('another board is asked for at once, the one that is here is not', async () => {
    const desk = await open();

    await gateway.say('hello', HELLO);
    const before = count('watch');
    await say({ event: 'board', cursor: 100 });
    assert.equal(count('watch'), before);
    board = { ...board, cursor: 101, ongoing: [], finished: [line({ status: 'finished' })] };
    await say({ event: 'board', cursor: 101 });
    assert.equal(count('watch'), before + 1);
    assert.equal(desk.line(7).status, 'finished');
    await say({ event: 'nudge' });
    assert.equal(count('watch'), before + 2);
});

test('read marks move the line', async () => {
    const desk = await open();

    await gateway.say('hello', HELLO);
    await say({ event: 'seen', conversation: 7, author: 'operator', number: 1 });
    assert.equal(desk.line(7).readByOperator, 1);
    await say(message(2, 'Yes', { author: 'operator', name: 'Anna' }));
    await say({ event: 'seen', conversation: 7, author: 'visitor', number: 2 });
    assert.equal(desk.line(7).readByVisitor, 2);
    assert.equal(desk.room(7).transcript.readByOther, 2);
});

test('a hello that names another board or missing messages has both asked for', async () => {
    const desk = await open();

    messages.push(message(2, 'Missed'));
    board = { ...board, cursor: 105, ongoing: [line()] };
    const before = count('watch');
    await gateway.say('hello', { ...HELLO, board: 105, behind: [{ conversation: 7, number: 2, revision: 1 }] });
    await settled();
    assert.equal(count('watch'), before + 1);
    assert.deepEqual(texts(desk), ['Hello', 'Missed']);
});

test('a hello that does not know has the messages read all the same', async () => {
    const desk = await open();

    messages.push(message(2, 'Missed'));
    await gateway.say('hello', { ...HELLO, behind: [{ conversation: 7, number: 0, revision: 0 }] });
    await settled();
    assert.deepEqual(texts(desk), ['Hello', 'Missed']);
});

test('the other tabs have no stream and hear what it brings', async () => {
    const leader = await open();
    const follower = await open({ leads: false });

    await settled();
    await gateway.say('hello', HELLO);
    assert.equal(gateway.links.length, 1);
    assert.deepEqual(texts(follower), ['Hello']);
    const requests = asked.length;
    await say({ event: 'typing', conversation: 7, author: 'visitor', typing: true });
    await say(message(2, 'To all tabs'));
    assert.deepEqual([texts(leader), texts(follower)].map((all) => all.at(-1)), ['To all tabs', 'To all tabs']);
    assert.equal(follower.line(7).last, 2);
    assert.equal(asked.length, requests);
    await say({ event: 'degraded', degraded: true });
    assert.deepEqual([leader.link, follower.link], ['slow', 'slow']);
    await gateway.say('hello', HELLO);
    assert.deepEqual([leader.link, follower.link], ['well', 'well']);
});

test('who types ends by itself where nobody says so', async () => {
    const desk = await open();

    await gateway.say('hello', HELLO);
    await say({ event: 'typing', conversation: 7, author: 'visitor', typing: true });
    await clock.pass(5999);
    assert.deepEqual(desk.typing, [7]);
    await clock.pass(1);
    assert.deepEqual(desk.typing, []);
});

test('a tab that only follows from now on has its stream cut; one that is signed out, too', async () => {
    const desk = await open();

    desk.follow();
    assert.equal(gateway.last.open, false);
    desk.lead();
    await settled();
    await settled();
    assert.equal(gateway.links.length, 2);
    const { watch } = answers;
    answers.watch = () => {
        throw Object.assign(new Error('signed out'), { status: 401 });
    };
    desk.refresh();
    await settled();
    answers.watch = watch;
    assert.equal(desk.link, 'signed-out');
    assert.equal(gateway.last.open, false);
});

test('no gateway at the address: polled as without', async () => {
    gateway = new FakeGateway(() => reply(404));
    const desk = await open();

    await settled();
    assert.equal(desk.link, 'well');
    assert.equal(desk.pushed.stream.well, false);
    assert.deepEqual(texts(desk), ['Hello']);
});
