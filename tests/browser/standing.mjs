import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { inside, reachable } from './lib/inside.mjs';
import { gone, settled, until, visible } from './lib/wait.mjs';

const focused = (page) => page.evaluate(() => {
    const { shadowRoot } = document.activeElement;

    return shadowRoot?.activeElement?.getAttribute('aria-label') ?? shadowRoot?.activeElement?.textContent ?? document.activeElement.localName;
});

/** A button that floats above the page, as PrestaShop's do on phones. */
const floating = (page) => page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const button = Object.assign(document.createElement('button'), { className: 'floating', textContent: '+' });

    sheet.replaceSync('.floating { position: fixed; inset: auto 20px 30px auto; width: 48px; height: 48px; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(button);
});

/** A menu at the page's end, as those of PrestaShop's lists. */
const menu = (page) => page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const toggle = Object.assign(document.createElement('button'), { className: 'toggle', textContent: 'Actions' });
    const list = Object.assign(document.createElement('div'), { className: 'dropdown-menu' });

    sheet.replaceSync('.toggle { position: fixed; inset: 40px 20px auto auto } .dropdown-menu { display: none; position: absolute;'
        + ' inset: auto 20px 60px auto; z-index: 1000 } .dropdown-menu.show { display: block }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    list.append(Object.assign(document.createElement('button'), { textContent: 'Uninstall' }));
    document.body.append(toggle, list);
    document.addEventListener('click', ({ target }) => list.classList.toggle('show', target === toggle && !list.matches('.show')));
    list.addEventListener('click', () => {
        toggle.textContent = 'Done';
    });
});

const apart = (a, b) => a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1;

const coversNothing = (width) => ({
    name: `G16: on a product page of ${width} px the console covers no native button, fixed bar or floating`,
    async run(stage) {
        const anna = await stage.operator({ viewport: { width, height: 844 } });

        await anna.go('/backoffice/products.php');
        await anna.ready();
        await floating(anna.page);
        if (await anna.title.getAttribute('aria-expanded') === 'true') {
            await anna.title.click();
        }
        await gone(anna.switch);
        await settled(anna.page);
        for (const native of await anna.page.locator('.footer button, .floating').all()) {
            // the page's scripts may put a button there when the console stands already
            await until(async () => apart(await anna.recap.boundingBox(), await native.boundingBox()), 'the button is free');
        }
    },
});

export const tests = [
    coversNothing(1400),
    coversNothing(390),
    {
        name: 'G16: an opened menu of the page is reached where the console stands, which is back when the menu is closed',
        async run(stage) {
            const anna = await stage.operator({ online: false });
            const { page } = anna;

            await anna.ready();
            await menu(page);
            await page.locator('.toggle').click();
            await gone(anna.recap);
            await page.locator('.dropdown-menu button').click();
            await visible(anna.recap);
            await anna.switch.focus();
            await page.evaluate(() => document.querySelector('.dropdown-menu').classList.add('show'));
            await page.keyboard.press('Shift');
            await page.evaluate(() => new Promise((done) => {
                setTimeout(done);
            }));
            assert.ok(await anna.recap.isVisible(), 'the console stays for who is in it');
        },
    },
    {
        name: 'G16: the console is moved by dragging and by keyboard, stays there on the next page, and goes back with Home',
        async run(stage) {
            const anna = await stage.operator();
            const grip = anna.recap.getByRole('button', { name: 'Move the chat' });
            const at = () => anna.recap.boundingBox();
            const home = await at();

            const box = await grip.boundingBox();
            await anna.page.mouse.move(box.x + 10, box.y + 10);
            await anna.page.mouse.down();
            await anna.page.mouse.move(box.x - 390, box.y - 90, { steps: 4 });
            await anna.page.mouse.up();
            const moved = await at();
            assert.deepEqual([home.x - moved.x, home.y - moved.y], [400, 100]);
            await grip.press('ArrowLeft');
            await grip.press('ArrowUp');
            assert.deepEqual([moved.x - (await at()).x, moved.y - (await at()).y], [24, 24]);
            await anna.go('/backoffice/orders.php');
            await anna.ready();
            assert.deepEqual([moved.x - (await at()).x, moved.y - (await at()).y], [24, 24]);
            await new Caller(stage.url).start('Hello');
            const room = await anna.arrived('Guest');
            await inside(anna.page, [anna.recap, room.element]);
            assert.ok(apart(await at(), await room.element.boundingBox()));
            for (let n = 0; n < 60; n++) {
                await grip.press('ArrowLeft');
            }
            await inside(anna.page, [anna.recap, room.element]);
            assert.ok(apart(await at(), await room.element.boundingBox()));
            await grip.press('Home');
            assert.deepEqual(await at(), home);
        },
    },
    {
        name: 'G16: in a back office that is mirrored by style sheets and a class, as PrestaShop’s is, the console is mirrored whole',
        async run(stage) {
            const context = await stage.context('operators');

            await context.addInitScript(() => document.addEventListener('readystatechange', () => {
                const sheet = new CSSStyleSheet();

                sheet.replaceSync('.lang-rtl { direction: rtl }');
                document.adoptedStyleSheets = [sheet];
                document.body.classList.add('lang-rtl');
            }));
            const anna = await stage.operator({ context });
            const at = async () => (await anna.recap.boundingBox()).x;
            const home = await at();

            assert.ok(home < 100, 'in the other corner');
            await anna.recap.getByRole('button', { name: 'Move the chat' }).press('ArrowRight');
            assert.equal(await at() - home, 24);
            await new Caller(stage.url).start('Hello');
            const room = await anna.arrived('Guest');
            assert.match(await room.tool('Send').locator('svg').evaluate((one) => getComputedStyle(one).transform), /^matrix\(-1/);
        },
    },
    {
        name: '400 % zoom is as a phone: one window on the whole screen, everything within reach',
        async run(stage) {
            const anna = await stage.operator({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

            await inside(anna.page, [anna.recap]);
            await new Caller(stage.url).start('Hello');
            await visible(anna.line('Hello'));
            const room = await anna.open('Guest');
            await inside(anna.page, [room.element, room.text]);
            await reachable(room.element);
            await room.say('Answered at 400 %');
            await room.element.getByRole('button', { name: 'Back to the list' }).click();
            await gone(room.element);
            await visible(anna.switch);
        },
    },
    {
        name: 'keyboard: next unread, switch window, search, write, end, and the list of keys with "?"',
        async run(stage) {
            const anna = await stage.operator();
            const { page } = anna;
            const [first, second] = [new Caller(stage.url), new Caller(stage.url)];

            await first.start('About olives');
            await second.start('About cactuses');
            await until(async () => await anna.rooms.count() === 2, 'two windows');
            await anna.title.focus();
            await page.keyboard.press('?');
            await visible(anna.dialog.getByText('Next unread conversation'));
            await page.keyboard.press('Escape');
            await gone(anna.dialog);
            await page.keyboard.press(']');
            const one = await focused(page);
            assert.match(one, /^Message to Guest/);
            await page.keyboard.type('n?]e');
            assert.match(await focused(page), /^Message to Guest/, 'in a text a key is a letter');
            await page.keyboard.press('Alt+ArrowDown');
            assert.notEqual(await focused(page), one);
            await page.keyboard.press('Alt+ArrowUp');
            assert.equal(await focused(page), one);
            await page.keyboard.press('Escape');
            await page.keyboard.press('h');
            await until(async () => await anna.rooms.count() === 1, 'hidden');
            await page.keyboard.press('s');
            await page.keyboard.type('cactus');
            await until(async () => await anna.recap.locator('.row').count() === 1, 'found');
            await page.keyboard.press('Enter');
            assert.match(await focused(page), /^Message to Guest/);
            await page.keyboard.press('Escape');
            await page.keyboard.press('e');
            await visible(anna.dialog.getByText('End this conversation?'));
            await page.keyboard.press('Escape');
            await gone(anna.dialog);
            await page.keyboard.press('m');
            await until(async () => await anna.rooms.locator('.panel:visible').count() < 1, 'minimised');
        },
    },
    {
        name: 'WCAG 2.1.4: outside the console its keys are the page’s own',
        async run(stage) {
            const anna = await stage.operator();

            await anna.page.evaluate(() => {
                window.pressed = '';
                document.addEventListener('keydown', ({ key }) => (window.pressed += key));
                document.activeElement.blur();
            });
            await anna.page.keyboard.type('?nes');
            assert.equal(await anna.page.evaluate(() => window.pressed), '?nes');
            assert.equal(await anna.dialog.count(), 0);
        },
    },
];
