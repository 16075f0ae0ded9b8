import assert from 'node:assert/strict';
import { until, visible } from '../browser/lib/wait.mjs';
import { OFF, withMail } from './lib/mail.mjs';
import { psgdpr } from './lib/psgdpr.mjs';
import { SettingsForm } from './lib/settings.mjs';
import { query, shops } from './lib/shop.mjs';

const DAYS = ['week[0]', 'week[1]', 'week[2]', 'week[3]', 'week[4]', 'week[5]', 'week[6]'];
const everyDay = (hours) => Object.fromEntries(DAYS.map((day) => [day, hours]));

/** An hour of each day, which begins in three hours. */
function laterToday() {
    const at = (hours) => `${(new Date().getUTCHours() + hours) % 24}:00`;

    return `${at(3)}-${at(4)}`;
}

/** The form with other values while `work` runs, and as it was. */
async function withSettings(stage, values, usual, work) {
    const form = await new SettingsForm(await stage.operator({ online: false })).open();

    await form.save(values);
    try {
        await work(form);
    } finally {
        await (await form.open()).save(usual);
    }
}

/** Those of a group of boxes that are ticked. */
const tick = (form, name, wanted) => form.form.locator(`[name="onlinechat[${name}][]"]`).evaluateAll((all, values) => all.forEach((one) => {
    if (one.checked !== values.includes(one.value)) {
        one.click();
    }
}), wanted.map(String));

const ticketStatus = (visitor) => visitor.page.evaluate(async () => {
    const { ticket } = JSON.parse(document.querySelector('#onlinechat-config').textContent);

    return (await fetch(ticket, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}' })).status;
});

/** Goes to a page and waits until the widget knows whether it may be there. */
async function visit(visitor, path) {
    const answered = visitor.page.waitForResponse((response) => /action=status/.test(response.url()));

    await visitor.go(path);
    await answered;
}

export const tests = [
    {
        name: 'issue 6.3 opening hours: outside them the form, which says when somebody is back, though one is online; a conversation goes on',
        async run(stage) {
            const operator = await stage.operator();
            const early = await stage.visitor();

            await early.open();
            await early.say('Before closing time');
            await operator.arrived('Guest');
            await withSettings(stage, { hours_on: true, zone: 'UTC', ...everyDay(laterToday()) }, { hours_on: false, ...everyDay('') }, async () => {
                const late = await stage.visitor();

                await late.open();
                await visible(late.widget.locator('.form'));
                await visible(late.widget.getByText(/^We are back (at|on) .*\d:00/));
                await visible(operator.recap.getByText(/^Visitors see the form until .*\d:00/));
                await early.say('And after it');
            });
            const again = await stage.visitor();

            await again.open();
            await visible(again.text);
        },
    },
    {
        name: 'issue 6.3 no widget on a page of PrestaShop’s that is named, nor where a pattern matches the path in any language; it is on others',
        async run(stage) {
            const form = await new SettingsForm(await stage.operator({ online: false })).open();

            await tick(form, 'hide_pages', ['prices-drop']);
            await form.save({ hide: '^/content/4-' });
            try {
                const visitor = await stage.visitor();

                for (const [path, shown] of [['/en/content/4-about-us', false], ['/en/content/3-terms-and-conditions-of-use', true], ['/fr/content/4-a-propos', false]]) {
                    await visit(visitor, path);
                    await (shown ? visible(visitor.launcher) : until(async () => !await visitor.launcher.isVisible(), `no widget on ${path}`));
                }
                await visitor.go('/index.php?controller=prices-drop');
                assert.equal(await visitor.page.locator('#onlinechat-config, onlinechat-widget').count(), 0);
                await visit(visitor, '/');
                await visible(visitor.launcher);
            } finally {
                await form.open();
                await tick(form, 'hide_pages', []);
                await form.save({ hide: '' });
            }
        },
    },
    {
        name: 'issue 6.3 the chat for groups of customers: a signed cookie set at sign-in tells the widget, the ticket believes no cookie',
        async run(stage) {
            const { shop } = stage;
            const { cleo, dan } = shop.customers;
            const [{ value: group }] = await query(shop, "SELECT value FROM PREFIX_configuration WHERE name = 'PS_CUSTOMER_GROUP' AND id_shop IS NULL");
            const [{ value: guests }] = await query(shop, "SELECT value FROM PREFIX_configuration WHERE name = 'PS_GUEST_GROUP' AND id_shop IS NULL");
            const member = async (id, one) => {
                await query(shop, `DELETE FROM PREFIX_customer_group WHERE id_customer = ${id}`);
                await query(shop, `INSERT INTO PREFIX_customer_group (id_customer, id_group) VALUES (${id}, ${one})`);
            };
            const form = await new SettingsForm(await stage.operator({ online: false })).open();

            await form.fill({ offer: 'groups' });
            await form.submit();
            assert.match((await form.problems('offer_groups')).join(), /at least one/);
            await member(cleo.id, group);
            await member(dan.id, guests);
            await form.open();
            await tick(form, 'offer_groups', [group]);
            await form.save({ offer: 'groups' });
            try {
                const visitor = await stage.visitor();

                assert.deepEqual([await ticketStatus(visitor), await visitor.launcher.isVisible()], [403, false]);
                await stage.signIn(visitor, cleo);
                await visible(visitor.launcher);
                assert.equal(await ticketStatus(visitor), 200);
                const { value } = (await visitor.page.context().cookies()).find(({ name }) => name === 'onlinechat_who_1');

                assert.match(decodeURIComponent(value), new RegExp(`^${group}~[0-9a-f]{32}$`));
                const other = await stage.visitor({ customer: dan });

                await visit(other, '/').catch(() => {});
                assert.deepEqual([await ticketStatus(other), await other.launcher.isVisible()], [403, false]);
                await other.page.context().addCookies([{ name: 'onlinechat_who_1', value, url: stage.url }]);
                await other.page.reload();
                assert.equal(await ticketStatus(other), 403, 'somebody else’s cookie shows a window, and nothing behind it');
            } finally {
                await member(dan.id, group);
                await form.open();
                await tick(form, 'offer_groups', []);
                await form.save({ offer: 'everyone' });
            }
        },
    },
    {
        name: 'issue 6.3 the widget stands where the owner wants it: side, distances, layer',
        async run(stage) {
            const usual = { side: 'right', offset_inline: '20', offset_block: '20', z_index: '1030' };

            await withSettings(stage, { side: 'left', offset_inline: '40', offset_block: '60', z_index: '99' }, usual, async () => {
                const visitor = await stage.visitor();

                await visible(visitor.launcher);
                const { x, y, height } = await visitor.launcher.boundingBox();
                const low = await visitor.page.evaluate(() => document.documentElement.clientHeight);
                const layer = await visitor.launcher.evaluate((one) => {
                    const parts = [];

                    for (let at = one; at; at = at.parentNode ?? at.host) {
                        parts.push(at instanceof Element ? getComputedStyle(at).zIndex : 'auto');
                    }

                    return parts.find((part) => part !== 'auto');
                });

                assert.deepEqual([Math.round(x), Math.round(low - y - height), layer], [40, 60, '99']);
            });
        },
    },
    {
        name: 'issue 6.6 the privacy text stands in the window with a link to the shop’s page, in the visitor’s language',
        async run(stage) {
            const form = await new SettingsForm(await stage.operator()).open();
            const page = await form.field('privacy_cms').evaluate((one) => [...one.options].map((option) => option.value).find((value) => value !== '0'));
            const [{ id_lang: english }] = await query(stage.shop, "SELECT id_lang FROM PREFIX_lang WHERE iso_code = 'en'");
            const text = `privacy[${english}]`;

            await form.save({ [text]: 'We keep what you write <3', privacy_cms: page });
            try {
                for (const language of ['en', 'fr']) {
                    const visitor = await stage.visitor({ path: `/${language}/` });

                    await visitor.open();
                    const terms = visitor.widget.locator('.terms');

                    await visible(terms.getByText('We keep what you write <3'));
                    const address = await terms.locator('a').evaluate((one) => one.href);

                    const answer = await fetch(address);

                    // 9.1 leaves the default language's code out of its addresses
                    assert.match(address, new RegExp(`/content/${page}-`));
                    assert.equal(answer.status, 200);
                    assert.match(await answer.text(), new RegExp(`<html[^>]* lang="${language}`));
                }
            } finally {
                await (await form.open()).save({ [text]: '', privacy_cms: '0' });
            }
        },
    },
    {
        name: 'G2 "Send a test message" goes where messages left go, and the checklist knows: sent, mail is off, another address',
        async run(stage) {
            const form = await new SettingsForm(await stage.operator({ online: false })).open();
            const { page } = form;
            const item = page.locator('#onlinechat-todo-mail');
            const help = async () => {
                await page.goto(await page.locator('#onlinechat-tab-help').evaluate((one) => one.href));

                return item.getAttribute('data-done');
            };
            const send = async () => {
                await page.evaluate(() => {
                    window.submitted = true;
                });
                await item.getByRole('button', { name: 'Send a test message' }).press('Enter');
                await page.waitForFunction(() => !window.submitted && document.readyState === 'complete');
            };

            try {
                // another run's
                await query(stage.shop, "DELETE FROM PREFIX_configuration WHERE name = 'ONLINECHAT_MAIL_TRIED'");
                await withMail(stage.shop, async (mails, set) => {
                    await form.save({ mail_to: 'owner@chat-test.example' });
                    assert.equal(await help(), '0');
                    await send();
                    await until(() => mails.length === 1, 'the mail has arrived');
                    assert.deepEqual(mails[0].to, ['owner@chat-test.example']);
                    assert.match(mails[0].headers.subject, /Test message of the chat/);
                    assert.match(mails[0].plain, /messages left in the chat arrive like this one/);
                    assert.equal(await item.getAttribute('data-done'), '1');
                    await (await form.open()).save({ mail_to: 'new@chat-test.example' });
                    assert.equal(await help(), '0', 'another address has to be tried again');
                    await set({ PS_MAIL_METHOD: OFF });
                    await send();
                    await visible(page.getByText(/mail is switched off in PrestaShop/).first());
                    assert.deepEqual([await item.getAttribute('data-done'), mails.length], ['0', 1]);
                });
            } finally {
                await (await form.open()).save({ mail_to: '' });
            }
        },
    },
    {
        name: 'what changes past the form, psgdpr switched off or a word edited in PrestaShop, is published by the next round of mail',
        async run(stage) {
            const { shop } = stage;
            await psgdpr(shop, 'consent', 'I agree');
            const module = "(SELECT id_module FROM PREFIX_module WHERE name = 'psgdpr')";
            const [{ id_lang: english }] = await query(shop, "SELECT id_lang FROM PREFIX_lang WHERE iso_code = 'en'");
            const settings = async () => (await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=settings`)).json();
            const round = () => shops('console', shop.path, 'onlinechat:mail');
            const word = `id_lang = ${english} AND domain = 'ModulesOnlinechatShop'`;
            const switched = (on) => (on
                ? query(shop, `INSERT IGNORE INTO PREFIX_module_shop (id_module, id_shop, enable_device) VALUES (${module}, 1, 7)`)
                : query(shop, `DELETE FROM PREFIX_module_shop WHERE id_module = ${module} AND id_shop = 1`));

            await round();
            const before = await settings();

            assert.ok(before.consent, 'psgdpr asks for consent here');
            await round();
            assert.equal((await settings()).version, before.version, 'nothing is published without a change');
            try {
                await switched(false);
                await query(shop, `INSERT INTO PREFIX_translation (id_lang, \`key\`, translation, domain, theme) VALUES (${english}, 'Your message', 'Tell us', 'ModulesOnlinechatShop', NULL)`);
                await round();
                const after = await settings();

                assert.deepEqual([after.consent, Object.values(after.words.en)], [undefined, ['Tell us']]);
                assert.ok(after.version > before.version, 'open pages hear of it');
                await switched(true);
                const { page } = await stage.operator({ online: false });
                const sent = await page.evaluate(async () => {
                    const { links } = JSON.parse(document.querySelector('#onlinechat-console-config').textContent);

                    return (await fetch(links.mail, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).status;
                });

                assert.deepEqual([sent, (await settings()).consent], [200, before.consent], 'a console’s round does it too');
            } finally {
                await switched(true);
                await query(shop, `DELETE FROM PREFIX_translation WHERE ${word}`);
                await round();
            }
            assert.deepEqual({ ...await settings(), version: 0 }, { ...before, version: 0 });
            await psgdpr(shop, 'consent', 'off');
        },
    },
];
