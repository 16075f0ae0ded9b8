import assert from 'node:assert/strict';
import { newKey } from '../../client/src/shared/key.js';
import { until, visible } from '../browser/lib/wait.mjs';
import { leave as leaveIn } from './lib/archive.mjs';
import { historyOf } from './lib/history.mjs';
import { ask, configOf } from './lib/links.mjs';
import { OFF, withMail } from './lib/mail.mjs';
import { query, shops } from './lib/shop.mjs';

/** A message left in the shop, past the form. */
const leave = (visitor, fields) => visitor.page.evaluate(async ([key, values]) => {
    const { entry, language } = JSON.parse(document.querySelector('#onlinechat-config').textContent);
    const response = await fetch(`${entry}&action=message`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key, fields: values, language, started: Date.now() - 5000, url: '' }),
    });

    return { status: response.status, data: await response.json() };
}, [newKey(), fields]);

const states = (shop) => query(shop, "SELECT id, ELT(state, 'new', 'sent', 'failed', 'off') state, reason FROM PREFIX_onlinechat_mail ORDER BY id");
const send = (shop) => shops('console', shop.path, 'onlinechat:mail');
const NASTY = '<script>alert(1)</script> <b>&amp;</b> {shop_name} 😀 שלום " \' \\';

export const tests = [
    {
        name: 'G21 an offline message arrives with every field, From the shop, Reply-To the customer, and nothing typed becomes HTML',
        async run(stage) {
            const visitor = await stage.visitor();
            const long = `Line one\r\nBcc: other@chat-test.example\r\n\r\n${NASTY}\n`.padEnd(3990, 'ä') + ' the end';

            await withMail(stage.shop, async (mails) => {
                const left = await leave(visitor, {
                    first_name: NASTY, last_name: 'Ünïcode; "Quoted"', email: 'jane@chat-test.example', phone: '+33 1 <i>2</i>', message: long,
                });
                assert.equal(left.status, 200, JSON.stringify(left));
                await send(stage.shop);
                const mail = await until(() => mails[0], 'the mail has arrived');
                const [{ value: own }] = await query(stage.shop, "SELECT value FROM PREFIX_configuration WHERE name = 'PS_SHOP_EMAIL' LIMIT 1");

                assert.deepEqual(mail.to, [own]);
                assert.match(mail.headers.from, new RegExp(own.replace('.', '\\.')));
                assert.match(mail.headers['reply-to'], /<?jane@chat-test\.example>?$/);
                assert.equal(mail.headers.bcc, undefined);
                for (const typed of [NASTY, 'Ünïcode; "Quoted"', 'jane@chat-test.example', '+33 1 <i>2</i>', 'the end', 'Bcc: other@chat-test.example']) {
                    assert.ok(mail.plain.replaceAll('\u2060', '').includes(typed), `plain text has ${typed}`);
                }
                assert.doesNotMatch(mail.html, /<script|<b>|<i>2/);
                assert.ok(mail.html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
                assert.ok(mail.html.includes('&#123;shop_name&#125;'), 'no placeholder of the core is filled in');
                assert.ok(mail.html.includes('😀 שלום'));
                assert.deepEqual((await states(stage.shop)).map(({ state }) => state), ['sent']);
                await send(stage.shop);
                assert.equal(mails.length, 1);
            });
        },
    },
    {
        name: 'G21 without a customer’s address the shop’s own takes the replies; an address with a line break is refused',
        async run(stage) {
            const visitor = await stage.visitor();

            await withMail(stage.shop, async (mails) => {
                const refused = await leave(visitor, { email: 'a@b.example\r\nBcc: c@d.example', message: 'x' });
                assert.equal(refused.data.field, 'email', JSON.stringify(refused));
                assert.equal((await leave(visitor, { email: 'only@chat-test.example', message: 'Short' })).status, 200);
                const { page } = await stage.operator({ online: false });
                const { status, data } = await ask(page, (await configOf(page)).links.mail, {});

                assert.deepEqual([status, data.sent], [200, 1], 'a console sends what is due');
                await until(() => mails.length === 1, 'the mail has arrived');
            });
        },
    },
    {
        name: 'G21 part by part: both parts in UTF-8, one of each header whatever a name holds, in the shop’s default language, 4,000 characters whole',
        async run(stage) {
            const visitor = await stage.visitor();
            const [{ id_lang: french }] = await query(stage.shop, "SELECT id_lang FROM PREFIX_lang WHERE iso_code = 'fr'");
            const [{ value: before }] = await query(stage.shop, "SELECT value FROM PREFIX_configuration WHERE name = 'PS_LANG_DEFAULT' AND id_shop IS NULL");
            const setDefault = (id) => query(stage.shop, `UPDATE PREFIX_configuration SET value = '${id}' WHERE name = 'PS_LANG_DEFAULT' AND id_shop IS NULL`);
            const whole = `${Array.from(`שלום، مرحبا <b>x</b> 👩‍👩‍👧 ${'\u{1f33f}'.repeat(4000)}`).slice(0, 3999).join('')}!`;

            await withMail(stage.shop, async (mails) => {
                const injected = await leave(visitor, {
                    first_name: 'Jane\r\nBcc: spy@chat-test.example', last_name: '<i>Doe</i>\nX-Evil: 1', email: 'jane@chat-test.example', message: 'x',
                });
                const left = await leave(visitor, { first_name: '👩 عمر', last_name: '<img src=x>', email: 'omar@chat-test.example', phone: '<u>1</u>', message: whole });

                assert.equal(left.status, 200, JSON.stringify(left));
                await setDefault(french);
                await send(stage.shop);
                await until(() => mails.some(({ headers }) => /omar@/.test(headers['reply-to'])), 'the mail has arrived');
                const mail = mails.find(({ headers }) => /omar@/.test(headers['reply-to']));

                for (const { names, headers } of mails) {
                    ['from', 'to', 'reply-to', 'subject'].forEach((name) => assert.equal(names.filter((one) => one === name).length, 1, name));
                    assert.ok(!names.some((name) => ['bcc', 'cc', 'x-evil'].includes(name)), names.join());
                    assert.doesNotMatch(headers.subject + headers['reply-to'], /[\r\n]/);
                }
                assert.equal(mails.length, injected.status === 200 ? 2 : 1);
                assert.deepEqual(mail.parts.filter(([type]) => type.startsWith('text/')).sort(), [['text/html', 'utf-8'], ['text/plain', 'utf-8']]);
                assert.match(mail.headers.subject, /Message laissé/);
                assert.match(mail.html, /lang="fr"/);
                assert.ok(mail.plain.replaceAll('\r\n', '\n').includes(whole), 'every character of 4,000');
                assert.ok(mail.html.includes('שלום، مرحبا &lt;b&gt;x&lt;/b&gt; 👩‍👩‍👧') && mail.html.includes('&lt;img src=x&gt;') && mail.html.includes('&lt;u&gt;1&lt;/u&gt;'));
                assert.equal(mail.html.match(/\u{1f33f}/gu).length, whole.match(/\u{1f33f}/gu).length);
            }).finally(() => setDefault(before));
        },
    },
    {
        name: 'issue 5.10 mail that is off and a server that does not answer are told apart, and neither is "sent"',
        async run(stage) {
            const visitor = await stage.visitor();

            await withMail(stage.shop, async (mails, set) => {
                await leave(visitor, { email: 'off@chat-test.example', message: 'While mail is off' });
                await set({ PS_MAIL_METHOD: OFF });
                await send(stage.shop);
                assert.deepEqual((await states(stage.shop)).map(({ state }) => state), ['off']);
                await set({ PS_MAIL_METHOD: 2, PS_MAIL_SMTP_PORT: 1 });
                await leave(visitor, { email: 'failed@chat-test.example', message: 'While nobody answers' });
                await send(stage.shop).catch(() => 'its exit status says that one failed');
                const [, { state, reason }] = await states(stage.shop);
                assert.equal(state, 'failed');
                assert.match(reason, /PrestaShop/);
                assert.equal(mails.length, 0);
            });
        },
    },
    {
        name: 'issue 5.10 a message left by the form is sent at once, without a cron and without the back office',
        async run(stage) {
            const visitor = await stage.visitor();
            const { widget } = visitor;

            await withMail(stage.shop, async (mails) => {
                await visitor.open();
                for (const field of await widget.locator('.form .field :is(input, textarea)[required]').all()) {
                    await field.fill(await field.getAttribute('name') === 'email' ? 'form@chat-test.example' : 'By the form');
                }
                await widget.locator('#form-message').fill('By the form');
                await widget.locator('#form-email').fill('form@chat-test.example');
                await widget.locator('.form .primary').click();
                await widget.getByRole('heading', { name: 'Thank you for your message' }).waitFor();
                await until(() => mails.length === 1, 'the mail has arrived');
                assert.match(mails[0].headers['reply-to'], /form@chat-test\.example/);
            });
        },
    },
    {
        name: 'issue 5.10 the address that sends: with the token of the configuration, else one letter and no figures',
        async run(stage) {
            const visitor = await stage.visitor();
            const address = '/index.php?fc=module&module=onlinechat&controller=mail';

            await withMail(stage.shop, async (mails) => {
                await leave(visitor, { email: 'token@chat-test.example', message: 'By address' });
                assert.equal((await ask(visitor.page, `${address}&token=wrong`)).data.code, 'not-allowed');
                assert.equal((await ask(visitor.page, address)).data.code, 'wrong-method');
                assert.deepEqual((await ask(visitor.page, address, {})).data, []);
                await until(() => mails.length === 1, 'the mail has arrived');
                const [row] = await query(stage.shop, "SELECT value FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAIL_TOKEN'");
                if (row?.value) {
                    const round = async () => (await ask(visitor.page, `${address}&token=${row.value}`)).data;
                    const nothing = { sent: 0, failed: 0, off: 0, erased: 0, findable: 0 };

                    // a chat of before may have made the message findable by the way
                    const { findable, ...sent } = await round();
                    assert.ok([0, 1].includes(findable), `findable: ${findable}`);
                    assert.deepEqual({ ...sent, findable: 0 }, nothing);
                    assert.deepEqual(await round(), nothing);
                }
            });
        },
    },
    {
        name: 'issue 6.4 messages left stand in the same table: not sent, sent, mail is off, failed with the reason; "Send again" sends',
        async run(stage) {
            const send = () => shops('console', stage.shop.path, 'onlinechat:mail').catch(() => 'its exit status says that one failed');

            await withMail(stage.shop, async (mails, set) => {
                await set({ PS_MAIL_METHOD: OFF });
                await leaveIn(stage, { first_name: 'Jane', email: 'jane@chat-test.example', message: 'About <my> order' });
                await send();
                const history = await historyOf(stage);

                await visible(history.row('Jane').getByText('Mail is off in PrestaShop'));
                await set({ PS_MAIL_METHOD: 2, PS_MAIL_SERVER: '127.0.0.1' });
                await history.agreed(() => history.act('Jane', 'Send again'));
                await visible(history.row('Jane').getByText('E-mail not sent yet'));
                await send();
                await until(() => mails.length === 1, 'the letter has arrived');
                await history.open();
                await visible(history.row('Jane').getByText('E-mail sent'));
                await query(stage.shop, "UPDATE PREFIX_onlinechat_mail SET state = 3, reason = 'SMTP said no'");
                await history.open();
                await visible(history.row('Jane').getByText('E-mail failed: SMTP said no'));
                await history.view('Jane');
                await visible(history.dialog.getByText('About <my> order'));
                await visible(history.dialog.getByRole('heading', { name: 'Message left', level: 1 }));
                await history.dialog.getByRole('button', { name: 'Send again' }).click();
                await visible(history.row('Jane').getByText('E-mail not sent yet'));
            });
        },
    },
];
