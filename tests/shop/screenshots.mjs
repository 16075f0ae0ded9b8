/*
 * Takes the pictures of docs/configuration.md in the first shop of PRESTASHOP_ROOTS, in English and in French. Usage:
 *
 *     tools/shops start; tools/shops install; node tests/shop/screenshots.mjs; tools/shops stop
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/lib/stage.mjs';
import { settled, until } from '../browser/lib/wait.mjs';
import { prepare, query, shops } from './lib/shop.mjs';
import { ShopStage } from './lib/stage.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const TEXTS = {
    en: { header: 'Questions? Ask us', welcome: 'Hello! We answer at once, Monday to Friday.', form_header: 'Leave us a message' },
    fr: { header: 'Une question ?', welcome: 'Bonjour ! Nous répondons aussitôt, du lundi au vendredi.', form_header: 'Laissez-nous un message' },
};

async function speak(shop, language) {
    await query(shop, `UPDATE PREFIX_employee SET id_lang = (SELECT id_lang FROM PREFIX_lang WHERE iso_code = '${language}')`
        + ` WHERE email = '${shop.employees.ines.email}'`);
}

async function pictures(stage, language) {
    await speak(stage.shop, language);
    const { page } = await stage.operator({ online: false });
    const ending = language === 'en' ? '' : `-${language}`;
    const shoot = async (name) => {
        await settled(page);
        await page.screenshot({ path: `${folder}configuration-${name}${ending}.png` });
    };
    const open = async (tab) => {
        await page.locator(`#onlinechat-tab-${tab}`).click();
        await page.locator(`#onlinechat-panel-${tab}`).waitFor();
        await page.evaluate(() => window.scrollTo(0, 0));
    };
    const [{ id }] = await query(stage.shop, `SELECT id_lang id FROM PREFIX_lang WHERE iso_code = '${language}'`);
    const show = async (mode) => {
        await page.locator(`[name="onlinechat-preview-mode"][value="${mode}"]`).check();
        await until(() => page.locator('#onlinechat-stage onlinechat-widget').count(), 'the preview');
    };

    await page.goto(await page.locator('a[href*="onlinechat/configuration"]').first().evaluate((one) => one.href));
    await until(() => page.locator('.onlinechat-entry[data-ok]').count(), 'the entry is asked');
    await shoot('help');
    await open('configuration');
    await page.locator('#onlinechat-settings .js-locale-btn').first().click();
    await page.locator(`#onlinechat-settings .js-locale-item[data-locale="${language}"]:visible`).first().click();
    for (const [name, text] of Object.entries(TEXTS[language])) {
        await page.locator(`[name="onlinechat[${name}][${id}]"]`).fill(text);
    }
    await show('chat');
    await page.locator('a[href="#onlinechat-step-B"]').click();
    await shoot('steps');
    await show('form');
    await page.locator('a[href="#onlinechat-step-C"]').click();
    await shoot('offline');
    await page.locator('a[href="#onlinechat-step-hours"]').click();
    await shoot('hours');
    page.on('dialog', (dialog) => dialog.accept());
    await open('faq');
    for (const question of ['slow', 'limit']) {
        await page.locator(`#onlinechat-faq-${question} summary`).click();
    }
    await shoot('faq');
    await open('contact');
    await shoot('contact');
}

await mkdir(folder, { recursive: true });
const [line] = (await shops('list')).trim().split('\n');
const shop = await prepare(line.split(' ').slice(0, 3).join(' '));
const browsers = await launch({ FONTCONFIG_FILE: fileURLToPath(new URL('../browser/fonts.conf', import.meta.url)) });
const stage = new ShopStage(browsers, shop);
try {
    await pictures(stage, 'en');
    await pictures(stage, 'fr');
} finally {
    await speak(shop, 'en');
    await stage.end();
    await browsers.close();
}
