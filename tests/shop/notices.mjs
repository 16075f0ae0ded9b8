import assert from 'node:assert/strict';
import { PATIENCE } from '../browser/lib/wait.mjs';
import { complaints, shops } from './lib/shop.mjs';

const PARTS = ['AdminCustomerThreads', 'AdminStats', 'sell/orders', 'onlinechat/history', 'onlinechat/configuration'];

/** In debug mode the core shows where a page has moved instead of going there. */
async function visit(page, path) {
    await page.goto(path);
    const moved = page.locator('body > a:only-of-type');

    if (await page.getByText('[Debug] This page has moved').count()) {
        await moved.click();
    }
}

/** Pages of both sides, a ticket of each role, a form sent: what the module does inside PrestaShop. */
async function lookAround({ shop, url }, { visitor, operator, addresses }) {
    for (const path of ['/', `/index.php?controller=product&id_product=${shop.product}`]) {
        await visit(visitor.page, `${url}${path}`);
        await visitor.widget.waitFor({ state: 'attached' });
    }
    await visitor.open();
    for (const address of addresses) {
        await operator.page.goto(address);
        await operator.consoleAttached();
    }
    // Symfony's own toolbar lies over the page in debug mode
    await operator.page.locator('#onlinechat-tab-configuration').click();
    await operator.page.getByRole('button', { name: 'Try and save' }).dispatchEvent('click');
    await operator.page.getByText('Saved.').first().waitFor();
    await visitor.page.goto(`${url}/index.php?mylogout=`);
}

/** For debug mode the core builds its caches anew, which takes its time. */
async function patient(stage, browser) {
    const context = await stage.context(browser);

    context.setDefaultTimeout(3 * PATIENCE);

    return context;
}

async function people(stage) {
    const visitor = await stage.visitor({ customer: stage.shop.customers.cleo, context: await patient(stage, 'visitors') });
    const operator = await stage.operator({ online: false, context: await patient(stage, 'operators') });

    return { visitor, operator, addresses: await Promise.all(PARTS.map((part) => operator.address(part))) };
}

// The last of all: the first asks what all the others left in PHP's log.
export const tests = [
    {
        name: 'in all these tests PHP had nothing to say of the module',
        async run(stage) {
            assert.deepEqual(await complaints(stage.shop), []);
        },
    },
    {
        name: 'in debug mode PHP has nothing to say of the module, not even that something will be gone one day',
        limit: 480000,
        async run(stage) {
            const both = await people(stage);

            await shops('debug', stage.shop.path);
            try {
                await lookAround(stage, both);
                assert.deepEqual(await complaints(stage.shop), []);
            } finally {
                await shops('start', stage.shop.path);
            }
        },
    },
];
