import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';
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
];
