import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { until, visible } from '../browser/lib/wait.mjs';
import { configOf } from './lib/links.mjs';
import { SettingsForm, withSettings as withValues } from './lib/settings.mjs';
import { count, query, speak } from './lib/shop.mjs';

/** What a visitor's page and the entry say of the settings, and what is kept for the extension. */
async function published(shop) {
    const html = await (await fetch(`${shop.url}/`)).text();
    const page = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/s.exec(html)[1]);
    const entry = await (await fetch(`${shop.url}${page.entry}&action=settings`)).json();
    const [row] = await query(shop, 'SELECT maximum, settings FROM PREFIX_onlinechat_shop WHERE id = 1').catch(() => (
        query(shop, 'SELECT maximum FROM PREFIX_onlinechat_shop WHERE id = 1')));

    return { page: page.settings, entry, row };
}

/** The form with other values, and what is published then. */
const withSettings = (stage, values, usual, work) => withValues(stage, values, usual, async (form) => work(form, await published(stage.shop)));

const TRICKY = ['I <3 you', 'a & b "c"', 'x (?<=a)b \\d', '👩🏽‍🚀 ✓ \u05E9\u05DC\u05D5\u05DD'].join('\n');

export const tests = [
    {
        name: 'G3 G4 the name of operators and the sounds are kept, of every operator',
        async run(stage) {
            await withSettings(stage, { operator_name: 'I <3 you', sound_message: false }, { operator_name: '', sound_message: true }, async (form, { entry }) => {
                const { shops: [{ config }], sounds } = await configOf(form.page);

                assert.equal(await form.field('operator_name').inputValue(), 'I <3 you');
                assert.deepEqual([config.name, sounds], ['I <3 you', { message: false, conversation: true }]);
                assert.equal(entry.operator_name, 'I <3 you');
            });
        },
    },
    {
        name: 'G5 the maximum is a whole number from 1 to 10,000; what is refused stays as it was typed, with the reason at its field',
        async run(stage) {
            const form = new SettingsForm(await stage.operator({ online: false }));
            const before = (await published(stage.shop)).row.maximum;

            for (const wrong of ['0', '10001', '', '2.5', '-3']) {
                await form.open();
                await form.fill({ maximum: wrong, 'header[1]': 'Kept <3', header_background: '#123456' });
                await form.submit();
                assert.match((await form.problems('maximum')).join(), /from 1 to 10000/, wrong);
                assert.equal(await form.field('header[1]').inputValue(), 'Kept <3');
                assert.equal(await form.field('header_background').inputValue(), '#123456');
            }
            assert.equal((await published(stage.shop)).row.maximum, before);
            await (await form.open()).save({ maximum: '10000' });
            assert.equal(Number((await published(stage.shop)).row.maximum), 10000);
            await form.save({ maximum: '20' });
            assert.equal(Number((await published(stage.shop)).row.maximum), 20);
        },
    },
    {
        name: 'G5 the help of the maximum says what was measured, in the employee’s language',
        async run(stage) {
            const measured = JSON.parse(await readFile(new URL('../../module/data/measured.json', import.meta.url), 'utf8'));
            const form = await new SettingsForm(await stage.operator({ online: false })).open();
            const help = async () => (await form.form.locator('#onlinechat_maximum_help').innerText()).replace(/[\u00a0\u202f]/g, ' ');
            const number = (value, locale) => value.toLocaleString(locale).replace(/[\u00a0\u202f]/g, ' ');
            const { processors, polls, messages } = measured;

            assert.ok((await help()).startsWith(`Measured on ${processors} processors: ${number(polls, 'en')} requests for news or ${number(messages, 'en')} messages a second.`), await help());
            try {
                await speak(stage.shop, 'fr');
                await form.page.reload();
                assert.ok((await help()).startsWith(`Mesuré sur ${processors} processeurs : ${number(polls, 'fr')} demandes de nouvelles ou ${number(messages, 'fr')} messages par seconde.`), await help());
            } finally {
                await speak(stage.shop, 'en');
            }
        },
    },
    {
        name: 'G6 without offline mode visitors see nothing while nobody is online, with it the contact form',
        async run(stage) {
            const form = new SettingsForm(await stage.operator({ online: false }));
            const visitor = await stage.visitor();

            await visible(visitor.launcher);
            await (await form.open()).save({ offline_mode: false });
            try {
                await visitor.page.reload();
                await until(async () => !await visitor.launcher.isVisible(), 'nothing to be seen');
            } finally {
                await (await form.open()).save({ offline_mode: true });
            }
            await visitor.page.reload();
            await visible(visitor.launcher);
        },
    },
    {
        name: 'G7 I <3 you, line breaks, (?<=a)b and emoji go through form, database, publication and back; other languages have the default’s',
        async run(stage) {
            const empty = { 'header[1]': '', 'welcome[1]': '', 'welcome[2]': '' };

            await withSettings(stage, { 'header[1]': '(?<=a)b <3', 'welcome[1]': TRICKY }, empty, async (form, { entry, page }) => {
                assert.equal(await form.field('welcome[1]').inputValue(), TRICKY);
                assert.deepEqual(entry.header, { en: '(?<=a)b <3', fr: '(?<=a)b <3' });
                assert.deepEqual(entry.welcome, { en: TRICKY, fr: TRICKY });
                assert.deepEqual(page.welcome, { en: TRICKY }, 'a page has the texts of its own language only');
                assert.equal(page.version, entry.version);
                await form.save({ 'welcome[2]': 'Bonjour' });
                assert.deepEqual((await published(stage.shop)).entry.welcome, { en: TRICKY, fr: 'Bonjour' });
                await form.page.locator('#onlinechat-health tr', { hasText: 'Settings' }).first().waitFor({ state: 'attached' });
                assert.equal(await form.page.locator('#onlinechat-health tr[data-ok="0"]').count(), 0);
                // past what the browser itself would let in
                await form.field('header[1]').evaluate((one) => one.removeAttribute('maxlength'));
                await form.fill({ 'header[1]': 'x'.repeat(61), 'welcome[2]': 'y'.repeat(501) });
                await form.submit();
                assert.match((await form.problems('header')).join(), /at most 60 characters/);
                assert.match((await form.problems('welcome')).join(), /at most 500 characters/);
            });
        },
    },
    {
        name: 'G8 a saved colour reaches a window that is open with its next poll; what is no colour is refused',
        async run(stage) {
            await stage.operator();
            const visitor = await stage.visitor();
            const colour = () => visitor.widget.locator('.header').evaluate((one) => getComputedStyle(one).backgroundColor);

            await visitor.open();
            await visitor.say('Which colour is this?');
            await withSettings(stage, { header_background: '#aa2200' }, { header_background: '#0f4c5c' }, async (form) => {
                await until(async () => await colour() === 'rgb(170, 34, 0)', 'the open window has the new colour');
                await form.field('header_background').evaluate((one) => {
                    one.type = 'text';
                    one.value = 'red;} body{display:none';
                });
                await form.submit();
                assert.match((await form.problems('header_background')).join(), /a colour such as/);
            });
            await until(async () => await colour() === 'rgb(15, 76, 92)', 'and the usual one again');
        },
    },
    {
        name: 'G10 the contact form asks for the fields chosen and requires those marked; the message is always asked for',
        async run(stage) {
            const form = new SettingsForm(await stage.operator({ online: false }));
            const usual = { 'ask[phone]': true, 'ask[last_name]': true, 'require[first_name]': false, mail_to: '', 'form_header[1]': '' };

            await form.open();
            assert.equal(await form.field('ask[message]').isDisabled(), true);
            assert.equal(await form.form.getByRole('group', { name: 'Fields asked for' }).getByRole('checkbox').count(), 5);
            assert.equal(await form.form.getByRole('group', { name: 'Fields that must be filled in' }).getByRole('checkbox', { name: 'Telephone' }).count(), 1);
            await form.fill({ mail_to: 'no address', 'ask[phone]': false, 'require[phone]': true });
            await form.submit();
            assert.match((await form.problems('mail_to')).join(), /email address, or nothing/);
            assert.match((await form.problems('require')).join(), /Telephone: what is not asked for/);
            assert.equal(await form.field('mail_to').inputValue(), 'no address');
            await form.open();
            await form.save({ 'ask[phone]': false, 'ask[last_name]': false, 'require[first_name]': true, mail_to: 'chat@chat-test.example', 'form_header[1]': 'Write <3' });
            try {
                const { entry } = await published(stage.shop);

                assert.deepEqual(entry.form, { ask: ['first_name', 'email', 'message'], require: ['first_name', 'email', 'message'] });
                assert.equal(entry.form_header.en, 'Write <3');
                assert.equal(await count(stage.shop, "SELECT COUNT(*) n FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAIL_TO' AND value LIKE '%chat@chat-test.example%'"), 1);
            } finally {
                await (await form.open()).save(usual);
            }
        },
    },
    {
        name: 'issue 6.3 opening hours, place and pages without the chat are checked, kept and published',
        async run(stage) {
            const usual = {
                hours_on: false, 'week[0]': '', holidays: '', hide: '', side: 'right', offset_inline: '20', z_index: '1030', retention: '0',
            };
            const form = new SettingsForm(await stage.operator({ online: false }));

            await form.open();
            await form.fill({ 'week[0]': '9-12', holidays: '2026-02-30', hide: '(?<=a', offset_inline: '501' });
            await form.submit();
            for (const [field, reason] of [['week', /Hours such as/], ['holidays', /dates such as/], ['hide', /cannot be used/], ['offset_inline', /from 0 to 500/]]) {
                assert.match((await form.problems(field)).join(), reason, field);
            }
            await form.open();
            await form.save({
                hours_on: true, 'week[0]': '9:00-12:00, 14:00-24:00', holidays: '2026-12-24 2027-01-02\n2027-05-01', zone: 'Europe/Paris',
                hide: '(?<=a)b\n^/never/', side: 'left', offset_inline: '40', z_index: '99', retention: '12',
            });
            try {
                const { entry, page } = await published(stage.shop);

                assert.deepEqual(entry.position, { side: 'left', inline: 40, z_index: 99 });
                assert.deepEqual([entry.by_path, page.by_path], [true, true]);
                assert.equal(await form.field('hide').inputValue(), '(?<=a)b\n^/never/');
                assert.equal(await form.field('week[0]').inputValue(), '9:00-12:00, 14:00-24:00');
                assert.equal(await form.page.locator('#onlinechat-health tr[data-ok="0"]').count(), 0, 'what is published is what is resolved');
            } finally {
                await (await form.open()).save(usual);
            }
        },
    },
    {
        name: 'issue 6.3 the picture is drawn anew; what is none is refused; the page named in PrestaShop’s list has no chat',
        async run(stage) {
            const form = new SettingsForm(await stage.operator({ online: false }));
            const upload = (name, mimeType, buffer) => form.field('avatar').setInputFiles({ name, mimeType, buffer });
            const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

            await form.open();
            await upload('x.png', 'image/png', Buffer.from('<?php echo 1; ?><svg onload="1"/>'));
            await form.submit();
            assert.match((await form.problems('avatar')).join(), /PNG, JPEG or WebP file/);
            await form.open();
            await upload('x.php', 'image/png', Buffer.concat([png, Buffer.from('<?php echo 1;')]));
            await form.save({});
            try {
                const { entry: { avatar } } = await published(stage.shop);

                assert.match(avatar, /^\/img\/onlinechat\/[0-9a-f]{16}\.png$/);
                const answer = await fetch(stage.url + avatar);
                const content = Buffer.from(await answer.arrayBuffer());

                assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png']);
                assert.ok(!content.includes('<?php'));
                await form.save({ avatar_remove: true });
                assert.equal((await published(stage.shop)).entry.avatar, undefined);
                await form.page.locator('[name="onlinechat[hide_pages][]"][value="contact"]').evaluate((one) => one.click());
                await form.save({});
                const has = async (path) => (await (await fetch(stage.url + path)).text()).includes('onlinechat-config');

                assert.deepEqual([await has('/'), await has('/index.php?controller=contact')], [true, false]);
            } finally {
                await form.open();
                await form.page.locator('[name="onlinechat[hide_pages][]"]').evaluateAll((all) => all.forEach((one) => one.checked && one.click()));
                await form.save(await form.field('avatar_remove').count() ? { avatar_remove: true } : {});
            }
        },
    },
    {
        name: 'issue 6.3 the chat for customers only: guests have none and no ticket, who signs in has both, who signs out neither',
        async run(stage) {
            await withSettings(stage, { offer: 'customers' }, { offer: 'everyone' }, async () => {
                const visitor = await stage.visitor();
                const ticket = () => visitor.page.evaluate(async () => {
                    const { ticket: address } = JSON.parse(document.querySelector('#onlinechat-config').textContent);

                    return (await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}' })).status;
                });

                assert.equal(await ticket(), 403);
                assert.equal(await visitor.launcher.isVisible(), false);
                await stage.signIn(visitor, stage.shop.customers.cleo);
                await visible(visitor.launcher);
                assert.equal(await ticket(), 200);
                await stage.signOut(visitor);
                assert.equal(await ticket(), 403);
                assert.ok(!(await visitor.page.context().cookies()).some(({ name }) => name.startsWith('onlinechat_who_')));
            });
        },
    },
];
