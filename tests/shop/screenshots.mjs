/*
 * Takes the pictures of docs/configuration.md, docs/history.md and docs/statistics.md in the first shop of PRESTASHOP_ROOTS, in
 * English and in French, and those of what an operator knows of a customer; or only those named. Usage:
 *
 *     tools/shops start; tools/shops install; node tests/shop/screenshots.mjs [configuration|history|statistics|customer …]; tools/shops stop
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/lib/stage.mjs';
import { settled, until, visible } from '../browser/lib/wait.mjs';
import { archive, leave } from './lib/archive.mjs';
import { History } from './lib/history.mjs';
import { prepare, query, shops, speak } from './lib/shop.mjs';
import { ShopStage } from './lib/stage.mjs';
import { counted, StatisticsPage, weeks } from './lib/statistics.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const TEXTS = {
    en: { header: 'Questions? Ask us', welcome: 'Hello! We answer at once, Monday to Friday.', form_header: 'Leave us a message' },
    fr: { header: 'Une question ?', welcome: 'Bonjour ! Nous répondons aussitôt, du lundi au vendredi.', form_header: 'Laissez-nous un message' },
};

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

/** What the table shows: a customer with two conversations, guests, a message left. */
async function talked(stage) {
    const { shop } = stage;
    const at = Date.UTC(2026, 2, 10, 9, 12);
    const customer = shop.customers.cleo;

    await archive(shop, [
        { id: 4711, customer: customer.id, name: customer.name, email: customer.email, phone: '+33 6 12 34 56 78', at, operator: shop.employees.ines.id, said: [
            ['visitor', customer.name, 'Good morning! Is the large mug back in stock?'],
            ['operator', 'Ines', 'Good morning! Yes, since yesterday: 12 pieces.\nShall I put one aside for you?'],
            ['note', 'Ines', 'Asked for it in February already'],
            ['visitor', customer.name, 'Yes please, thank you 😀'],
        ] },
        { id: 4712, at: at - 5e6, said: [['visitor', '', 'How long does delivery to Belgium take?']] },
        { id: 4713, at: at - 9e6, said: [['visitor', '', 'هل يمكنني تغيير عنوان التسليم؟']] },
    ]);
    await leave(stage, { first_name: 'Dan', last_name: 'Buyer', email: 'dan@chat-test.example', phone: '+32 2 555 00 00', message: 'My parcel arrived with a broken cup.\nMay I send it back?' });
    await query(shop, "UPDATE PREFIX_onlinechat_mail SET state = 2, due_at = NULL");
    await query(shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_history'");
}

async function historyPictures(stage, language, { ending = language === 'en' ? '' : `-${language}`, where = folder, ...options } = {}) {
    await speak(stage.shop, language);
    const history = await new History(await stage.operator({ online: false, context: await stage.context('operators', options) })).open();
    const { page, operator } = history;
    const shoot = async (name) => {
        await operator.ready();
        await settled(page);
        await page.screenshot({ path: `${where}history${name}${ending}.png` });
    };

    await shoot('');
    for (const [name, text] of Object.entries({ '-view': stage.shop.customers.cleo.name, '-message': 'Dan Buyer' })) {
        await history.view(text);
        await shoot(name);
        // the core's tooltip of the link that has the focus again stands over the table
        await history.open();
    }
}

async function statisticsPictures(stage, language) {
    await speak(stage.shop, language);
    await counted(stage.shop, weeks(stage.shop.employees, 90));
    const statistics = await new StatisticsPage(await stage.operator({ online: false })).open({ range: 90 });

    await until(() => statistics.drawn('operators'), 'the charts');
    await settled(statistics.page);
    await statistics.page.screenshot({ path: `${folder}statistics${language === 'en' ? '' : `-${language}`}.png` });
}

/** What an operator knows of a customer, on a desktop and a phone. */
async function knowledge(stage) {
    const { shop: { customers: { cleo }, products, product } } = stage;
    await stage.operator();
    const visitor = await stage.visitor({ customer: cleo, path: `/index.php?controller=product&id_product=${product}` });

    await visitor.open();
    await visitor.say('Hello! Which size is this one, and when could it be here?');
    await visitor.go(`/index.php?controller=product&id_product=${products[1]}`);
    for (const [ending, options] of [['', {}], ['-phone', { viewport: { width: 390, height: 844 } }]]) {
        const operator = await stage.operator({ online: false, context: await stage.context('operators', options) });

        await operator.ready();
        await operator.unfold();
        await visible(operator.line('Hello!'));
        const room = await operator.open('Cleo Buyer');
        await room.tool('Customer').click();
        await visible(room.element.getByText('cleo@chat-test.example'));
        await settled(operator.page);
        await operator.page.screenshot({ path: `${folder}console-customer${ending}.png` });
    }
}

const KINDS = ['configuration', 'history', 'statistics', 'customer'];
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !KINDS.includes(name));
if (unknown) {
    console.error(`screenshots.mjs: no pictures "${unknown}"; there are ${KINDS.join(', ')}`);
    process.exit(2);
}
const wants = (name) => !wanted.length || wanted.includes(name);

await mkdir(folder, { recursive: true });
const [line] = (await shops('list')).trim().split('\n');
const shop = await prepare(line.split(' ').slice(0, 3).join(' '));
const browsers = await launch({ FONTCONFIG_FILE: fileURLToPath(new URL('../browser/fonts.conf', import.meta.url)) });
const stage = new ShopStage(browsers, shop);
try {
    await (wants('history') && talked(stage));
    for (const language of ['en', 'fr']) {
        await (wants('history') && historyPictures(stage, language));
        await (wants('configuration') && pictures(stage, language));
        await (wants('statistics') && statisticsPictures(stage, language));
    }
    await speak(shop, 'en');
    await (wants('customer') && knowledge(stage));
} finally {
    await speak(shop, 'en');
    await stage.end();
    await browsers.close();
}
