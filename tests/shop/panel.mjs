import assert from 'node:assert/strict';
import { until } from '../browser/lib/wait.mjs';

export const tests = [
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
