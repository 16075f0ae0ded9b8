import assert from 'node:assert/strict';
import { axeFindsNothing } from './lib/axe.mjs';
import { until, visible } from './lib/wait.mjs';

const PUBLIC = {
    header: { en: 'Ask the potters', ar: 'اسأل الخزافين' },
    welcome: { en: 'I <3 you,\nreally', ar: 'مرحبا' },
    form_header: { en: 'Write to us' },
    colours: { header_background: '#7a1f4b', visitor_background: '#145214', form_header_background: '#123456' },
    avatar: '/img/leaf.svg',
    privacy: { en: 'We keep conversations for one year.' },
    privacy_url: { en: '/contact.php' },
    consent: { form: { en: [{ text: 'I agree to the ' }, { text: 'terms', url: '/contact.php' }, { text: '.' }] } },
    transcript: true,
};

const DEVICES = {
    'a desktop': {},
    'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    'right to left': { viewport: { width: 1280, height: 800 }, rtl: true, path: '/?lang=ar' },
    '400 % zoom': { viewport: { width: 320, height: 256 } },
};

const colour = (locator) => locator.evaluate((one) => getComputedStyle(one).backgroundColor);

const onDevice = ([name, options]) => ({
    name: `G7 G8 G10 texts, colours, picture, privacy text and consent, axe-core finds nothing: ${name}`,
    shop: { offline_mode: true, public: PUBLIC },
    async run(stage) {
        const visitor = await stage.visitor(options);
        const { widget, page } = visitor;

        await visitor.open();
        await visible(widget.locator('.form .terms input'));
        assert.equal(await colour(widget.locator('.header')), 'rgb(18, 52, 86)');
        await widget.locator('#form-email').fill('jane@shop.example');
        await widget.locator('#form-message').fill('Hello');
        await widget.locator('.form .primary').click();
        await until(() => widget.locator('#form-consent').evaluate((box) => box.getRootNode().activeElement === box), 'the box has the focus');
        await axeFindsNothing(page, 'form, not agreed');

        const operator = await stage.operator();
        const other = await stage.visitor(options);
        await other.open();
        await visible(other.text);
        assert.equal(await colour(other.widget.locator('.header')), 'rgb(122, 31, 75)');
        assert.ok(await other.widget.locator('.avatar img').evaluate((image) => image.complete && image.naturalWidth > 0));
        await axeFindsNothing(other.page, 'start');
        await other.write('Too soon');
        await axeFindsNothing(other.page, 'start, not agreed');
        assert.deepEqual(await other.texts(), []);
        await other.widget.locator('#consent').check();
        await other.text.press('Enter');
        await other.sees('Too soon');
        await operator.arrived('Guest');
        assert.equal(await colour(other.message('Too soon')), 'rgb(20, 82, 20)');
        assert.equal(await other.widget.locator('.window > .terms').isVisible(), false);
    },
});

export const tests = [
    ...Object.entries(DEVICES).map(onDevice),
    {
        name: 'where the owner puts it: left or right, how far in and up; mirrored right to left, and never out of the window',
        shop: { public: { position: { side: 'left', inline: 60, block: 90, z_index: 77 } } },
        async run(stage) {
            await stage.operator();
            const visitor = await stage.visitor();
            await visible(visitor.launcher);
            const { width, height } = visitor.page.viewportSize();
            const button = await visitor.launcher.boundingBox();
            assert.deepEqual([button.x, Math.round(height - button.y - button.height)], [60, 90]);
            assert.equal(await visitor.widget.evaluate((one) => getComputedStyle(one).zIndex), '77');
            await visitor.open();
            await until(async () => Math.round((await visitor.window.boundingBox()).x) === 60, 'the window stands over it');

            const mirrored = await stage.visitor({ rtl: true, path: '/?lang=ar' });
            await visible(mirrored.launcher);
            const box = await mirrored.launcher.boundingBox();
            assert.equal(width - box.x - box.width, 60);

            const small = await stage.visitor({ viewport: { width: 700, height: 440 } });
            await small.open();
            const window = await small.window.boundingBox();
            assert.ok(window.y >= 0 && window.height >= 300, JSON.stringify(window));
        },
    },
    {
        name: 'whom the chat is offered: a guest sees nothing where it is for customers, and no status or ticket gives it',
        shop: { public: { offer: { to: 'customers', groups: [] } } },
        async run(stage) {
            await stage.operator();
            const visitor = await stage.visitor();
            const answered = visitor.page.waitForResponse(/action=status/);

            await visitor.go('/product.php?id=2');
            await answered;
            assert.equal(await visitor.launcher.isVisible(), false);
            await visitor.page.context().addCookies([{ name: 'onlinechat_who_1', value: '3.4~0123abcd', url: stage.url }]);
            await visitor.go('/product.php?id=2');
            await visible(visitor.launcher);
        },
    },
];
