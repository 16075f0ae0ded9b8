import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { reply } from './fakes.mjs';
import { Browser, placed, range, talk, until, update } from './page.mjs';

let browser;

afterEach(() => browser.close());

test('the first message holds a place, starts a conversation and is "sent" only when acknowledged', async () => {
    let finish;
    browser = new Browser({
        start: () => new Promise((resolve) => {
            finish = resolve;
        }),
    });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => browser.of('current').length);
    await until(() => tab.find('.status').textContent === '');
    tab.write('Hel');
    await until(() => browser.of('hold')[0]?.answered);
    await new Promise((resolve) => setTimeout(resolve));
    tab.write('Hello');
    tab.key('Enter');
    await until(() => finish);
    assert.deepEqual(tab.states(), ['Sending…']);
    assert.equal(tab.find('textarea').value, '');
    const { body } = browser.of('start')[0];
    assert.match(body.key, /^[0-9a-f]{32}$/);
    assert.equal(body.first, false, 'a place is held: the gate is not asked');
    assert.equal(browser.of('hold').length, 1);

    finish(placed());
    await until(() => tab.states()[0] === 'Sent');
    assert.deepEqual(tab.texts(), ['Hello']);
    await until(() => browser.of('poll').length);
    assert.equal(tab.find('.line').textContent, 'You are talking to Anna');
    assert.equal(tab.find('.end').hidden, false);
});

test('no place: the text stays, and trying again is a new write', async () => {
    const answers = [placed('full', { conversation: 0, number: 0, status: null, operatorName: null }), placed()];
    browser = new Browser({ start: () => answers.shift() });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    tab.write('Hello');
    tab.key('Enter');
    await until(() => tab.find('.problem.problem') && /Not sent/.test(tab.states()[0]));
    assert.match(tab.find('.status').textContent, /busy/);
    tab.find('.link').click();
    await until(() => tab.states()[0] === 'Sent');
    assert.notEqual(browser.of('start')[1].body.key, browser.of('start')[0].body.key);
});

test('in the queue the position is shown', async () => {
    browser = new Browser({
        start: () => placed('waiting', { status: 'waiting', operator: null, operatorName: null, position: 3 }),
    });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    tab.write('Hello');
    tab.key('Enter');
    await until(() => /Number 3/.test(tab.find('.status').textContent));
});

test('in the queue the estimate is shown, as far as it is known', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    const more = { status: 'waiting', operator: null, operatorName: null, position: 2, estimate: 0 };
    browser = new Browser(talk(messages, more));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.find('.status').textContent === 'Number 2 in the queue. You will be answered as soon as somebody is free.');
    Object.assign(more, { position: 1, estimate: 170_000, revision: 9 });
    await until(() => /^Number 1 in the queue\. About 3 minutes\./.test(tab.find('.status').textContent));
    Object.assign(more, { estimate: 40_000, revision: 10 });
    await until(() => /About one minute\./.test(tab.find('.status').textContent));
});

test('a blocked visitor is told politely, and nothing they wrote is lost', async () => {
    const blocked = () => reply(403, { code: 'blocked', until: Date.now() + 60000 });
    browser = new Browser({ hold: blocked, start: blocked });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => browser.of('visit').length);
    tab.write('Hello');
    await until(() => /cannot write to us/.test(tab.find('.status').textContent));
    tab.key('Enter');
    await until(() => /Not sent/.test(tab.states()[0]));
    assert.match(tab.find('.status').textContent, /cannot write to us/);
    assert.equal(tab.find('.instead').hidden, true);
});

test('delivered and read are told apart', async () => {
    const more = { deliveredToOther: null };
    browser = new Browser(talk([{ author: 'visitor', text: 'Hello' }], more));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.states()[0] === 'Sent');
    Object.assign(more, { deliveredToOther: 1, revision: 2 });
    await until(() => tab.states()[0] === 'Delivered');
    Object.assign(more, { readByOther: 1, revision: 3 });
    await until(() => tab.states()[0] === 'Read');
});

test('"the operator is away" and "is back" are told', async () => {
    const more = { operatorAway: true };
    browser = new Browser(talk([{ author: 'visitor', text: 'Hello' }], more));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.find('.status').textContent === 'Anna is away for a moment');
    Object.assign(more, { operatorAway: false, revision: 2 });
    await until(() => tab.find('.status').textContent === 'Anna is back');
});

test('a guest who signs in keeps the transcript if the conversation is theirs', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    browser = new Browser(talk(messages));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts().length === 1);
    const bubble = tab.find('.bubble');
    tab.write('a draft');
    browser.person = 'c.two';
    tab.document.cookie = 'onlinechat=another';
    await until(() => browser.of('poll').some(({ ticket }) => ticket.includes('.c.two.')));
    await until(() => browser.of('current').length === 2);
    assert.equal(tab.find('.bubble'), bubble, 'it was never off the screen');
    assert.equal(tab.find('textarea').value, 'a draft');
    assert.deepEqual(browser.of('ticket').at(-1).body, { ticket: browser.of('poll')[0].ticket });
});

test('a lost answer is "checking" and repeated with the same key', async () => {
    let tries = 0;
    browser = new Browser({
        start: () => {
            if (++tries === 1) {
                throw new TypeError('network');
            }
            return placed('assigned', { repeated: true });
        },
    });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    tab.write('Hello');
    tab.key('Enter');
    await until(() => /checking/.test(tab.states()[0]));
    await until(() => tab.states()[0] === 'Sent');
    const keys = browser.of('start').map(({ body }) => body.key);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.deepEqual(tab.texts(), ['Hello']);
});

test('a page left in the middle goes on in the next one with the same key', async () => {
    let tries = 0;
    browser = new Browser({ start: () => (++tries === 1 ? new Promise(() => {}) : placed()) });
    const before = await browser.open();
    await until(() => !before.widget.hidden);
    await before.open();
    before.write('Hello');
    before.key('Enter');
    await until(() => tries === 1);
    before.write('and a draft');
    before.leave();
    const after = await browser.open();
    await until(() => after.states()[0] === 'Sent');
    assert.equal(after.find('.window').hidden, false);
    assert.equal(after.find('textarea').value, 'and a draft');
    assert.equal(browser.of('start')[0].body.key, browser.of('start')[1].body.key);
});

test('what was there before is not announced, what comes is', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }, { author: 'operator', name: 'Anna', text: 'Good day' }];
    browser = new Browser(talk(messages));
    const tab = await browser.open();
    const live = [];
    new tab.window.MutationObserver((changes) => changes.filter(({ target }) => target === tab.find('.log'))
        .forEach(({ target }) => live.push(target.getAttribute('aria-live'))))
        .observe(tab.widget.shadowRoot, { childList: true, subtree: true });
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts().length === 2);
    assert.ok(live.length > 0 && live.every((value) => value === 'off'));
    live.length = 0;
    messages.push({ author: 'operator', name: 'Anna', text: 'Are you there?' });
    await until(() => tab.texts().length === 3);
    assert.ok(live.length > 0 && live.every((value) => value === 'polite'));
});

test('two tabs show the same, one polls and sends', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    const answers = talk(messages);
    answers.post = ({ body }) => {
        messages.push({ author: 'visitor', text: body.text });
        return { conversation: 1, number: messages.length, at: 5, status: 'ongoing', repeated: false, accepted: true, outcome: 'posted' };
    };
    browser = new Browser(answers);
    const one = await browser.open();
    await until(() => !one.widget.hidden);
    await one.open();
    await until(() => one.texts().length === 1);
    const two = await browser.open();
    await until(() => two.texts().length === 1);
    two.write('From the second');
    two.key('Enter');
    await until(() => one.texts()[1] === 'From the second' && two.texts()[1] === 'From the second');
    assert.equal(browser.of('post').length, 1);
    const before = browser.of('poll').length;
    await until(() => browser.of('poll').length === before + 2);
    assert.equal(new Set(browser.of('poll').slice(before).map(({ query }) => query.stream)).size, 1);
});

test('a ticket of somebody else takes everything off the screen', async () => {
    const messages = [{ author: 'operator', name: 'Anna', text: 'A secret of one' }];
    const answers = talk(messages);
    const { poll } = answers;
    answers.current = ({ ticket }) => ({ conversation: ticket.includes('.c.two.') ? null : 1 });
    answers.poll = (request) => (browser.person === 'c.two' ? reply(401, { code: 'ticket-revoked' }) : poll(request));
    browser = new Browser(answers);
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts().length === 1);
    browser.person = 'c.two';
    await until(() => tab.texts().length === 0);
    assert.equal(browser.storage.getItem('onlinechat:visitor:/entry.php:1:conversation'), null);
});

test('a finished conversation says so; ending asks first', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    const more = { answers: { end: () => placed('done', { status: 'finished' }) } };
    browser = new Browser(talk(messages, more));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.find('.end').hidden === false);
    tab.find('.end').click();
    assert.equal(tab.find('dialog').open, true);
    assert.equal(browser.of('end').length, 0);
    tab.find('.yes').click();
    await until(() => browser.of('end').length === 1 && !tab.find('dialog').open);
    more.status = 'finished';
    messages.push({ author: 'operator', name: 'Anna', text: 'Goodbye' });
    await until(() => /has ended/.test(tab.find('.status').textContent));
    assert.equal(tab.find('.end').hidden, true);
});

test('too long or blank is not sent; the counter shows near the limit', async () => {
    browser = new Browser({ start: () => placed() });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    tab.write(' \n ');
    assert.equal(tab.find('.send').disabled, true);
    tab.write(' \u200b\ufeff\n');
    assert.equal(tab.find('.send').disabled, true, 'nothing to see is nothing to send');
    tab.write('x'.repeat(3599));
    assert.equal(tab.find('.count').hidden, true);
    tab.write('🌿'.repeat(4000));
    assert.equal(tab.find('.send').disabled, false);
    assert.equal(tab.find('.count').textContent, '4000 of 4000 characters');
    tab.write('x'.repeat(4001));
    tab.key('Enter');
    assert.equal(tab.find('.send').disabled, true);
    assert.equal(tab.find('.count').textContent, '4001 of 4000 characters');
    assert.equal(tab.find('textarea').getAttribute('aria-invalid'), 'true');
    assert.equal(browser.of('start').length, 0);
});

test('slow and unreachable are told apart, and the window goes on', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    let mode = 'slow';
    const answers = talk(messages);
    answers.poll = () => {
        if (mode === 'down') {
            return reply(503, { code: 'unavailable', retry_after: 10 });
        }
        return update(range(messages, 0), { degraded: mode === 'slow' });
    };
    browser = new Browser(answers);
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => /little longer/.test(tab.find('.status').textContent));
    mode = 'down';
    await until(() => /cannot be reached/.test(tab.find('.status').textContent));
    mode = 'well';
    await until(() => tab.find('.status').textContent === '');
});
