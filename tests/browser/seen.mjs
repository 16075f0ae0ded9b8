import assert from 'node:assert/strict';
import { axeFindsNothing } from './lib/axe.mjs';
import { until, visible } from './lib/wait.mjs';

export const tests = [
    {
        name: 'issue 5.5: addresses are links on the visitor’s side, lines break, code and long words wrap, emoji stay',
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();
            const code = `if (${'very_long_name_'.repeat(12)}) {\n    return "🌿";\n}`;

            await guest.open();
            await guest.say('Hello');
            const room = await anna.arrived('Guest');
            await room.say('See https://example.com/a?b=(c), or write to anna@example.com.');
            await room.say(code);
            await guest.sees('Hello', 'See https://example.com/a?b=(c), or write to anna@example.com.', code);
            const links = await guest.log.locator('a').evaluateAll((all) => all.map(({ href, rel, target }) => [href, rel, target]));
            assert.deepEqual(links, [
                ['https://example.com/a?b=(c)', 'noopener noreferrer nofollow', '_blank'],
                ['mailto:anna@example.com', 'noopener noreferrer nofollow', '_blank'],
            ]);
            assert.equal(await guest.log.evaluate((log) => log.scrollWidth > log.clientWidth), false);
            await axeFindsNothing(guest.page, 'links and code');
        },
    },
    {
        name: 'issue 5.5: a visitor’s message is sent, then delivered, then read',
        async run(stage) {
            const { guest, room } = await stage.conversation('Hello');
            await room.text.focus();
            await until(async () => await guest.stateOf('Hello') === 'read', 'read', 60000);
        },
    },
    {
        name: 'issue 5.6: the page a visitor looks at is told once a view, and not before the chat is opened',
        async run(stage) {
            const context = await stage.context('visitors');
            const told = [];

            await stage.operator();
            context.on('request', (request) => /action=visit/.test(request.url()) && told.push(request.postDataJSON()));
            const guest = await stage.visitor({ context });
            await visible(guest.launcher);
            assert.deepEqual(told, []);
            await guest.open();
            await guest.say('Hello');
            await until(() => told.length === 1, 'the first page');
            await guest.go('/product.php?id=3');
            await until(() => told.length === 2, 'the second page');
            assert.deepEqual(told.map(({ url }) => url), ['/', '/product.php?id=3']);
        },
    },
    {
        name: 'issue 5.8: a guest who signs in keeps the conversation; signed out, the browser no longer shows it',
        async run(stage) {
            const { anna, guest } = await stage.conversation('Before');
            await guest.signIn('Ada');
            await guest.open();
            await guest.sees('Before');
            await guest.say('After');
            const room = await anna.arrived('Ada');
            await room.sees('Before', 'After');
            await room.say('Welcome back');
            await guest.sees('Before', 'After', 'Welcome back');
            await guest.go('/account.php');
            const asked = guest.page.waitForResponse(/action=current/);
            await guest.page.getByRole('button', { name: 'Sign out' }).click();
            await asked;
            await guest.open();
            await guest.sees();
        },
    },
    {
        name: 'issue 5: what a visitor writes while the operator ends reopens the conversation',
        async run(stage) {
            const { anna, guest, room } = await stage.conversation('Hello');
            let goOn;
            await guest.page.route(/action=post/, async (route) => {
                await new Promise((resolve) => {
                    goOn = resolve;
                });
                await route.continue();
            });
            await guest.write('One more thing');
            await until(() => goOn, 'the message is on its way');
            await anna.end('Guest');
            await visible(room.tool('Reopen'));
            goOn();
            await guest.saySettled('One more thing');
            await visible(room.text);
            await room.sees('Hello', 'One more thing');
            assert.equal((await anna.names('Ongoing')).length, 1);
        },
    },
    {
        name: 'issue 4.2: where the entry is refused the widget goes through the front controller, and no page view asks it',
        async run(stage) {
            const context = await stage.context('visitors');
            const asked = [];
            const page = (route) => route.fulfill({ status: 403, contentType: 'text/html', body: '<h1>Forbidden</h1>' });

            await stage.operator();
            // the page says where the front controller is; here it is the entry under another address
            await context.route(/\/(product\.php.*)?$/, async (route) => {
                const response = await route.fetch();
                const body = (await response.text()).replace('"entry":"/entry.php"', '"entry":"/refused.php","fallback":"/entry.php?fc=module"');
                await route.fulfill({ response, body });
            });
            await context.route(/\/refused\.php/, page);
            context.on('request', (request) => /action=/.test(request.url()) && asked.push(request.url()));
            const guest = await stage.visitor({ context });
            await visible(guest.launcher);
            assert.deepEqual(asked.map((url) => new URL(url).pathname), ['/refused.php', '/entry.php']);
            await guest.go('/product.php?id=3');
            await visible(guest.launcher);
            assert.equal(asked.length, 2);
            await guest.open();
            await guest.say('Through the other door');
            assert.equal(asked.filter((url) => /refused/.test(url)).length, 1);
        },
    },
];
