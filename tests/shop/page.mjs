import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { settled, until } from '../browser/lib/wait.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TABS = ['help', 'configuration', 'faq', 'contact'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The configuration page, at one of its tabs. */
class ConfigurationPage {
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page, form: operator.page.locator('#onlinechat-settings') });
        this.stage = this.page.locator('#onlinechat-stage onlinechat-widget');
    }

    async open(tab) {
        await this.operator.visit('onlinechat/configuration');
        const link = this.tab(tab);

        await link.waitFor();
        await this.page.goto(await link.evaluate((one) => one.href));
        await this.panel(tab).waitFor();

        return this;
    }

    tab(name) {
        return this.page.locator(`#onlinechat-tab-${name}`);
    }

    panel(name) {
        return this.page.locator(`#onlinechat-panel-${name}`);
    }

    field(name) {
        return this.form.locator(`[name="onlinechat${name.replace(/^([^[]+)/, '[$1]')}"]`);
    }

    async shown() {
        const shown = await Promise.all(TABS.map(async (name) => (await this.panel(name).isVisible() ? [name] : [])));

        return shown.flat();
    }

    /** What axe has against the module's own part of the page. */
    async violations() {
        // the preview's messages rise as they appear: half there, they have half their contrast
        await settled(this.page);
        await this.page.evaluate(axe);
        const found = await this.page.evaluate((tags) => window.axe.run('#onlinechat-page', {
            runOnly: tags, resultTypes: ['violations'],
        }), RULES);

        return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => (
            `${id}: ${target.join(' ')}: ${failureSummary}`)));
    }
}

const page = async (stage, tab, who = {}) => new ConfigurationPage(await stage.operator({ online: false, ...who })).open(tab);

export const tests = [
    {
        name: 'G1, issue 8.4 the menu Online Chat has three entries, history, statistics and configuration, on legacy and Symfony pages',
        async run(stage) {
            const { page: browser } = await stage.operator({ online: false });
            const entries = () => browser.locator('#subtab-AdminOnlinechat li[data-submenu] > a, #subtab-AdminOnlinechat ul li > a')
                .evaluateAll((all) => [...new Set(all.map((one) => one.textContent.trim()))]);

            for (const part of ['AdminCarts', 'sell/orders']) {
                const address = await browser.locator('a[href]').evaluateAll((all, wanted) => all.map(({ href }) => href)
                    .find((href) => href.includes(wanted)), part);

                if (address) {
                    await browser.goto(address);
                    assert.deepEqual(await entries(), ['Conversation history', 'Statistics', 'Configuration'], address);
                    await browser.locator('onlinechat-console').waitFor({ state: 'attached' });
                }
            }
        },
    },
    {
        name: 'G2 the configuration page has four tabs, each at an address of its own that works without JavaScript',
        async run(stage) {
            const { operator, page: browser } = await page(stage, 'help');
            const hrefs = await Promise.all(TABS.map((name) => browser.locator(`#onlinechat-tab-${name}`).evaluate((one) => one.href)));
            const plain = await operator.page.context().browser().newContext({
                javaScriptEnabled: false, storageState: await operator.page.context().storageState(),
            });

            try {
                const one = await plain.newPage();

                for (const [i, name] of TABS.entries()) {
                    await one.goto(hrefs[i]);
                    assert.deepEqual(await new ConfigurationPage({ page: one }).shown(), [name]);
                    assert.equal(await one.locator(`#onlinechat-tab-${name}`).getAttribute('aria-current'), 'page');
                }
            } finally {
                await plain.close();
            }
        },
    },
    {
        name: 'G2 the tabs are had by keyboard, and what was typed in one stays while another is read',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const { page: browser } = there;

            await there.field('operator_name').fill('Kept');
            await there.tab('configuration').focus();
            await browser.keyboard.press('ArrowRight');
            assert.deepEqual(await there.shown(), ['faq']);
            assert.equal(await there.tab('faq').evaluate((one) => one === document.activeElement), true);
            assert.equal(await there.tab('faq').getAttribute('aria-selected'), 'true');
            await browser.keyboard.press('End');
            assert.deepEqual(await there.shown(), ['contact']);
            await browser.keyboard.press('Home');
            await browser.keyboard.press('ArrowRight');
            assert.deepEqual(await there.shown(), ['configuration']);
            assert.equal(await there.field('operator_name').inputValue(), 'Kept');
        },
    },
    {
        name: 'G2 each tab is without a finding of axe',
        async run(stage) {
            const there = await page(stage, 'help');

            for (const name of TABS) {
                await there.tab(name).click();
                assert.deepEqual(await there.violations(), [], name);
            }
        },
    },
    {
        name: 'G2 the checklist knows what is done: a first chat, a test message to the address in use',
        async run(stage) {
            const there = await page(stage, 'help');
            const done = (id) => there.page.locator(`#onlinechat-todo-${id}`).getAttribute('data-done');

            assert.equal(await done('health'), '1');
            assert.equal(await done('chatters'), '1');
            assert.equal(await done('held'), '0');
            const caller = await stage.caller();
            await there.operator.ready();
            await there.operator.unfold();
            await there.operator.goOnline();
            await caller.start('Is this the first one?');
            await there.open('help');
            assert.equal(await done('held'), '1');
        },
    },
    {
        name: 'G2 FAQ: each question unfolds to its answer, also by its address',
        async run(stage) {
            const there = await page(stage, 'faq');
            const questions = there.panel('faq').locator('details');

            assert.ok(await questions.count() >= 14);
            await questions.first().locator('summary').press('Enter');
            await questions.first().locator('p').first().waitFor();
            await there.page.goto(`${there.page.url().replace(/#.*/, '')}#onlinechat-faq-gdpr`);
            await there.page.reload();
            await there.page.locator('#onlinechat-faq-gdpr p').first().waitFor();
            for (const text of await questions.locator('p').allTextContents()) {
                assert.doesNotMatch(text, /`/);
            }
        },
    },
    {
        name: 'G2 contact: the agency is kept as it was typed; the diagnosis has no secret, address or name in it',
        async run(stage) {
            const there = await page(stage, 'contact');
            const text = there.page.locator('#onlinechat-agency-text');
            const save = async (value) => {
                await text.fill(value);
                await there.page.locator('#onlinechat-agency button').press('Enter');
                await there.page.getByText('Saved.').first().waitFor();
            };

            try {
                await save('Agence <3 & fils\n+33 1 00 00 00 00 😀');
                assert.deepEqual(await there.shown(), ['contact']);
                assert.equal(await text.inputValue(), 'Agence <3 & fils\n+33 1 00 00 00 00 😀');
            } finally {
                await save('');
            }
            const diagnosis = await there.page.locator('#onlinechat-diagnosis').inputValue();
            assert.match(diagnosis, /^Online Chat 0\.1\.0, extension 0\.1\.0\nPrestaShop \d/);
            assert.match(diagnosis, /Checks mysql ok, tables ok, redis ok/);
            for (const word of ['127.0.0.1', 'prestashop:', stage.shop.path, '@', 'token', 'http']) {
                assert.ok(!diagnosis.includes(word), word);
            }
            await there.page.locator('#onlinechat-copy').click();
            await until(async () => (await there.page.locator('#onlinechat-copied').innerText()) !== '', 'it says that it was copied');
        },
    },
    {
        name: 'G2 contact: an agency that is refused stays as it was typed, with the reason at its field; unsaved it is asked about',
        async run(stage) {
            const there = await page(stage, 'contact');
            const { page: browser } = there;
            const text = browser.locator('#onlinechat-agency-text');
            const asked = [];

            browser.on('dialog', async (dialog) => {
                asked.push(dialog.type());
                await dialog.accept();
            });
            await text.evaluate((one) => one.removeAttribute('maxlength'));
            await text.fill('Too long <3\n'.padEnd(501, 'é'));
            await browser.locator('#onlinechat-agency button').press('Enter');
            await browser.locator('#onlinechat-agency-problem', { hasText: 'at most 500 characters' }).waitFor();
            assert.deepEqual(await there.shown(), ['contact']);
            assert.equal(await text.inputValue(), 'Too long <3\n'.padEnd(501, 'é'));
            assert.equal(await text.getAttribute('aria-invalid'), 'true');
            assert.deepEqual(asked, [], 'saving is not leaving');
            await there.open('contact');
            assert.equal(await text.inputValue(), '', 'nothing of it is kept');
            await text.fill('Not saved');
            await there.tab('configuration').click();
            await there.form.getByRole('button', { name: 'Save', exact: true }).press('Enter');
            await browser.getByText('Saved.').first().waitFor();
            assert.deepEqual(asked, ['beforeunload'], 'the other form’s Save would lose it');
        },
    },
    {
        name: 'G2 the module manager’s Configure leads to the configuration page',
        async run(stage) {
            const { operator } = await page(stage, 'help');
            const address = await operator.page.evaluate(() => location.href.replace(/modules\/onlinechat.*/, ''));
            const manager = await operator.address('improve/modules/manage').catch(() => operator.address('AdminModules'));

            assert.ok(address);
            await operator.page.goto(manager);
            const configure = await operator.page.locator('a[href*="configure/onlinechat"], a[href*="configure=onlinechat"]').first()
                .evaluate((one) => one.href);
            await operator.page.goto(configure);
            await operator.page.locator('#onlinechat-tabs').waitFor();
        },
    },
    {
        name: 'G9 the preview follows each edit before it is saved, in the language that is open',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const { page: browser, stage: preview } = there;
            const shows = (text) => preview.getByText(text, { exact: true }).first().waitFor();
            const header = there.field('header[1]');

            await header.fill('Ask away <3');
            await shows('Ask away <3');
            await there.field('welcome[1]').fill('Welcome 😀');
            await shows('Welcome 😀');
            await there.field('header_background').evaluate((one) => {
                one.value = '#aa0044';
                one.dispatchEvent(new Event('input', { bubbles: true }));
            });
            await until(() => preview.evaluate((host) => [...host.shadowRoot.querySelectorAll('*')]
                .some((one) => getComputedStyle(one).backgroundColor === 'rgb(170, 0, 68)')), 'the header has its colour');
            const languages = there.form.locator('[data-field="header"] .js-locale-item');
            if (await languages.count() > 1) {
                await there.form.locator('[data-field="header"] .js-locale-btn').click();
                await there.form.locator('[data-field="header"] .js-locale-item[data-locale="fr"]').click();
                // French has no text of its own yet: the default language's, as it will be in the shop (G7)
                await until(async () => await browser.locator('#onlinechat-stage onlinechat-widget').evaluate((one) => one.parentNode.lang) === 'fr', 'in French');
                await shows('Ask away <3');
                await there.form.locator('[data-field="header"] .js-locale-input:not(.d-none) input').fill('Demandez');
                await shows('Demandez');
            }
        },
    },
    {
        name: 'G9 the preview shows the online and the offline window, for a desktop and a phone',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const choose = (text) => there.page.locator('#onlinechat-preview label', { hasText: text }).click();
            // those a person sees: one is there for robots
            const inputs = () => there.stage.locator('.form :is(input, textarea):not([name="url"]):visible').count();

            await choose('Offline');
            await until(async () => await inputs() === 5, 'the form with all it asks');
            // 8.2's style sheet hides the box itself
            await there.field('ask[phone]').evaluate((one) => one.click());
            await until(async () => await inputs() === 4, 'without the telephone');
            await there.field('form_header[1]').fill('Write to us');
            await there.stage.getByText('Write to us').first().waitFor();
            await choose('Phone');
            await until(async () => await there.page.locator('#onlinechat-stage').evaluate((one) => (
                one.firstElementChild.shadowRoot.querySelector('.stage.phone') !== null
            )), 'a phone');
            await there.form.locator('[name="onlinechat[offline_mode]"][value="0"]').check({ force: true });
            await there.page.locator('#onlinechat-nothing').waitFor();
            assert.equal(await there.page.locator('#onlinechat-step-C').isVisible(), false);
        },
    },
    {
        name: 'G9 G10 step C is there only while offline mode is on, at once',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const stepC = there.page.locator('#onlinechat-step-C');
            const offline = (value) => there.form.locator(`[name="onlinechat[offline_mode]"][value="${value}"]`).check({ force: true });

            await stepC.waitFor();
            await offline(0);
            await stepC.waitFor({ state: 'hidden' });
            await offline(1);
            await stepC.waitFor();
        },
    },
    {
        name: 'G8 a colour can be typed as #rrggbb, and a text that is hard to read is warned of below 4.5 to 1',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const warning = there.page.locator('[data-onlinechat-contrast="operator"]');
            const hex = (name) => there.form.locator(`[data-field="${name}"] .onlinechat-hex`);

            assert.equal(await warning.textContent(), '');
            await hex('operator_background').fill('#ffffff');
            await hex('operator_text').fill('777777');
            await until(async () => /4\.4 to 1/.test(await warning.innerText()), 'the warning, 4.47 rounded down');
            await hex('operator_text').fill('#767676');
            await until(async () => await warning.textContent() === '', 'no warning at 4.54');
            await hex('operator_text').fill('red');
            assert.equal(await hex('operator_text').getAttribute('aria-invalid') !== null, true);
            assert.equal(await there.field('operator_text').inputValue(), '#767676');
        },
    },
    {
        name: 'G9 unsaved changes are said, and leaving with them is asked about; the one Save button is never covered',
        async run(stage) {
            const there = await page(stage, 'configuration');
            const { page: browser } = there;
            const asked = [];

            browser.on('dialog', async (dialog) => {
                asked.push(dialog.type());
                await dialog.accept();
            });
            assert.equal(await there.form.getByRole('button', { name: 'Save', exact: true }).count(), 1);
            await there.field('operator_name').fill('Not saved');
            await browser.locator('#onlinechat-unsaved', { hasText: 'unsaved' }).waitFor();
            for (const at of ['A', 'B', 'C', 'hours', 'operators']) {
                await browser.locator(`#onlinechat-step-${at}`).evaluate((one) => one.scrollIntoView());
                const save = there.form.getByRole('button', { name: 'Save', exact: true });

                assert.equal(await save.evaluate((one) => {
                    const { left, top, width, height } = one.getBoundingClientRect();

                    return document.elementFromPoint(left + width / 2, top + height / 2) === one;
                }), true, `scrolled to ${at}`);
            }
            await browser.setViewportSize({ width: 390, height: 844 });
            await browser.locator('#onlinechat-step-hours').evaluate((one) => one.scrollIntoView());
            await until(() => there.form.getByRole('button', { name: 'Save', exact: true }).evaluate((one) => {
                const { left, top, width, height } = one.getBoundingClientRect();

                return document.elementFromPoint(left + width / 2, top + height / 2) === one;
            }), 'Save is in sight on a phone');
            assert.ok(await browser.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing is wider than the phone');
            await browser.setViewportSize({ width: 1440, height: 900 });
            await browser.reload();
            assert.deepEqual(asked, ['beforeunload']);
            assert.equal(await there.field('operator_name').inputValue(), '');
            await browser.reload();
            assert.equal(asked.length, 1);
        },
    },
];
