/*
 * Takes the pictures of docs/images from a running demo. Usage:
 *
 *     tools/demo start; . build/run/demo/env; node tests/browser/screenshots.mjs; tools/demo stop
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Caller } from './lib/caller.mjs';
import { launch, Stage } from './lib/stage.mjs';
import { settled, until, visible } from './lib/wait.mjs';
import { clear, degrade } from './lib/weather.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const file = (name) => `${folder}${name}.png`;

const FOUR = 4;
/** Of more visitors, should the demo's not be enough. */
const QUESTIONS = ['Do you deliver on Saturdays?', 'Which of your plants are safe for cats?', 'Can I return a pot?', 'My fern has brown tips.'];

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

async function shoot(page, name) {
    await settled(page);
    await page.screenshot({ path: file(name) });
}

/** What the README's picture shows: a customer and an operator in the middle of a conversation. */
async function talk(stage) {
    const anna = await stage.operator({ viewport: { width: 920, height: 720 }, deviceScaleFactor: 2 });
    const ada = await stage.visitor({ customer: 'Ada', path: '/product.php?id=3', viewport: { width: 760, height: 720 }, deviceScaleFactor: 2 });

    await ada.open();
    await ada.say('Hello! Does this one cope with a dark hallway?');
    const room = await anna.open('Ada');
    await room.say('Hello Ada! Yes, as long as there is a little daylight. It wants water every second week only.');
    await ada.say('That sounds like my kind of plant.');
    await room.say('It forgives nearly everything. Shall I put a matching pot aside for you?');
    await ada.sees(...await room.texts());
    await anna.go('/backoffice/orders.php');
    await visible(room.text);
    await room.text.focus();

    return { anna, ada, room };
}

/** The two sides as they are, next to each other on one sheet. */
async function sideBySide(stage, left, right) {
    const data = async (name) => `data:image/png;base64,${(await readFile(file(name))).toString('base64')}`;
    const page = await (await stage.context('visitors', { viewport: { width: 1800, height: 836 }, deviceScaleFactor: 1.5 })).newPage();

    await page.setContent(`<!DOCTYPE html><html lang="en"><style>
        body { margin: 0; padding: 34px 40px 44px; display: flex; gap: 40px; font: 600 17px "Helvetica Neue", Arial, sans-serif;
            background: linear-gradient(120deg, #e7efe9, #e3ecf0); color: #33474f; }
        figure { margin: 0; }
        figcaption { margin: 0 4px 12px; }
        img { display: block; height: 720px; border-radius: 14px; box-shadow: 0 2px 6px rgb(20 40 50 / 12%), 0 22px 50px rgb(20 40 50 / 20%); }
    </style><figure><figcaption>In the shop</figcaption><img src="${await data(left)}"></figure>
    <figure><figcaption>In the back office</figcaption><img src="${await data(right)}"></figure></html>`);
    await page.screenshot({ path: file('chat') });
}

/** The same shop in a dark theme. */
const dark = (page) => page.evaluate(() => {
    const sheet = new CSSStyleSheet();

    sheet.replaceSync(`body, body > header, body > footer { background: #14181b !important; border-color: #333c41 !important; }
        body :not(onlinechat-widget) { color: #e4eae6 !important; }
        main > :first-child, main > :first-child > * { background: #20302a !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
});

async function widgetPictures(stage, ada) {
    const guest = await stage.visitor({ viewport: { width: 1280, height: 800 } });

    await visible(guest.launcher);
    await shoot(guest.page, 'widget-closed');
    await guest.open();
    await shoot(guest.page, 'widget-open');
    await ada.widget.locator('.tool.end').click();
    await visible(ada.widget.locator('dialog'));
    await shoot(ada.page, 'widget-end');
    await ada.page.keyboard.press('Escape');
    await dark(guest.page);
    await shoot(guest.page, 'widget-dark-shop');
    const arabic = await stage.visitor({ ...PHONE, customer: 'ليلى', path: '/?lang=ar' });
    await arabic.open();
    await shoot(arabic.page, 'widget-phone-rtl');
}

/** Whoever the others are served by, four are Anna's in the end. */
/** The contact form, and the queue it is the way out of. Last of all: the shop is emptied for them. */
async function waitingPictures(stage) {
    await stage.shop();
    const away = await stage.visitor({ viewport: { width: 1280, height: 800 } });
    await away.open();
    await visible(away.widget.locator('.form'));
    await shoot(away.page, 'widget-form');

    await stage.shop({ queue: true, capacity: 1 });
    await stage.operator();
    await new Caller(stage.url).start(QUESTIONS[0]);
    const waits = await stage.visitor(PHONE);
    await waits.open();
    await waits.say(QUESTIONS[1]);
    await visible(waits.notice('position', { n: 1 }));
    await shoot(waits.page, 'widget-queue-phone');
}

async function fourWindows(stage, anna) {
    for (const text of QUESTIONS) {
        if (await anna.rooms.count() < FOUR) {
            await new Caller(stage.url).start(text);
            await anna.recap.locator('.row').nth(FOUR - 1).waitFor({ timeout: 4000 }).catch(() => {});
        }
    }
    await until(async () => await anna.rooms.count() === FOUR, 'four windows');
}

async function consolePictures(stage, { ada }) {
    const anna = await stage.operator();
    const room = await anna.open('Ada');

    await fourWindows(stage, anna);
    // slowly: a signal goes out every third second
    await ada.text.fill('');
    await ada.text.pressSequentially('Oh yes, please', { delay: 300 });
    await visible(room.element.locator('.typing'));
    await shoot(anna.page, 'console-windows');
    await anna.recap.screenshot({ path: file('console-recap') });
    await room.tool('End').click();
    await visible(anna.dialog);
    await shoot(anna.page, 'console-end');
    await anna.answer('Cancel');
    await room.tool('Transfer').click();
    await visible(anna.dialog);
    await shoot(anna.page, 'console-transfer');
    await anna.answer('Cancel');
    await degrade(anna.page, 'watch');
    await visible(anna.banner);
    await shoot(anna.page, 'console-degraded');
    await clear(anna.page);

    const context = await stage.context('operators', PHONE);
    const phone = await stage.operator({ context });
    await until(async () => await phone.recap.locator('.row').count() > 1, 'conversations on the phone');
    await shoot(phone.page, 'console-phone-list');
    await phone.open('Ada');
    await shoot(phone.page, 'console-phone');

    const rtl = await stage.operator({ viewport: { width: 1280, height: 800 }, rtl: true });
    await rtl.open('Ada');
    await shoot(rtl.page, 'console-rtl');
    await rtl.recap.getByRole('button', { name: 'Keyboard' }).click();
    await visible(rtl.dialog);
    await shoot(rtl.page, 'console-keys');
}

await mkdir(folder, { recursive: true });
// fonts of one kind, whatever the machine calls its own
const browsers = await launch({ FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) });
const stage = new Stage(browsers);
try {
    const people = await talk(stage);
    await people.ada.text.pressSequentially('Oh yes, ple');
    await visible(people.room.element.locator('.typing'));
    await shoot(people.ada.page, 'widget-chat');
    await shoot(people.anna.page, 'console-chat');
    await people.anna.page.context().close();
    await sideBySide(stage, 'widget-chat', 'console-chat');
    await consolePictures(stage, people);
    await widgetPictures(stage, people.ada);
    await waitingPictures(stage);
} finally {
    await stage.end();
    await browsers.close();
}
