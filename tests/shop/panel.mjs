import assert from 'node:assert/strict';
import { axeFindsNothing } from '../browser/lib/axe.mjs';
import { inside } from '../browser/lib/inside.mjs';
import { until, visible } from '../browser/lib/wait.mjs';
import { configOf } from './lib/links.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';

/** The class by which PrestaShop says that its back office is mirrored; its generated style sheets are not here. */
const mirror = (context) => context.addInitScript(() => document.addEventListener('readystatechange', () => {
    document.body?.classList.add('lang-rtl');
}));

const SETUPS = {
    'a desktop': {},
    'a phone': { viewport: { width: 390, height: 844 } },
    'a desktop, right to left': { rtl: true },
    'a phone, right to left': { viewport: { width: 390, height: 844 }, rtl: true },
};

const looksWell = ([name, { rtl = false, ...options }], i) => ({
    name: `issue 5.6 5.7 the customer’s panel and the form of a canned reply on ${name}: within the screen, axe finds nothing`,
    async run(stage) {
        const context = await stage.context('operators', options);
        const operator = await stage.operator({ context });
        const { page } = operator;
        const { links } = await configOf(page);
        const visitor = await stage.visitor({ customer: stage.shop.customers.cleo });

        await visitor.open();
        await visitor.say('Which size is this?');
        const address = await operator.address(i % 2 ? LEGACY : SYMFONY);
        if (rtl) {
            await mirror(context);
        }
        await page.goto(address);
        await operator.ready();
        await operator.unfold();
        await visible(operator.line('Which size is this?'));
        const room = await operator.open('Cleo Buyer');
        await room.tool('Customer').click();
        const facts = room.element.locator('.facts');
        await visible(facts.getByText('cleo@chat-test.example'));
        assert.equal(await operator.console.evaluate((one) => one.dir), rtl ? 'rtl' : 'ltr');
        await inside(page, [room.element, facts]);
        assert.equal(await facts.evaluate((one) => one.scrollWidth > one.clientWidth), false);
        await axeFindsNothing(page, 'the panel', { include: ['onlinechat-console'] });

        await page.goto(new URL(links.replies.replace('/replies/console', '/replies/new'), stage.url).href);
        await visible(page.locator('#onlinechat-reply'));
        // the grey of hints and the buttons' colours are 8.2's own
        await axeFindsNothing(page, 'a new reply', { include: ['#onlinechat-reply'], exclude: [['#onlinechat-reply .form-text'], ['#onlinechat-reply .btn']] });
    },
});

export const tests = [
    ...Object.entries(SETUPS).map(looksWell),
    {
        name: 'issue 5.6 the window’s panel: page being viewed, device, what PrestaShop knows; read when unfolded and on demand only',
        async run(stage) {
            const operator = await stage.operator();
            const asked = [];
            operator.page.on('request', (request) => /onlinechat\/customer|action=trail/.test(request.url()) && asked.push(request.url()));
            const visitor = await stage.visitor({ customer: stage.shop.customers.cleo, path: `/index.php?controller=product&id_product=${stage.shop.product}` });

            await visitor.open();
            await visitor.say('Which size is this?');
            const room = await operator.arrived('Cleo Buyer');
            assert.equal(asked.length, 0, 'nothing is read before somebody wants to see it');
            await room.tool('Customer').click();
            const facts = room.element.locator('.facts');
            await facts.getByText('cleo@chat-test.example').waitFor();
            await facts.getByText('Computer ·').waitFor();
            assert.equal(asked.length, 2);
            await until(() => facts.getByText('Page being viewed').count(), 'the page is told');
            await facts.getByRole('button', { name: 'Refresh' }).click();
            await until(() => asked.length === 4, 'read again on demand');
            await facts.getByText('Earlier conversations').click();
            await facts.getByText('There are none').waitFor();
        },
    },
    {
        name: 'issue 5.7 "/" offers canned replies in the text field: keyboard, placeholders filled in, the focus stays',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor({ customer: stage.shop.customers.cleo });

            await visitor.open();
            await visitor.say('Hello');
            const room = await operator.arrived('Cleo Buyer');
            await room.text.click();
            await room.text.pressSequentially('/hel');
            const list = room.element.getByRole('listbox');
            await list.waitFor();
            const active = await room.text.getAttribute('aria-activedescendant');
            assert.equal(await operator.page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
            await room.text.press('Enter');
            await until(async () => /^Hello Cleo, this is Ines Chatter from .+\. How can I help you\?$/.test(await room.text.inputValue()), 'filled in');
            assert.equal((await room.texts()).length, 1, 'nothing was sent');
            await room.text.press('Enter');
            await until(async () => (await room.texts()).length === 2, 'the second Enter sends');
            await room.text.pressSequentially('/st');
            await list.waitFor();
            await room.text.press('Escape');
            await list.waitFor({ state: 'hidden' });
            assert.equal(await room.text.inputValue(), '/st');
        },
    },
];
