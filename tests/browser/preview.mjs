import assert from 'node:assert/strict';
import { axeFindsNothing } from './lib/axe.mjs';
import { until } from './lib/wait.mjs';

const SETTINGS = {
    header: { en: 'Ask us anything', fr: 'Une question ?' },
    welcome: { en: 'Welcome!', fr: 'Bienvenue !' },
    operator_name: 'Green Corner',
    colours: { header_background: '#7a1f4b', header_text: '#ffffff' },
};

/** A page as the configuration page is one: the preview's script, and a box at the right. */
async function page(stage, options) {
    const page = await stage.page(await stage.context('operators', { viewport: { width: 1300, height: 900 } }));
    const asked = [];

    await page.goto(`${stage.url}/js/preview.js`);
    await page.setContent('<!doctype html><html lang="en"><title>Configuration</title><main><h1>Chat</h1><div id="box"></div></main></html>');
    await page.addScriptTag({ url: '/js/preview.js' });
    page.on('request', (request) => asked.push(request.url()));
    await page.addStyleTag({ content: '#box { width: 420px; margin-inline-start: 500px }' });
    await page.evaluate((given) => {
        window.preview = window.onlinechatPreview(document.querySelector('#box'), given);
    }, { settings: SETTINGS, language: 'en', ...options });

    return { page, asked, update: (patch) => page.evaluate((given) => window.preview.update(given), patch) };
}

const inside = async (page, selector) => {
    const [box, part] = await Promise.all(['#box', selector].map((one) => page.locator(one).boundingBox()));

    return part.x >= box.x && part.y >= box.y && part.x + part.width <= box.x + box.width && part.y + part.height <= box.y + box.height;
};

export const tests = [
    {
        name: 'G9 the preview is the real window, follows each edit in place, stays in its box, asks and keeps nothing',
        async run(stage) {
            const { page: tab, asked, update } = await page(stage, {});
            const title = tab.locator('h2#title');

            await until(async () => await title.textContent() === 'Ask us anything', 'the header’s text');
            assert.equal(await tab.locator('.welcome').textContent(), 'Welcome!');
            assert.equal(await tab.locator('.name').first().textContent(), 'Green Corner');
            assert.ok(await inside(tab, '.window') && await inside(tab, '.launcher'));
            await axeFindsNothing(tab, 'preview');

            await update({ settings: { header: { en: 'Changed' }, colours: { header_background: '#006400' } } });
            await until(async () => await title.textContent() === 'Changed', 'the edit');
            assert.equal(await tab.locator('.header').evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(0, 100, 0)');
            await update({ language: 'fr' });
            assert.equal(await title.textContent(), 'Une question ?');
            await update({ phone: true });
            await until(async () => (await tab.locator('.window').boundingBox()).width <= 390, 'a phone');
            assert.ok(await inside(tab, '.window'));
            assert.deepEqual(asked, []);
            assert.deepEqual(await tab.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
            await tab.evaluate(() => window.preview.destroy());
            assert.equal(await tab.locator('#box > *').count(), 0);
        },
    },
    {
        name: 'G9 the preview of the form has the fields that are asked for, and follows them',
        async run(stage) {
            const { page: tab, update } = await page(stage, { mode: 'form', settings: { form: { ask: ['email', 'message'], require: ['message'] } } });
            const names = () => tab.locator('.field :is(input, textarea)').evaluateAll((all) => all.map(({ name }) => name));

            assert.deepEqual(await names(), ['email', 'message']);
            await update({ settings: { form: { ask: ['first_name', 'message'] }, form_header: { en: 'Write to us' } } });
            await until(async () => (await names()).join() === 'first_name,message', 'the fields');
            assert.equal(await tab.locator('h2#title').textContent(), 'Write to us');
            await axeFindsNothing(tab, 'preview of the form');
        },
    },
];
