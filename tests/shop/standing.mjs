import assert from 'node:assert/strict';
import { axeFindsNothing } from '../browser/lib/axe.mjs';
import { inside, reachable } from '../browser/lib/inside.mjs';
import { gone, settled, until, visible } from '../browser/lib/wait.mjs';
import { ask, configOf } from './lib/links.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    + " require-trusted-types-for 'script'; trusted-types onlinechat";

/** Buttons of the page that the console covers when they are scrolled to. */
const covered = (page) => page.evaluate(() => [...document.querySelectorAll('button, a.btn, input[type=submit]')]
    .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((one) => {
        one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { left, top, width, height } = one.getBoundingClientRect();

        return document.elementFromPoint(left + width / 2, top + height / 2)?.localName === 'onlinechat-console';
    })
    .map((one) => `${one.textContent.trim() || one.name} (${one.className})`));

const coversNothing = (width) => ({
    name: `issue 5.9 on a product page, a legacy page and the configuration, ${width} px wide, the console covers no native button`,
    async run(stage) {
        const operator = await stage.operator({ online: false, context: await stage.context('operators', { viewport: { width, height: 844 } }) });
        const { page } = operator;
        const { links } = await configOf(page);
        const { data: { product } } = await ask(page, `${links.customer}&page=${encodeURIComponent(`/index.php?id_product=${stage.shop.product}&controller=product`)}`);
        const addresses = [
            new URL(product.url, stage.url).href, await operator.address('AdminCarriers').catch(() => operator.address(LEGACY)),
            await operator.address('onlinechat/configuration'),
        ];

        for (const [i, address] of addresses.entries()) {
            await page.goto(address);
            if (i === 2) {
                await page.goto(await page.locator('#onlinechat-tab-configuration').evaluate((one) => one.href));
            }
            await operator.ready();
            if (await operator.title.getAttribute('aria-expanded') === 'true') {
                await operator.title.click();
            }
            await gone(operator.switch);
            await settled(page);
            // the page's scripts may put a bar there when the console stands already
            await until(async () => {
                assert.deepEqual(await covered(page), []);
                return true;
            }, `nothing is covered on ${address}`);
        }
    },
});

/** The page as if its server sent a strict policy: what breaks it is told, and the core's own scripts go on. */
async function strict(context) {
    const told = [];

    await context.exposeFunction('broken', (one) => told.push(one));
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => window.broken({
        rule: event.violatedDirective, by: event.sourceFile, of: event.blockedURI,
    })));
    await context.route((url) => !/\.\w+$/.test(url.pathname) || url.pathname.endsWith('.php'), async (route) => {
        const request = route.request();

        if (request.resourceType() !== 'document' || request.method() !== 'GET') {
            await route.continue();
            return;
        }
        const response = await route.fetch();

        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy-report-only': POLICY } });
    });

    return told;
}

export const tests = [
    coversNothing(1400),
    coversNothing(390),
    {
        name: 'issue 5.9 under a strict content policy neither side breaks it, on a Symfony page and on a legacy page',
        async run(stage) {
            const office = await stage.context('operators');
            const shop = await stage.context('visitors');
            const operator = await stage.operator({ context: office, page: SYMFONY });
            const told = { office: await strict(office), shop: await strict(shop) };

            await operator.visit(SYMFONY);
            await operator.ready();
            const visitor = await stage.visitor({ context: shop });
            await visitor.open();
            await visitor.say('See https://shop.example/');
            const room = await operator.arrived('Guest');
            await room.say('Thank you');
            await room.tool('Customer').click();
            await visible(room.element.locator('.facts').getByText('Device'));
            await operator.visit(LEGACY);
            await operator.ready();
            await operator.end('Guest');
            await visible(visitor.notice('finished'));
            for (const [side, all] of Object.entries(told)) {
                assert.ok(all.length, `the policy is at work in the ${side}: the core itself breaks it`);
                assert.deepEqual(all.filter(({ by }) => /onlinechat/.test(by)), [], side);
            }
        },
    },
    {
        name: 'issue 5.9 moved on a Symfony page it stands there on a legacy page; outside of it its keys are the page’s own',
        async run(stage) {
            const operator = await stage.operator({ page: SYMFONY });
            const { page } = operator;
            const grip = operator.recap.getByRole('button', { name: 'Move the chat' });
            const at = async () => (await operator.recap.boundingBox()).x;
            const home = await at();

            await grip.press('ArrowLeft');
            await grip.press('ArrowLeft');
            assert.equal(home - await at(), 48);
            await operator.visit(LEGACY);
            await operator.ready();
            await until(async () => Math.abs(home - await at() - 48) < 20, 'moved here, too');
            await grip.press('Home');
            await until(async () => Math.abs(home - await at()) < 20, 'back in its corner');
            await page.evaluate(() => document.activeElement.blur());
            await page.keyboard.type('?nes');
            assert.equal(await operator.dialog.count(), 0);
            await operator.title.focus();
            await page.keyboard.press('?');
            await visible(operator.dialog.getByText('Next unread conversation'));
        },
    },
    {
        name: 'issue 5.9 at 400 % zoom it is as on a phone, on a legacy page; in forced colours axe finds nothing, on a Symfony page',
        async run(stage) {
            const narrow = await stage.context('operators', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
            const operator = await stage.operator({ context: narrow });

            await operator.page.goto(await operator.address(LEGACY));
            await operator.ready();
            await operator.unfold();
            await (await stage.caller()).start('Hello');
            await visible(operator.line('Hello'));
            const room = await operator.open('Guest');
            await inside(operator.page, [room.element, room.text]);
            await reachable(room.element);
            await room.say('Answered at 400 %');
            const forced = await stage.operator({ context: await stage.context('operators', { forcedColors: 'active' }), page: SYMFONY });
            await forced.open('Guest');
            await axeFindsNothing(forced.page, 'forced colours', { include: ['onlinechat-console'] });
        },
    },
];
