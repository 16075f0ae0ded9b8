/*
 * Draws README.md's picture from a running demo: a visitor and the operator in one conversation.
 *
 *     tools/demo start && node tools/lib/demo/picture.mjs docs/chat.png && tools/demo stop
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const env = await readFile(fileURLToPath(new URL('../../../build/run/demo/env', import.meta.url)), 'utf8');
const shop = /ONLINECHAT_URL=(\S+)/.exec(env)[1];
const target = process.argv[2] ?? 'docs/chat.png';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A browser of its own, as two people have. */
async function open(path, width) {
    const context = await browser.newContext({ viewport: { width, height: 720 }, locale: 'en-GB' });
    const page = await context.newPage();

    await page.goto(shop + path);

    return page;
}

async function say(page, box, text, place = page) {
    await place.getByRole('textbox', { name: box }).fill(text);
    await page.keyboard.press('Enter');
}

const office = await open('/backoffice/', 1180);
await office.getByRole('button', { name: /Anna/ }).click();
await office.getByRole('switch').click();
await office.getByText('You are online').waitFor();

const visitor = await open('/', 720);
await visitor.getByRole('button', { name: 'Chat' }).click();
await say(visitor, /message/i, 'Hello! Which plant is happy in a dark bathroom?');

const asked = office.getByRole('log').filter({ hasText: 'dark bathroom' });
await asked.waitFor();
const window = office.locator('section, article, div[role]').filter({ has: asked }).last();
await say(office, /message/i, 'Hello! The Boston fern: it likes damp air and gets by with little light.', window);
await visitor.getByText('The Boston fern').waitFor();
await say(visitor, /message/i, 'Lovely, I’ll take the one in the blue pot.');
await office.getByText('blue pot').first().waitFor();

const pictures = await Promise.all([visitor, office].map(async (page) => (await page.screenshot()).toString('base64')));
const sheet = await (await browser.newContext({ viewport: { width: 1960, height: 760 } })).newPage();
await sheet.setContent(`<body style="margin:0;padding:20px;display:flex;gap:20px;background:#d9dedb">${pictures
    .map((data) => `<img style="border-radius:8px" src="data:image/png;base64,${data}">`).join('')}`);
await sheet.screenshot({ path: target });
await browser.close();
