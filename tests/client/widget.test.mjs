import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Browser, talk, until } from './page.mjs';

let browser;

afterEach(() => browser.close());

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
