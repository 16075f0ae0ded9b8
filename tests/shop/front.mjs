import assert from 'node:assert/strict';
import { newKey } from '../../client/src/shared/key.js';
import { until } from '../browser/lib/wait.mjs';
import { withMail } from './lib/mail.mjs';
import { SettingsForm, withSettings } from './lib/settings.mjs';
import { query } from './lib/shop.mjs';

const HARD = 'I <3 you\n(?<=a)b 😀 <b>&amp;</b>';
const DEFAULT = { header_background: '#0f4c5c', visitor_background: '#0f4c5c', form_header_background: '#0f4c5c' };

async function languages(shop) {
    const rows = await query(shop, 'SELECT id_lang, iso_code FROM PREFIX_lang');

    return Object.fromEntries(rows.map(({ id_lang: id, iso_code: iso }) => [iso, id]));
}

const colour = (locator) => locator.evaluate((one) => getComputedStyle(one).backgroundColor);

export const tests = [
    {
        name: 'the shop’s pages count the address that the owner’s proxies name, whatever a visitor writes left of it',
        async run(stage) {
            const { consent } = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(await (await fetch(`${stage.url}/`)).text())[1]);
            const address = consent ?? '/index.php?fc=module&module=onlinechat&controller=consent';
            const asked = async (forwarded) => (await fetch(stage.url + address, {
                method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded },
            })).status;
            const own = `2001:db8:${Math.floor(Math.random() * 65535).toString(16)}`;
            const store = (value) => query(stage.shop, `UPDATE PREFIX_configuration SET value = '${value}' WHERE name = 'ONLINECHAT_PROXIES'`);

            await store('["127.0.0.1"]');
            try {
                const answers = [];

                for (let i = 1; i <= 40 && !answers.includes(429); i++) {
                    answers.push(await asked(`198.51.100.${i}, ${own}:1::${i}`));
                }
                assert.ok(answers.includes(429), `one network is one address: ${answers}`);
                assert.notEqual(await asked(`198.51.100.1, ${own}:2::1`), 429);
            } finally {
                await store('[]');
            }
        },
    },
    {
        name: 'G7 G8 header, welcome and colours as the owner typed them, in a language without a text the default language’s',
        async run(stage) {
            const { en } = await languages(stage.shop);
            const values = { [`header[${en}]`]: 'Ask <us>', [`welcome[${en}]`]: HARD, header_background: '#7a1f4b', visitor_background: '#145214' };
            const usual = { [`header[${en}]`]: '', [`welcome[${en}]`]: '', ...DEFAULT };

            await withSettings(stage, values, { ...usual, form_header_background: '#0f4c5c' }, async () => {
                await stage.operator();
                for (const path of ['/', '/fr/']) {
                    const visitor = await stage.visitor({ path });

                    await visitor.open();
                    await until(async () => await visitor.widget.locator('h2#title').textContent() === 'Ask <us>', 'the header’s text');
                    assert.equal(await visitor.widget.locator('.welcome').textContent(), HARD);
                    assert.equal(await colour(visitor.widget.locator('.header')), 'rgb(122, 31, 75)');
                    await visitor.say('Hello');
                    assert.equal(await colour(visitor.message('Hello')), 'rgb(20, 82, 20)');
                    await visitor.end();
                }
            });
        },
    },
    {
        name: 'G8 a saved change reaches an open conversation within a minute, without a reload',
        async run(stage) {
            const { en } = await languages(stage.shop);
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Do I see it change?');
            await operator.arrived('Guest');
            await withSettings(stage, { [`header[${en}]`]: 'Changed meanwhile', header_background: '#333333' }, { [`header[${en}]`]: '', ...DEFAULT }, async () => {
                await until(async () => await visitor.widget.locator('h2#title').textContent() === 'Changed meanwhile', 'the new header', 70000);
                assert.equal(await colour(visitor.widget.locator('.header')), 'rgb(51, 51, 51)');
                await visitor.sees('Do I see it change?');
            });
        },
    },
    {
        name: 'G3 the name stands under the operator’s messages, and stays with each when it is changed',
        async run(stage) {
            await withSettings(stage, { operator_name: 'The potters' }, { operator_name: '' }, async (owner) => {
                const operator = await stage.operator();
                const visitor = await stage.visitor();
                const names = () => visitor.widget.locator('.row.other .name').allTextContents();

                await visitor.open();
                await visitor.say('Hello');
                const room = await operator.arrived('Guest');
                await room.say('Good day');
                await visitor.sees('Hello', 'Good day');
                const [first] = await names();
                assert.match(first, /The potters/);
                await (await owner.open()).save({ operator_name: 'The weavers' });
                await operator.visit('onlinechat/configuration');
                await operator.ready();
                await visitor.say('Still there?');
                await (await operator.open('Guest')).say('Yes');
                await visitor.sees('Hello', 'Good day', 'Still there?', 'Yes');
                assert.equal((await names())[0], first);
            });
        },
    },
    {
        name: 'G10 G20 the form has its own header, welcome and colours and just the fields asked for; required ones are asked in the browser and on the server',
        async run(stage) {
            const { en } = await languages(stage.shop);
            const usual = {
                [`form_header[${en}]`]: '', [`form_welcome[${en}]`]: '', ...DEFAULT, 'ask[first_name]': true, 'ask[last_name]': true, 'require[phone]': false,
            };

            await withSettings(stage, {
                [`form_header[${en}]`]: 'Write to us', [`form_welcome[${en}]`]: HARD, form_header_background: '#145214',
                'ask[first_name]': false, 'ask[last_name]': false, 'ask[phone]': true, 'require[phone]': true,
            }, usual, async () => {
                const visitor = await stage.visitor();
                const { widget } = visitor;

                await visitor.open();
                await until(async () => await widget.locator('h2#title').textContent() === 'Write to us', 'the form’s header');
                assert.equal(await widget.locator('.intro').textContent(), HARD);
                assert.equal(await colour(widget.locator('.header')), 'rgb(20, 82, 20)');
                assert.deepEqual(await widget.locator('.field :is(input, textarea)').evaluateAll((all) => all.map(({ name, required, autocomplete }) => [name, required, autocomplete])),
                    [['email', true, 'email'], ['phone', true, 'tel'], ['message', true, 'off']]);
                await widget.locator('#form-message').fill('Hello');
                await widget.locator('#form-email').fill('g20@chat-test.example');
                await widget.locator('.form .primary').click();
                await until(async () => await widget.locator('#form-phone-error').textContent() !== '', 'the browser asks for it');
                const { status, code, field } = await visitor.page.evaluate(async (key) => {
                    const { entry } = JSON.parse(document.querySelector('#onlinechat-config').textContent);
                    const response = await fetch(`${entry}&action=message`, {
                        method: 'POST', headers: { 'Content-Type': 'application/json' },
                        body: JSON.stringify({ key, fields: { email: 'g20@chat-test.example', message: 'Past the form' }, language: 'en', started: Date.now() - 5000, url: '' }),
                    });

                    return { status: response.status, ...await response.json() };
                }, newKey());
                assert.deepEqual([status, code, field.split('.').pop()], [422, 'blank', 'phone']);
            });
        },
    },
    {
        name: 'issue 6.9 a word of the widget that the shop changed in its translations is on its pages with the next save',
        async run(stage) {
            const { en } = await languages(stage.shop);
            const row = `id_lang = ${en} AND domain = 'ModulesOnlinechatShop'`;

            await query(stage.shop, `INSERT INTO PREFIX_translation (id_lang, \`key\`, translation, domain, theme) VALUES (${en}, 'Your message', 'Tell us <all>', 'ModulesOnlinechatShop', NULL)`);
            try {
                await withSettings(stage, { operator_name: 'Somebody' }, { operator_name: '' }, async () => {
                    await stage.operator();
                    const visitor = await stage.visitor();

                    await visitor.open();
                    assert.equal(await visitor.text.getAttribute('placeholder'), 'Tell us <all>');
                });
            } finally {
                await query(stage.shop, `DELETE FROM PREFIX_translation WHERE ${row}`);
                await (await new SettingsForm(await stage.operator({ online: false })).open()).save({ operator_name: '' });
            }
        },
    },
    {
        name: '"Send me this conversation": to the customer’s own address only, with what both said, and nobody else’s',
        async run(stage) {
            const { cleo, dan } = stage.shop.customers;
            const owner = new SettingsForm(await stage.operator({ online: false }));
            const on = async (transcript) => (await owner.open()).save({ transcript });
            const ask = (visitor, more = {}) => visitor.page.evaluate(async (given) => {
                const config = JSON.parse(document.querySelector('#onlinechat-config').textContent);
                const kept = (what) => JSON.parse(Object.entries(localStorage).find(([name]) => name.endsWith(`:${what}`))?.[1] ?? 'null');
                const response = await fetch(config.transcript, {
                    method: 'POST', headers: { 'Content-Type': 'application/json', 'Onlinechat-Ticket': kept('ticket').ticket },
                    body: JSON.stringify({ conversation: kept('conversation'), ...given }),
                });

                return { status: response.status, conversation: kept('conversation'), ...response.status === 204 ? {} : await response.json() };
            }, more);

            await withMail(stage.shop, async (mails) => {
                const operator = await stage.operator();
                const visitor = await stage.visitor({ customer: cleo });

                await visitor.open();
                await visitor.say('Is <b>blue</b> 😀 there?');
                await (await operator.arrived('Cleo Buyer')).say('{shop_name} has it. שלום');
                await visitor.sees('Is <b>blue</b> 😀 there?', '{shop_name} has it. שלום');
                await on(false);
                assert.equal((await ask(visitor)).code, 'not-allowed', 'where the owner does not offer it');
                await on(true);
                const asked = await ask(visitor, { to: 'other@chat-test.example' });
                assert.equal(asked.status, 204, JSON.stringify(asked));
                const mail = await until(() => mails[0], 'the mail has arrived');
                assert.deepEqual(mail.to, [cleo.email]);
                assert.ok(mail.plain.includes('Is <b>blue</b> 😀 there?') && mail.plain.replaceAll('\u2060', '').includes('{shop_name} has it. שלום'));
                assert.ok(mail.html.includes('&lt;b&gt;blue') && !mail.html.includes('<b>blue'));

                const other = await stage.visitor({ customer: dan });
                await other.open();
                await other.say('Mine');
                const foreign = await ask(other, { conversation: asked.conversation });
                assert.equal(foreign.code, 'not-allowed');
                assert.doesNotMatch(foreign.detail, /signed-in customers/, 'refused as somebody else’s, not as a whole');
                const guest = await stage.visitor();
                await guest.open();
                await guest.say('A guest’s');
                assert.equal((await ask(guest)).code, 'not-allowed');
                for (let tries = 0; tries < 6; tries++) {
                    await ask(visitor);
                }
                assert.equal((await ask(visitor)).code, 'rate-limited');
            }).finally(() => on(false));
        },
    },
];
