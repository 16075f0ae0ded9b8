import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { reply } from './fakes.mjs';
import { Browser, placed, range, until, update } from './page.mjs';

let browser;

afterEach(() => browser.close());

/** A conversation the entry holds; polls bring what the tab does not have. */
function talk(messages, more = {}) {
    return {
        current: () => ({ conversation: 1 }),
        poll: ({ query }) => (Number(query.after) < messages.length || Number(query.revision) < (more.revision ?? messages.length)
            ? update(range(messages, Number(query.after), more)) : null),
        ...more.answers,
    };
}

test('asks only the public status and stores nothing before it is opened', async () => {
    browser = new Browser();
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['status', 'settings']);
    assert.ok(browser.asked.every(({ ticket }) => ticket === undefined));
    assert.equal(browser.storage.length, 0);
    assert.equal(tab.find('.launcher').getAttribute('aria-expanded'), 'false');
    assert.equal(tab.find('.window'), null, 'the window’s script is not loaded');
    assert.deepEqual(tab.scripts, []);
});

test('opening asks what is true now, and an open window asks again before a closed one would', async () => {
    browser = new Browser();
    let mode = 'form';
    const { status } = browser.answers;
    browser.answers.status = () => ({ ...status(), mode, delay: 60000 });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    const { setTimeout } = tab.window;
    const waits = [];
    tab.window.setTimeout = (work, ms) => waits.push(ms) && setTimeout(work, ms);
    mode = 'chat';
    await tab.open();
    await until(() => browser.of('status').length === 2);
    await until(() => tab.find('textarea') && !tab.find('.composer').hidden);
    await until(() => waits.includes(15000));
});

test('settings the page brings are not asked for; others are, once', async () => {
    const inline = { version: 1, header: { en: 'From the page' } };
    browser = new Browser();
    const same = await browser.open({ config: { settings: inline } });
    await until(() => !same.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['status']);
    await same.open();
    assert.equal(same.find('h2').textContent, 'From the page');
    browser.close();

    browser = new Browser();
    const stale = await browser.open({ config: { settings: { ...inline, version: 9 } } });
    await until(() => !stale.widget.hidden);
    assert.deepEqual(browser.asked.map(({ action }) => action), ['status', 'settings']);
    await stale.open();
    assert.equal(stale.find('h2').textContent, 'Ask us');
});

test('a page of an older version says no address: the window’s script is looked for beside its own', async () => {
    browser = new Browser();
    const tab = await browser.open({ config: { window: undefined }, src: 'https://media.example/js/widget.js?v=1' });
    await until(() => !tab.widget.hidden);
    await tab.open();
    assert.deepEqual(tab.scripts, ['https://media.example/js/window.js?v=1']);
});

test('a window’s script that cannot be loaded is said, and tried again', async () => {
    browser = new Browser();
    browser.broken = true;
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    tab.find('.launcher').click();
    await until(() => /could not be loaded/.test(tab.find('.note').textContent));
    browser.broken = false;
    await tab.open();
    assert.equal(tab.find('.note').textContent, '');
    assert.equal(tab.scripts.length, 2);
});

test('a chat that runs goes on without a click', async () => {
    browser = new Browser(talk([{ author: 'visitor', text: 'Hello' }]));
    browser.storage.setItem('onlinechat:visitor:/entry.php:1:conversation', '1');
    const tab = await browser.open();
    await until(() => browser.of('poll').length);
    assert.equal(tab.find('.window').hidden, true);
});

test('shows nothing where the shop offers nothing', async () => {
    browser = new Browser({ status: () => ({ mode: 'none', degraded: false, settings: 1, delay: 60000 }) });
    const tab = await browser.open();
    await until(() => browser.of('status').length);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(tab.widget.hidden, true);
    assert.equal(browser.of('settings').length, 0);
});

test('nobody here and a form wanted: the contact form, no chat', async () => {
    browser = new Browser({ status: () => ({ mode: 'form', degraded: false, settings: 1, delay: 60000 }) });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    assert.equal(tab.find('.form').hidden, false);
    assert.equal(tab.find('.composer').hidden, true);
    assert.equal(tab.find('h2').textContent, 'Leave us a message');
});

test('issue 5.10 a message that was left has the mail sent once; that it fails is nobody’s trouble', async () => {
    browser = new Browser({
        status: () => ({ mode: 'form', degraded: false, settings: 1, delay: 60000 }),
        message: () => ({}),
        deliver: () => new Response('', { status: 500 }),
    });
    const tab = await browser.open({ config: { mail: '/index.php?controller=mail&action=deliver' } });
    const type = (name, value) => {
        const input = tab.find(`.form [name=${name}]`);
        input.value = value;
        input.dispatchEvent(new tab.window.Event('input', { bubbles: true }));
    };
    await until(() => !tab.widget.hidden);
    await tab.open();
    tab.all('.form input, .form textarea').filter(({ name, required }) => name && required && name !== 'email').forEach(({ name }) => type(name, 'A text'));
    type('email', 'jane@shop.example');
    tab.find('.form form').dispatchEvent(new tab.window.Event('submit', { cancelable: true }));
    await until(() => browser.of('deliver')[0]?.answered);
    await until(() => /Thank you/.test(tab.find('.thanks').textContent));
    assert.equal(browser.of('message').length, 1);
    assert.equal(browser.of('deliver').length, 1);
});

test('opens with the log ready, writes, and Escape minimises and gives the focus back', async () => {
    browser = new Browser();
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    const log = tab.find('[role=log]');
    assert.equal(log.getAttribute('aria-label'), 'Messages');
    assert.deepEqual(tab.texts(), []);
    assert.equal(tab.find('[role=dialog]').getAttribute('aria-labelledby'), tab.find('h2').id);
    assert.equal(tab.widget.shadowRoot.activeElement, tab.find('textarea'));
    tab.key('Escape');
    assert.equal(tab.find('.window').hidden, true);
    assert.equal(tab.widget.shadowRoot.activeElement, tab.find('.launcher'));
    assert.equal(tab.find('.launcher').getAttribute('aria-expanded'), 'false');
});

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

test('days stand between the messages, named in the page’s language', async () => {
    const day = 86_400_000;
    const noon = new Date().setHours(12, 0, 0, 0);
    const at = [noon - 400 * day, noon - day, noon - day + 1000, noon];
    browser = new Browser(talk(at.map((time) => ({ author: 'visitor', text: 'x', at: time }))));
    const tab = await browser.open({ config: { language: 'fr' } });
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts().length === 4);
    const days = tab.all('.day').map(({ textContent }) => textContent);
    assert.equal(days.length, 3);
    assert.match(days[0], new RegExp(String(new Date(at[0]).getFullYear())));
    assert.deepEqual(days.slice(1), ['Hier', 'Aujourd’hui']);
});

test('the page that is looked at is told once, without what is secret in its address, and never before the chat is opened', async () => {
    browser = new Browser({ visit: () => null });
    const tab = await browser.open({ path: '/order?id=7&token=abc&reset_email=x' });
    await until(() => !tab.widget.hidden);
    assert.equal(browser.of('visit').length, 0);
    await tab.open();
    await until(() => browser.of('visit').length === 1);
    assert.deepEqual(browser.of('visit')[0].body, { url: '/order?id=7', title: 'Shop' });
    tab.find('.minimise').click();
    await tab.open();
    assert.equal(browser.of('visit').length, 1);
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

test('text is data', async () => {
    const text = '<img src=x onerror="window.hit=1"><b>bold</b>';
    browser = new Browser(talk([{ author: 'operator', name: '<i>Anna</i>', text }], { operatorName: '<i>Anna</i>' }));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts()[0] === text);
    assert.equal(tab.find('.bubble').children.length, 0);
    assert.equal(tab.find('.name').textContent, '<i>Anna</i>');
    assert.equal(tab.window.hit, undefined);
});

test('unread messages are counted in the launcher\'s name and the title, until they are seen', async () => {
    const messages = [{ author: 'visitor', text: 'Hello' }];
    browser = new Browser(talk(messages));
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.texts().length === 1);
    tab.find('.minimise').click();
    messages.push({ author: 'operator', name: 'Anna', text: 'Good day' });
    await until(() => tab.find('.launcher').getAttribute('aria-label') === 'Open the chat, 1 unread message');
    assert.equal(tab.document.title, '(1) Shop');
    await tab.open();
    await until(() => tab.document.title === 'Shop');
    await until(() => browser.of('seen').some(({ body }) => body.number === 2));
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
    await until(() => /cannot be reached/.test(tab.find('.status').textContent), 6000);
    mode = 'well';
    await until(() => tab.find('.status').textContent === '', 6000);
});

test('speaks French where the page does', async () => {
    browser = new Browser({ settings: () => ({ version: 1, header: { en: 'Ask us', fr: 'Une question ?' } }) });
    const tab = await browser.open({ config: { language: 'fr-ca' } });
    await until(() => !tab.widget.hidden);
    await tab.open();
    assert.equal(tab.find('h2').textContent, 'Une question ?');
    assert.equal(tab.find('textarea').getAttribute('aria-label'), 'Votre message');
});

test('the owner\'s colours are taken, anything else is not', async () => {
    browser = new Browser({
        settings: () => ({ version: 1, colours: { header_background: '#123456', header_text: 'red;} *{display:none' } }),
    });
    const tab = await browser.open();
    await until(() => !tab.widget.hidden);
    const css = await until(() => tab.all('style').map((sheet) => sheet.textContent).find((text) => text.includes('#123456')));
    assert.equal(css, ':host{--header-background:#123456;}');
});

test('behind a closed entry the button is there without a status; the front controller is polled slowly', async () => {
    const closed = new Response('<h1>Forbidden</h1>', { status: 403, headers: { 'Content-Type': 'text/html' } });
    const config = { fallback: '/index.php?controller=entry', settings: { version: 1 } };
    browser = new Browser(talk([{ author: 'visitor', text: 'Hello' }]));
    const { status } = browser.answers;
    browser.answers.status = ({ path }) => (path === '/entry.php' ? closed.clone() : status());
    const first = await browser.open({ config });
    await until(() => !first.widget.hidden);
    assert.deepEqual(browser.of('status').map(({ path }) => path), ['/entry.php', '/index.php']);
    first.leave();

    const second = await browser.open({ config });
    await until(() => !second.widget.hidden);
    assert.equal(browser.of('status').length, 2);
    const { setTimeout } = second.window;
    const waits = [];
    second.window.setTimeout = (work, ms) => waits.push(ms) && setTimeout(work, ms);
    await second.open();
    // one after the status of an open window, one after a poll that allows one in a second
    await until(() => browser.of('poll').length === 1 && waits.filter((ms) => ms === 15000).length === 2);
    assert.equal(browser.of('poll')[0].path, '/index.php');
    assert.equal(browser.of('status').length, 3, 'who opens it wants to know');
});
