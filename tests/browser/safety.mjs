import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { visible } from './lib/wait.mjs';

const TEXTS = [
    '<img src=x onerror="alert(1)">',
    '</textarea></script><script>alert(2)</script>',
    '{{constructor.constructor("alert(3)")()}} ${alert(4)}',
    'javascript:alert(5) &lt;b&gt; &#x3c;svg onload=alert(6)>',
    '\u202Etxet desrever\u202C ok',
];

/** The strictest policy a page can live under: only the module's own policy may name a script to load. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types onlinechat";

/** The ticks under an own message are the window's; everything else stands for what was written. */
async function onlyText(log) {
    const elements = await log.evaluate((element) => element.querySelectorAll('img, script, b, iframe, a, svg:not(.state svg)').length);

    assert.equal(elements, 0);
}

export const tests = [
    {
        name: 'what people write is shown as text on both sides, in lists and titles too',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();

            await guest.open();
            for (const text of TEXTS) {
                await guest.say(text);
            }
            const room = await anna.arrived('Guest');
            await room.sees(...TEXTS);
            await onlyText(room.log);
            await onlyText(anna.recap.locator('.list'));
            for (const text of TEXTS) {
                await room.say(text);
            }
            await guest.sees(...TEXTS, ...TEXTS);
            await onlyText(guest.log);
        },
    },
    {
        name: 'under the strictest content policy everything works and nothing violates it',
        async run(stage) {
            const strict = async (context) => {
                await context.route(/\/(index\.php|product\.php)?(\?.*)?$|backoffice\/\w+\.php$/, async (route) => {
                    if (route.request().resourceType() !== 'document') {
                        await route.fallback();
                        return;
                    }
                    const response = await route.fetch({ maxRedirects: 0 });
                    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
                });
                return context;
            };
            const anna = await stage.operator({ context: await strict(await stage.context('operators')) });
            const guest = await stage.visitor({ context: await strict(await stage.context('visitors')) });

            await guest.open();
            await guest.say('Strict?');
            const room = await anna.arrived('Guest');
            await room.say('Very strict.');
            await guest.sees('Strict?', 'Very strict.');
            await anna.end('Guest');
            await visible(guest.notice('finished'));
        },
    },
    {
        name: 'nothing is asked but the public status, and nothing is stored, before a visitor opens the chat',
        async run(stage) {
            await stage.operator();
            const context = await stage.context('visitors');
            const asked = [];

            context.on('request', (request) => /\.php/.test(request.url()) && request.resourceType() !== 'document'
                && asked.push(new URL(request.url())));
            const guest = await stage.visitor({ context });
            await visible(guest.launcher);
            assert.deepEqual(asked.map(({ searchParams }) => searchParams.get('action')), ['status']);
            assert.deepEqual((await context.cookies()).map(({ name }) => name).filter((name) => name !== 'polls'), [], 'but the one this test brings');
            assert.deepEqual(await guest.page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage })), []);
        },
    },
    {
        name: 'a message of 4,000 characters arrives whole; one more cannot be sent',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();
            const longest = 'é😀'.repeat(2000);

            await guest.open();
            await guest.say(longest);
            const room = await anna.arrived('Guest');
            await room.sees(longest);
            await guest.text.fill(`${longest}!`);
            assert.equal(await guest.widget.locator('.send').isDisabled(), true);
            await room.text.fill(`${longest}!`);
            assert.equal(await room.tool('Send').isDisabled(), true);
            await visible(room.element.getByText('4001 of 4000 characters'));
        },
    },
    {
        name: 'another visitor’s conversation cannot be read or written to',
        async run(stage) {
            await stage.operator();
            const [mine, theirs] = [new Caller(stage.url), new Caller(stage.url)];

            await mine.start('Mine');
            await theirs.start('Theirs');
            mine.conversation = theirs.conversation;
            await assert.rejects(mine.say('Let me in'), /403/);
            await assert.rejects(mine.end(), /403/);
        },
    },
];
