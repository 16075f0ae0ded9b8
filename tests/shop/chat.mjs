import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';

const numberOf = async (visitor) => (await visitor.page.evaluate(() => Object.entries(localStorage)
    .find(([name]) => /visitor.*conversation$/.test(name))?.[1])) ?? '';

export const tests = [
    {
        name: 'G11 G13 a guest and an employee write both ways, on a Symfony page and on a legacy page',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Is the mug dishwasher-safe?');
            const room = await operator.arrived('Guest');
            await room.sees('Is the mug dishwasher-safe?');
            await room.say('Yes, it is.');
            await visitor.sees('Is the mug dishwasher-safe?', 'Yes, it is.');

            await operator.visit('AdminCustomerThreads');
            await operator.ready();
            assert.equal(await operator.consoles(), 1);
            await visitor.say('And the lid?');
            const again = await operator.open('Guest');
            await again.sees('Is the mug dishwasher-safe?', 'Yes, it is.', 'And the lid?');
            await again.say('The lid too.');
            await visitor.sees('Is the mug dishwasher-safe?', 'Yes, it is.', 'And the lid?', 'The lid too.');
        },
    },
    {
        name: 'G12 a customer’s window says who they are; both write, on a Symfony page and on a legacy page',
        async run(stage) {
            const { cleo } = stage.shop.customers;
            const operator = await stage.operator();
            const visitor = await stage.visitor({ customer: cleo });

            await visitor.open();
            await visitor.say('Where is my parcel?');
            const room = await operator.arrived('Cleo Buyer');
            assert.match(await room.title.textContent(), new RegExp(`\\b${cleo.id}\\b`));
            await room.say('On its way.');
            await visitor.sees('Where is my parcel?', 'On its way.');

            await operator.visit('AdminCustomerThreads');
            await operator.ready();
            await visitor.say('Since when?');
            const again = await operator.open('Cleo Buyer');
            await again.sees('Where is my parcel?', 'On its way.', 'Since when?');
            await again.say('Since Monday.');
            await visitor.sees('Where is my parcel?', 'On its way.', 'Since when?', 'Since Monday.');
        },
    },
    {
        name: 'a conversation goes on over page changes and in another language',
        async run(stage) {
            const operator = await stage.operator();
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say('Hello');
            const before = await numberOf(visitor);
            await visitor.go('/fr/');
            await visitor.open();
            await visitor.sees('Hello');
            assert.equal(await numberOf(visitor), before);
            assert.equal(await visitor.page.evaluate(() => document.documentElement.lang.slice(0, 2)), 'fr');
            await (await operator.arrived('Guest')).say('Bonjour');
            await visitor.sees('Hello', 'Bonjour');
        },
    },
    {
        name: 'a cart filled while the chat opens keeps every line',
        async run(stage) {
            await stage.operator();
            const visitor = await stage.visitor();
            const { products } = stage.shop;
            const { page } = visitor;
            const token = await page.evaluate(() => window.prestashop.static_token);
            const add = (id) => page.evaluate(([number, secret]) => fetch('/index.php?controller=cart', {
                method: 'POST',
                headers: { Accept: 'application/json' },
                body: new URLSearchParams({ id_product: number, qty: 1, add: 1, action: 'update', ajax: 1, token: secret }),
            }).then((response) => response.json()), [id, token]);
            const first = add(products[0]);

            await visitor.launcher.waitFor();
            await visitor.launcher.click();
            await Promise.all([first, visitor.window.waitFor()]);
            await add(products[1]);
            await visitor.write('Do you have this in blue?');
            await add(products[2]);
            await until(async () => {
                await page.goto(`${stage.url}/index.php?controller=cart&action=show`);
                return await page.evaluate(() => window.prestashop.cart.products.length) === products.length;
            }, 'every line is in the cart');
        },
    },
];
