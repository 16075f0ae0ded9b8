import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { reply } from './fakes.mjs';
import { Browser, placed, range, until, update } from './page.mjs';

const GATEWAY = { config: { gateway: '/onlinechat/' } };
const HELLO = { stream: 's', degraded: false, settings: 1, behind: [], board: null, grace: 10000 };
let browser;
let messages;

afterEach(() => browser.close());

/** A conversation of two messages, in an open window. */
async function talking(more = {}) {
    messages = [{ author: 'visitor', text: 'Hello' }, { author: 'operator', name: 'Anna', text: 'Good morning' }];
    browser = new Browser({
        current: () => ({ conversation: 1 }),
        poll: ({ query }) => (Number(query.after) < messages.length ? update(range(messages, Number(query.after))) : null),
        read: ({ query }) => range(messages, Number(query.after)),
        ...more,
    });
    const tab = await browser.open(GATEWAY);

    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => browser.gateway.links.length === 1 && tab.texts().length === 2);

    return tab;
}

const message = (number, text, more = {}) => ({
    event: 'message', conversation: 1, number, author: 'operator', name: 'Anna', text, at: 1_000_000 + number, status: 'ongoing', revision: 2, ...more,
});
const polls = () => browser.of('poll').length;
const say = (event, more = {}) => browser.gateway.tell(event.event, { ...event, ...more });

test('a message that is pushed is shown without a poll, once; the stream began with what was here', async () => {
    const tab = await talking();
    const { query, headers } = browser.gateway.last;

    assert.deepEqual([query.conversation, query.after, query.revision], ['1', '2', '2']);
    assert.equal(query.stream, browser.of('poll')[0].query.stream);
    assert.equal(headers['Onlinechat-Ticket'], browser.of('poll')[0].ticket);
    await browser.gateway.say('hello', HELLO);
    const before = polls();
    await say(message(3, 'How may I help?'));
    await say(message(3, 'How may I help?'));
    await until(() => tab.texts().length === 3);
    assert.deepEqual(tab.texts(), ['Hello', 'Good morning', 'How may I help?']);
    // read at once: nothing has to be told by a poll
    await until(() => browser.of('seen').some(({ body }) => body.number === 3));
    assert.equal(polls(), before);
});

test('I2: while the stream is well the entry is asked every 30 s; without it as before', async () => {
    const tab = await talking();
    const waits = [];
    const { setTimeout } = tab.window;
    tab.window.setTimeout = (work, ms) => waits.push(ms) && setTimeout(work, ms);

    await browser.gateway.say('hello', HELLO);
    await until(() => waits.includes(30000));
    const before = polls();
    browser.gateway.answer = () => reply(502);
    browser.gateway.end();
    await until(() => polls() > before + 2);
});

test('I1: after a gap the entry is asked at once, and nothing is shown twice or out of order', async () => {
    const tab = await talking();

    await browser.gateway.say('hello', HELLO);
    messages.push({ author: 'operator', text: 'Third' }, { author: 'operator', text: 'Fourth' });
    const before = polls();
    await say(message(4, 'Fourth'));
    await say(message(3, 'Third'));
    await until(() => tab.texts().length === 4);
    assert.deepEqual(tab.texts(), ['Hello', 'Good morning', 'Third', 'Fourth']);
    assert.ok(polls() > before);
});

test('lost and back: what came meanwhile is asked for by what the hello says is behind', async () => {
    const tab = await talking();
    const { poll } = browser.answers;

    await browser.gateway.say('hello', HELLO);
    browser.answers.poll = () => null;
    browser.gateway.end();
    await until(() => browser.gateway.links.length === 2);
    messages.push({ author: 'operator', text: 'While you were away' });
    browser.answers.poll = poll;
    await browser.gateway.say('hello', { ...HELLO, behind: [{ conversation: 1, number: 3, revision: 2 }] });
    await until(() => tab.texts().length === 3);
    await say(message(3, 'While you were away'));
    await say(message(4, 'There you are'));
    await until(() => tab.texts().length === 4);
    assert.deepEqual(tab.texts().slice(2), ['While you were away', 'There you are']);
});

test('a gateway that does not know what is behind has the entry asked', async () => {
    const tab = await talking();
    const { poll } = browser.answers;

    browser.answers.poll = () => null;
    await browser.gateway.say('hello', HELLO);
    messages.push({ author: 'operator', text: 'From before' });
    browser.answers.poll = poll;
    await browser.gateway.say('hello', { ...HELLO, behind: [{ conversation: 1, number: 0, revision: 0 }] });
    await until(() => tab.texts().length === 3);
});

test('of two tabs the leading one alone has a stream; the other shows what it brings, and reads what it lacks', async () => {
    const first = await talking();
    await browser.gateway.say('hello', HELLO);
    const second = await browser.open({ ...GATEWAY, hidden: true });

    await until(() => second.find('textarea') && browser.of('status').length > 1);
    messages.push({ author: 'operator', text: 'To both' });
    await say(message(3, 'To both'));
    await until(() => first.texts().length === 3 && second.texts().length === 3);
    assert.equal(browser.of('read').length, 1);
    await say(message(4, 'At once'));
    await until(() => first.texts().length === 4 && second.texts().length === 4);
    assert.equal(browser.of('read').length, 1);
    assert.equal(browser.gateway.links.filter(({ open }) => open).length, 1);
    messages.push({ author: 'operator', text: 'At once' }, { author: 'operator', text: 'Not to this one' }, { author: 'operator', text: 'Again' });
    browser.channels.at(-1).hear({ type: 'event', event: message(6, 'Again') });
    await until(() => second.texts().length === 6);
    assert.deepEqual(second.texts().slice(2), ['To both', 'At once', 'Not to this one', 'Again']);
    first.leave();
    await until(() => browser.gateway.links.length === 2);
});

test('one’s own message, pushed before its request is answered, keeps its row, and its poll is saved', async () => {
    let answer;
    const tab = await talking({
        post: () => new Promise((resolve) => {
            answer = () => resolve({ accepted: true, outcome: 'done', number: 3, at: 1_000_003, status: 'ongoing' });
        }),
    });

    await browser.gateway.say('hello', HELLO);
    tab.write('My question');
    tab.key('Enter');
    await until(() => answer && tab.texts().length === 3);
    const row = tab.all('.row').at(-1);
    await say(message(3, 'My question', { author: 'visitor', name: '' }));
    await until(() => tab.states().every((state) => state !== 'Sending…'));
    const before = polls();
    answer();
    await until(() => browser.storage.getItem(`onlinechat:visitor:/entry.php:1:outbox:${browser.of('post')[0].body.key}`) === null);
    assert.equal(tab.all('.row').at(-1), row);
    assert.equal(tab.texts().length, 3);
    assert.equal(polls(), before);
});

test('typing is shown as it comes and ends with the message; what one types oneself is not', async () => {
    const tab = await talking();
    const typing = () => !tab.find('.typing').hidden;

    await browser.gateway.say('hello', HELLO);
    await say({ event: 'typing', conversation: 1, author: 'visitor', typing: true });
    await say({ event: 'typing', conversation: 2, author: 'operator', typing: true });
    assert.equal(typing(), false);
    await say({ event: 'typing', conversation: 1, author: 'operator', typing: true });
    await until(typing);
    await say(message(3, 'Yes'));
    await until(() => !typing());
    const read = () => tab.all('.row.own.read').length;
    assert.equal(read(), 0);
    await say({ event: 'seen', conversation: 1, author: 'operator', number: 1 });
    await until(read);
});

test('what is delivered and not read is told by a poll', async () => {
    const tab = await talking();

    await browser.gateway.say('hello', HELLO);
    tab.key('Escape');
    const before = polls();
    messages.push({ author: 'operator', text: 'Still there?' });
    await say(message(3, 'Still there?'));
    await until(() => polls() > before);
    assert.equal(browser.of('poll').at(-1).query.after, '3');
});

test('degraded is said, and taken back with the hello that follows', async () => {
    const tab = await talking();
    const text = () => tab.find('.status').textContent;

    await browser.gateway.say('hello', HELLO);
    browser.answers.poll = () => new Promise(() => {});
    await say({ event: 'degraded', degraded: true });
    await until(() => text() !== '');
    await browser.gateway.say('hello', HELLO);
    await until(() => text() === '');
});

test('G8 a saved change is pushed to an open window', async () => {
    const tab = await talking({ settings: ({ query }) => ({ version: Number(query.version), header: { en: `Version ${query.version}` } }) });

    await browser.gateway.say('hello', HELLO);
    await say({ event: 'settings', version: 7 });
    await until(() => tab.find('h2').textContent === 'Version 7');
});

test('a nudge has the entry asked', async () => {
    await talking();
    await browser.gateway.say('hello', HELLO);
    const before = polls();
    await say({ event: 'nudge' });
    await until(() => polls() > before);
});

test('a gateway that is none leaves everything as it is without', async () => {
    browser = new Browser({ current: () => ({ conversation: 1 }), poll: () => null });
    browser.gateway.answer = () => reply(404);
    const tab = await browser.open(GATEWAY);

    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => polls() > 2);
    assert.equal(browser.gateway.links.length, 1);
    assert.equal(browser.session.getItem('onlinechat:visitor:/entry.php:1:stream') === null, false, 'the next page knows');
});

test('without a conversation there is no stream; the first message begins one', async () => {
    browser = new Browser({ start: () => placed(), poll: ({ query }) => (query.after === '1' ? null : update(range([{ author: 'visitor', text: 'Hello' }]))) });
    const tab = await browser.open(GATEWAY);

    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => !tab.find('.composer').hidden);
    assert.equal(browser.gateway.links.length, 0);
    tab.write('Hello');
    tab.key('Enter');
    await until(() => browser.gateway.links.length === 1);
});

test('the status comes from the gateway; the entry is asked where it cannot say, and where the page matters', async () => {
    const status = { mode: 'chat', degraded: false, settings: 1, delay: 60000, opens: 0 };

    browser = new Browser({ 'pushed status': () => status });
    const first = await browser.open(GATEWAY);
    await until(() => !first.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['pushed status', 'settings']);
    assert.deepEqual(browser.asked[0].query, { shop: '1' });
    assert.equal(browser.asked[0].ticket, undefined);
    assert.equal(browser.session.length, 0);
    browser.close();

    browser = new Browser({ 'pushed status': () => null });
    const second = await browser.open(GATEWAY);
    await until(() => !second.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['pushed status', 'status', 'settings']);
    assert.equal(browser.session.length, 0, 'it may know with the next page');
    browser.close();

    browser = new Browser({ 'pushed status': () => new Response('', { status: 404 }) });
    for (const expected of [['pushed status', 'status', 'settings'], ['status', 'settings']]) {
        browser.asked = [];
        const tab = await browser.open(GATEWAY);
        await until(() => !tab.widget.hidden);
        assert.deepEqual(browser.asked.map(({ action }) => action), expected);
        tab.leave();
    }

    browser = new Browser();
    const settings = { version: 1, by_path: true };
    const hidden = await browser.open({ config: { gateway: '/onlinechat/', settings } });
    await until(() => !hidden.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['status']);
});
