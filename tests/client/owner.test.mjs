import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { offered } from '../../client/src/widget/offer.js';
import { pathOf } from '../../client/src/widget/path.js';
import { openingText } from '../../client/src/window/opening.js';
import { reply } from './fakes.mjs';
import { Browser, placed, range, until, update } from './page.mjs';

let browser;

afterEach(() => browser?.close());

const settings = (values) => () => ({ version: 1, ...values });
const status = (more) => () => ({ mode: 'chat', degraded: false, settings: 1, delay: 60000, ...more });

async function opened(answers, options) {
    browser = new Browser(answers);
    const tab = await browser.open(options);

    await until(() => !tab.widget.hidden);
    await tab.open();

    return tab;
}

function type(tab, name, value) {
    const input = tab.find(`.form [name=${name}]`);

    input.value = value;
    input.dispatchEvent(new tab.window.Event('input', { bubbles: true }));
}

const submit = (tab) => tab.find('.form form').dispatchEvent(new tab.window.Event('submit', { cancelable: true }));

test('G7 header and welcome in the page’s language; one that lacks is the shop’s first', async () => {
    const texts = { header: { en: 'Ask us', fr: 'Une question ?' }, welcome: { en: 'I <3 you,\nreally' } };
    const french = await opened({ settings: settings(texts) }, { config: { language: 'fr' } });

    assert.equal(french.find('h2').textContent, 'Une question ?');
    assert.equal(french.find('.welcome').textContent, 'I <3 you,\nreally');
    assert.equal(french.find('.log').firstElementChild, french.find('.welcome'), 'above the first message');
});

test('words and dates go by the locale, the owner’s texts by PrestaShop’s own code of the language', async () => {
    const texts = { header: { en: 'Ask us', qc: 'Une question ?' }, words: { qc: { send: 'Envoyer, là' } } };
    const tab = await opened({ settings: settings(texts) }, { config: { language: 'qc', locale: 'fr-CA' } });

    assert.equal(tab.find('h2').textContent, 'Une question ?');
    assert.equal(tab.find('.composer textarea').getAttribute('aria-label'), 'Votre message');
    assert.equal(tab.find('.composer .send').getAttribute('aria-label'), 'Envoyer, là');
});

test('G8 a saved change reaches a closed widget with the next status and an open window with the next poll', async () => {
    const values = { version: 1, header: { en: 'Before' }, colours: { header_background: '#111111' } };
    const messages = [{ author: 'visitor', text: 'Hello' }];
    let version = 1;
    let quiet = false;
    browser = new Browser({
        current: () => ({ conversation: 1 }),
        status: () => ({ mode: 'chat', degraded: false, settings: version, delay: 1000 }),
        settings: ({ query }) => ({ ...values, version: Number(query.version) }),
        poll: ({ query }) => (Number(query.after) < 1 || version === 3 && !quiet ? update(range(messages, Number(query.after)), { settings: version }) : null),
    });
    const tab = await browser.open();
    const css = () => tab.all('style').map(({ textContent }) => textContent).find((text) => text.includes('--header-background:#'));

    await until(() => /#111111/.test(css() ?? ''));
    version = 2;
    values.colours.header_background = '#222222';
    await until(() => /#222222/.test(css()));
    await tab.open();
    await until(() => tab.texts().length === 1);
    assert.equal(tab.find('h2').textContent, 'Before');
    version = 3;
    Object.assign(values, { header: { en: 'After' }, colours: { header_background: '#333333' } });
    await until(() => tab.find('h2').textContent === 'After');
    assert.match(css(), /#333333/);
    quiet = true;
    version = browser.settings = 4;
    values.header = { en: 'Without any news' };
    await until(() => tab.find('h2').textContent === 'Without any news');
});

test('G8 position: numbers only become CSS, the side a class', async () => {
    browser = new Browser({ settings: settings({ position: { side: 'left', inline: 40, block: '1px;}', z_index: 99 } }) });
    const tab = await browser.open();

    await until(() => tab.widget.classList.contains('left'));
    assert.ok(tab.all('style').some(({ textContent }) => textContent === ':host{--inline:40px;--z:99;}'));
});

test('G10 the form has its own header, welcome and colours, and just the fields asked for', async () => {
    const tab = await opened({
        status: status({ mode: 'form' }),
        settings: settings({
            header: { en: 'Chat' }, form_header: { en: 'Write to us' }, form_welcome: { en: 'We read every line.' },
            colours: { form_header_background: '#123456' }, form: { ask: ['email', 'message'], require: ['message'] },
        }),
    });

    assert.equal(tab.find('h2').textContent, 'Write to us');
    assert.equal(tab.find('.intro').textContent, 'We read every line.');
    assert.deepEqual(tab.all('.field :is(input, textarea)').map(({ name, required }) => [name, required]), [['email', false], ['message', true]]);
    assert.ok(tab.find('.window').classList.contains('asking'));
    assert.ok(tab.all('style').some(({ textContent }) => textContent.includes('--form-header-background:#123456')));
});

test('G20 what is required and lacks, or is no address, is not sent, and the first such field has the focus', async () => {
    const tab = await opened({ status: status({ mode: 'form' }), message: () => ({ id: 1 }) });

    assert.deepEqual(tab.all('.field :is(input, textarea)').map(({ autocomplete }) => autocomplete), ['given-name', 'family-name', 'email', 'tel', 'off']);
    type(tab, 'email', 'not an address');
    submit(tab);
    assert.equal(tab.widget.shadowRoot.activeElement.name, 'email');
    assert.match(tab.find('#form-email-error').textContent, /complete email address/);
    assert.equal(tab.find('#form-message').getAttribute('aria-invalid'), 'true');
    type(tab, 'email', 'jane@shop.example');
    type(tab, 'phone', 'abc');
    type(tab, 'message', 'Hello');
    submit(tab);
    assert.equal(tab.widget.shadowRoot.activeElement.name, 'phone');
    assert.match(tab.find('#form-phone-error').textContent, /telephone number: digits/);
    type(tab, 'phone', '');
    submit(tab);
    await until(() => /Thank you/.test(tab.find('.thanks').textContent));
    assert.equal(browser.of('message').length, 1);
    const { fields, url, started } = browser.of('message')[0].body;
    assert.deepEqual(fields, { email: 'jane@shop.example', message: 'Hello' });
    assert.equal(url, '', 'what people do not see stays empty');
    assert.ok(Date.now() - started >= 2000, 'no sooner than the server takes it');
});

test('G20 what the server refuses stands at its field', async () => {
    const tab = await opened({
        status: status({ mode: 'form' }),
        settings: settings({ form: { ask: ['phone', 'message'], require: ['message'] } }),
        message: () => reply(422, { code: 'invalid', field: 'fields.phone', detail: 'phone: digits' }),
    });

    type(tab, 'phone', 'abc');
    type(tab, 'message', 'Hello');
    submit(tab);
    await until(() => tab.find('#form-phone-error').textContent !== '');
    assert.equal(tab.find('#form-message').value, 'Hello', 'nothing typed is lost');
});

const CONSENT = { consent: { form: { en: [{ text: 'I agree to the ' }, { text: 'terms', url: '/terms' }, { text: '.' }] } } };

test('consent: the form is not sent before the box is ticked, and says so to the server and the shop', async () => {
    const tab = await opened({
        status: status({ mode: 'form' }), settings: settings({ ...CONSENT, form: { ask: ['message'], require: [] } }), message: () => ({ id: 1 }), agreed: () => null,
    }, { config: { consent: '/index.php?controller=consent&action=agreed' } });
    const box = tab.find('.form .terms input');

    type(tab, 'message', 'Hello');
    submit(tab);
    assert.equal(tab.widget.shadowRoot.activeElement, box);
    assert.match(tab.find('#form-consent-error').textContent, /tick the box/);
    assert.equal(tab.find('.form .terms a').href, 'https://shop.example/terms');
    box.click();
    submit(tab);
    await until(() => browser.of('agreed').length === 1);
    assert.equal(browser.of('message')[0].body.consent, true);
    assert.equal(box.checked, false, 'the next message is agreed to again');
});

test('consent: nothing is sent into the chat before it, and only the first message of a conversation asks', async () => {
    const tab = await opened({ settings: settings(CONSENT), start: () => placed(), agreed: () => null },
        { config: { consent: '/index.php?controller=consent&action=agreed' } });

    await until(() => tab.find('.window > .terms') && !tab.find('.window > .terms').hidden);
    tab.write('Hello');
    tab.key('Enter');
    assert.equal(tab.find('.composer textarea').value, 'Hello');
    assert.equal(tab.widget.shadowRoot.activeElement, tab.find('.window > .terms input'));
    tab.find('.window > .terms input').click();
    tab.key('Enter');
    await until(() => browser.of('start').length === 1 && browser.of('agreed').length === 1);
    assert.equal(browser.of('start')[0].body.consent, true);
    await until(() => tab.find('.window > .terms').hidden);
});

test('consent that this page knew nothing of: refused, told, asked for, and tried again with it', async () => {
    let asked = false;
    const tab = await opened({
        status: () => ({ mode: 'chat', degraded: false, settings: asked ? 2 : 1, delay: 60000 }),
        settings: ({ query }) => ({ version: Number(query.version), ...query.version === '2' ? CONSENT : {} }),
        start: ({ body }) => {
            asked = true;
            return body.consent ? placed() : reply(422, { code: 'consent', field: 'consent' });
        },
    });

    tab.write('Hello');
    tab.key('Enter');
    await until(() => /Not sent/.test(tab.states()[0]) && !tab.find('.window > .terms').hidden);
    assert.match(tab.find('.status').textContent, /tick the box/);
    tab.find('.window > .terms input').click();
    tab.all('.row .link')[0].click();
    await until(() => tab.states()[0] === 'Sent');
});

test('privacy text and link stand in the form and before the first message; an address that is no page is no link', async () => {
    const values = { privacy: { en: 'We keep this for a year.' }, privacy_url: { en: '/content/2-legal' } };
    const tab = await opened({ settings: settings(values) });

    assert.match(tab.find('.window > .terms').textContent, /We keep this for a year\. Privacy policy/);
    assert.equal(tab.find('.window > .terms a').href, 'https://shop.example/content/2-legal');
    assert.equal(tab.find('.window > .terms label').hidden, true);
    browser.close();
    const other = await opened({ settings: settings({ ...values, privacy_url: 'javascript:alert(1)' }) });
    assert.equal(other.find('.window > .terms a'), null);
});

test('"Send me this conversation": a signed-in customer only, to the shop’s page under the ticket', async () => {
    const answers = {
        current: () => ({ conversation: 1 }), settings: settings({ transcript: true }), copy: () => ({ sent: true }),
        poll: ({ query }) => (Number(query.after) < 1 ? update(range([{ author: 'operator', text: 'Hi' }], Number(query.after))) : null),
    };
    const config = { transcript: '/index.php?controller=transcript&action=copy' };
    const guest = await opened(answers, { config });

    await until(() => guest.texts().length === 1);
    assert.equal(guest.find('.copy').hidden, true);
    browser.close();
    browser = new Browser(answers);
    browser.person = 'c.7';
    const tab = await browser.open({ config });
    await until(() => !tab.widget.hidden);
    await tab.open();
    await until(() => tab.find('.copy').hidden === false);
    tab.find('.copy').click();
    await until(() => /Sent to your email/.test(tab.find('.notices').textContent));
    assert.deepEqual(browser.of('copy')[0].body, { conversation: 1 });
    assert.match(browser.of('copy')[0].ticket, /\.c\.7\./);
    answers.copy = () => reply(429, { code: 'rate-limited', retry_after: 1000 });
    browser.answers.copy = answers.copy;
    tab.find('.copy').click();
    await until(() => /often enough/.test(tab.find('.notices').textContent));
});

test('whom the chat is offered: customers, or groups, by the cookie; nobody else sees anything', async () => {
    assert.equal(offered(undefined, ''), true);
    assert.equal(offered({ to: 'customers' }, ''), false);
    assert.equal(offered({ to: 'customers' }, '3~ab'), true);
    assert.equal(offered({ to: 'groups', groups: [4, 5] }, '3.5~ab'), true);
    assert.equal(offered({ to: 'groups', groups: [4, 5] }, '3.15~ab'), false);
    assert.equal(offered({ to: 'groups', groups: [3] }, '3'), false, 'without a signature it says nothing');

    browser = new Browser({ settings: settings({ offer: { to: 'customers' } }) });
    const tab = await browser.open();
    await until(() => browser.of('settings')[0]?.answered);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(tab.widget.hidden, true);
    const customer = await browser.open({ cookie: 'onlinechat_who_1=3~ab' });
    await until(() => !customer.widget.hidden);
});

test('pages on which it is hidden: the status is asked with the path only where there are patterns', async () => {
    browser = new Browser({ settings: settings({ by_path: true }) });
    const tab = await browser.open({ path: '/shop/fr/order?token=x', config: { base: '/shop/fr/', settings: { version: 1, by_path: true } } });

    await until(() => !tab.widget.hidden);
    assert.equal(browser.of('status')[0].query.path, '/order');
    browser.close();
    browser = new Browser({ settings: settings({ by_path: true }) });
    const cached = await browser.open({ path: '/order', config: { settings: { version: 9 } } });
    await until(() => browser.of('status').some(({ query }) => query.path === '/order'));
    assert.equal(browser.of('status')[0].query.path, undefined);
    await until(() => !cached.widget.hidden);

    const at = (pathname, search = '') => ({ pathname, search });
    assert.equal(pathOf(at('/shop/fr'), '/shop/fr/'), '/');
    assert.equal(pathOf(at('/elsewhere'), '/shop/'), '/elsewhere');
    assert.equal(pathOf(at('/index.php', '?controller=cart&token=secret')), '/index.php?controller=cart');
});

test('when the shop opens again is said in the form, and in the visitor’s own day', async () => {
    const words = (word, { time }) => `${word} ${time}`;
    const noon = new Date(2026, 10, 23, 12).getTime();

    assert.equal(openingText(0, 'en', words), '');
    assert.equal(openingText(noon - 1, 'en', words, noon), '');
    assert.equal(openingText(noon + 3600000, 'fr', words, noon), 'opens_at 13:00');
    assert.match(openingText(noon + 86400000, 'fr', words, noon), /^opens_on mardi 24 novembre à 12:00$/);
    const tab = await opened({ status: status({ mode: 'form', opens: Date.now() + 40 * 86400000 }) });
    assert.match(tab.find('.opens').textContent, /^We are back on /);
});

test('the shop’s own words replace those of the widget, wherever they stand', async () => {
    browser = new Browser({ settings: settings({ words: { en: { open: 'Talk to us', message: 'Say something', with: 'Here is {name}' } } }) });
    const tab = await browser.open();

    await until(() => tab.find('.launcher').getAttribute('aria-label') === 'Talk to us');
    await tab.open();
    assert.equal(tab.find('.composer textarea').placeholder, 'Say something');
    assert.equal(tab.find('.send').title, 'Send');
});

test('the owner’s picture stands in the header; one that cannot be loaded gives way', async () => {
    const tab = await opened({ settings: settings({ avatar: '/img/onlinechat.png' }) });

    assert.equal(tab.find('.avatar').hidden, false);
    assert.equal(tab.find('.avatar img').getAttribute('src'), '/img/onlinechat.png');
    tab.find('.avatar img').dispatchEvent(new tab.window.Event('error'));
    await until(() => tab.find('.avatar').hidden);
});
