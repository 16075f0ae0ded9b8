import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';
import { give, take } from './lib/rights.mjs';
import { query } from './lib/shop.mjs';

const ticketOf = (page, role) => until(() => page.evaluate((part) => JSON.parse(Object.entries(localStorage)
    .find(([name]) => name.includes(part) && name.endsWith('ticket'))?.[1] ?? 'null')?.ticket, role), `a ticket of the ${role}`);

async function renew(stage, ticket) {
    const response = await fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=renew`, {
        method: 'POST', headers: { 'Content-Type': 'application/json', 'Onlinechat-Ticket': ticket }, body: '{}',
    });

    return response.ok ? 'renewed' : (await response.json()).code;
}

export const tests = [
    {
        name: 'I9 a customer’s ticket is renewed while the session stands',
        async run(stage) {
            const { cleo } = stage.shop.customers;
            const visitor = await stage.visitor({ customer: cleo });

            await stage.operator();
            await visitor.go('/');
            await visitor.open();
            const ticket = await ticketOf(visitor.page, 'visitor');
            assert.equal(await renew(stage, ticket), 'renewed');
            await query(stage.shop, `DELETE FROM PREFIX_customer_session WHERE id_customer = ${cleo.id}`);
            assert.equal(await renew(stage, ticket), 'ticket-revoked');
        },
    },
    {
        name: 'I9 an employee’s ticket is renewed while the right to chat stands, and is over once it is taken away',
        async run(stage) {
            const entry = (action, ticket) => fetch(`${stage.url}/modules/onlinechat/entry.php?shop=1&action=${action}`, {
                headers: { 'Onlinechat-Ticket': ticket },
            });

            await give(stage.shop, 'CHAT');
            try {
                const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });

                await nora.ready();
                const ticket = await ticketOf(nora.page, 'operator');
                assert.equal(await renew(stage, ticket), 'renewed');
                assert.equal((await entry('board', ticket)).status, 200);
                await take(stage.shop);
                assert.equal(await renew(stage, ticket), 'ticket-revoked');
                await until(async () => (await entry('board', ticket)).status === 401, 'reading is over too', 15000);
                await nora.page.reload();
                assert.equal(await nora.consoles(), 0);
            } finally {
                await take(stage.shop);
            }
        },
    },
];
