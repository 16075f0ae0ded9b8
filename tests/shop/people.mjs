import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';

const kept = (page, role) => page.evaluate((name) => JSON.parse(Object.entries(localStorage)
    .find(([key]) => key.includes(`:${name}:`) && key.endsWith(':ticket'))?.[1] ?? 'null')?.ticket ?? '', role);

const numberOf = (visitor) => visitor.page.evaluate(() => Object.entries(localStorage)
    .find(([name]) => /visitor.*conversation$/.test(name))[1]);

/** A request of the entry with a ticket somebody kept. */
const ask = (page, action, ticket, body) => page.evaluate(async ([name, secret, json]) => {
    const { entry } = JSON.parse(document.querySelector('#onlinechat-config, #onlinechat-console-config').textContent);
    const response = await fetch(`${entry}&action=${name}`, {
        method: json ? 'POST' : 'GET',
        headers: { 'Onlinechat-Ticket': secret, ...json ? { 'Content-Type': 'application/json' } : {} },
        body: json ? JSON.stringify(json) : undefined,
    });

    return { status: response.status, code: (await response.json().catch(() => ({}))).code };
}, [action, ticket, body]);

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join('');

export const tests = [
    {
        name: 'I9 signing out in the middle of a chat: whoever comes next sees nothing and sends as themselves',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor({ customer: stage.shop.customers.cleo });

            await visitor.open();
            await visitor.say('A secret of Cleo');
            await operator.arrived('Cleo Buyer');
            const ticket = await kept(visitor.page, 'visitor');
            await stage.signOut(visitor);
            await visitor.go('/');
            await visitor.open();
            await until(async () => (await visitor.texts()).length === 0, 'nothing of Cleo’s is shown');
            const { status, code } = await ask(visitor.page, 'post', ticket, { key: key(), conversation: 1, text: 'As Cleo' });
            assert.deepEqual([status, code], [401, 'ticket-revoked']);
            await visitor.say('A question of a guest');
            await (await operator.arrived('Guest')).sees('A question of a guest');
        },
    },
    {
        name: 'I9 signing in in the middle of a chat: it goes on as the customer’s, the guest’s ticket is over; signed out, nothing of it is shown',
        async run(stage) {
            const { dan } = stage.shop.customers;
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('As a guest');
            await operator.arrived('Guest');
            const ticket = await kept(visitor.page, 'visitor');
            await stage.signIn(visitor, dan);
            await visitor.go('/');
            await visitor.open();
            await visitor.sees('As a guest');
            assert.equal((await ask(visitor.page, 'current', ticket)).code, 'ticket-revoked');
            await visitor.say('As a customer');
            const room = await operator.arrived('Dan Buyer');
            await room.sees('As a guest', 'As a customer');
            assert.match(await room.title.textContent(), new RegExp(`\\b${dan.id}\\b`));
            await room.say('Welcome, Dan');
            await visitor.sees('As a guest', 'As a customer', 'Welcome, Dan');
            await stage.signOut(visitor);
            await visitor.go('/');
            await visitor.open();
            await until(async () => (await visitor.texts()).length === 0, 'nothing of Dan’s is shown');
        },
    },
    {
        name: 'I9 registering in the middle of a chat: it goes on as the new customer’s',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Do I need an account?');
            await operator.arrived('Guest');
            await stage.register(visitor, 'Rita');
            await visitor.go('/');
            await visitor.open();
            await visitor.sees('Do I need an account?');
            await visitor.say('Now I have one');
            await (await operator.arrived('Rita Buyer')).sees('Do I need an account?', 'Now I have one');
        },
    },
    {
        name: 'who orders as a guest stays one in the chat',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Before the order');
            await stage.guestCheckout(visitor, 'Gil');
            await visitor.open();
            await visitor.sees('Before the order');
            await visitor.say('While ordering');
            await (await operator.arrived('Guest')).sees('Before the order', 'While ordering');
        },
    },
    {
        name: 'I9 an employee signs out, another signs in: the former ticket does nothing, the console is the other’s',
        async run(stage) {
            const first = await stage.operator();
            const cleo = await stage.visitor({ customer: stage.shop.customers.cleo });
            await cleo.open();
            await cleo.say('A secret for Ines');
            await (await first.arrived('Cleo Buyer')).say('Safe with Ines');
            await until(() => kept(first.page, 'operator'), 'a ticket');
            const ticket = await kept(first.page, 'operator');
            const context = first.page.context();

            await first.signOut();
            const second = await stage.operator({ employee: stage.shop.employees.omar, online: false, context });
            await second.ready();
            assert.deepEqual(await ask(second.page, 'online', ticket, { key: key() }), { status: 401, code: 'ticket-revoked' });
            await until(async () => (await ask(second.page, 'board', ticket)).status === 401, 'reading is over too', 15000);
            const written = { key: key(), conversation: Number(await numberOf(cleo)), text: 'As Ines' };
            assert.deepEqual(await ask(second.page, 'post', ticket, written), { status: 401, code: 'ticket-revoked' });
            assert.equal(await second.page.getByText('Safe with Ines').count(), 0, 'no window of hers is his');
            await second.goOnline();
            const visitor = await stage.visitor();
            await visitor.open();
            await visitor.say('Who is there?');
            const room = await second.arrived('Guest');
            await room.say('Omar.');
            await visitor.sees('Who is there?', 'Omar.');
            await visitor.window.getByText(/Omar/).first().waitFor();
            await cleo.sees('A secret for Ines', 'Safe with Ines');
        },
    },
    {
        name: 'an employee without the right has no console, no ticket and no pages',
        async run(stage) {
            const allowed = await stage.operator({ online: false });
            const ticket = await allowed.page.evaluate(() => JSON.parse(
                document.querySelector('#onlinechat-console-config').textContent,
            ).ticket.replace(/\?.*/, ''));
            const configuration = (await allowed.address('onlinechat/configuration')).replace(/\?.*/, '');
            const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });

            assert.equal(await nora.page.locator('#onlinechat-console-config').count(), 0);
            const own = await nora.page.locator('a[href*="token="]').first().getAttribute('href');
            const token = new URL(own, nora.page.url()).searchParams.get('_token')
                ?? new URL(own, nora.page.url()).searchParams.get('token');
            const answer = await nora.page.evaluate(async ([address, secret]) => {
                const response = await fetch(`${address}?_token=${secret}&token=${secret}`, {
                    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ticket":null}',
                });

                return { redirected: response.redirected, status: response.status, text: await response.text() };
            }, [ticket, token]);
            assert.ok(answer.redirected || answer.status === 403, JSON.stringify(answer).slice(0, 300));
            assert.doesNotMatch(answer.text, /"ticket":"v1/);
            await nora.page.goto(`${configuration}?_token=${token}&token=${token}`);
            assert.equal(await nora.page.locator('#onlinechat-health').count(), 0);
        },
    },
];
