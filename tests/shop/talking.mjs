import assert from 'node:assert/strict';
import { LATE, until, visible } from '../browser/lib/wait.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { query } from './lib/shop.mjs';

const WRITTEN = `See https://shop.example/olive?a=1.\n\n    if (tree) {\n        water();\n    }\n👩‍🌾 ${'x'.repeat(300)}`;

export const tests = [
    {
        name: 'issue 5.5 on a Symfony page: typing both ways, delivered and read, the day, and what was written with links, lines, emoji and code',
        async run(stage) {
            const operator = await stage.operator({ page: SYMFONY });
            const visitor = await stage.visitor();

            await visitor.open();
            await visitor.say(WRITTEN);
            const room = await operator.arrived('Guest');
            await room.sees(WRITTEN);
            await visible(room.log.locator('.day').getByText('Today'));
            await room.say(WRITTEN);
            for (const log of [room.log, visitor.log]) {
                assert.deepEqual(await log.locator('a').first().evaluate(({ href, rel, target }) => [href, rel.includes('noopener'), target]),
                    ['https://shop.example/olive?a=1', true, '_blank']);
                assert.equal(await log.evaluate((one) => one.scrollWidth > one.clientWidth), false);
            }
            await visitor.text.pressSequentially('I am wri', { delay: 150 });
            await visible(room.element.locator('.typing'));
            await room.text.pressSequentially('And me', { delay: 150 });
            await visible(visitor.widget.locator('.typing'));
            // closed, the widget fetches, but nobody reads
            await visitor.page.keyboard.press('Escape');
            await room.text.press('Enter');
            const state = (name) => room.element.locator('.message.operator .meta').getByText(name).last();
            await visible(state('Delivered'));
            await visitor.launcher.click();
            await until(async () => await state('Delivered').count() === 0, 'all is read');
            await visible(state('Read'));
        },
    },
    {
        name: 'issue 5.5 on a legacy page: the customer left the shop and came back',
        async run(stage) {
            const operator = await stage.operator({ page: LEGACY });
            const context = await stage.context('visitors');
            const visitor = await stage.visitor({ context });

            await visitor.open();
            await visitor.say('Hello');
            const room = await operator.arrived('Guest');
            await visible(room.element.getByText('On the site'));
            await visitor.page.close();
            await visible(room.log.locator('.event').getByText(/left the shop/), LATE);
            await stage.visitor({ context });
            await visible(room.log.locator('.event').getByText(/is back in the shop/), LATE);
        },
    },
    {
        name: 'issue 5.5 an operator who is gone for five minutes is away for the visitor, and back once a page of the back office is open again',
        async run(stage) {
            const context = await stage.context('operators');
            const operator = await stage.operator({ context, page: LEGACY });
            const visitor = await stage.visitor();
            const name = 'Ines Chatter';

            await visitor.open();
            await visitor.say('Hello');
            await operator.arrived('Guest');
            const address = await operator.address(SYMFONY);
            await operator.page.close();
            // as if the minutes were over
            await query(stage.shop, 'UPDATE PREFIX_onlinechat_operator SET away_stage = 1, away_since = (UNIX_TIMESTAMP() - 301) * 1000000 WHERE online = 1');
            await query(stage.shop, 'UPDATE PREFIX_onlinechat_shop SET next_due = 1 WHERE id = 1');
            await visible(visitor.notice('away', { name }), LATE);
            const page = await stage.page(context);
            await page.goto(address);
            await visible(visitor.notice('back', { name }), LATE);
        },
    },
    {
        name: 'issue 5.8 a guest who signs in keeps the conversation, and the operator the pages from before, on a legacy and a Symfony page',
        async run(stage) {
            const { dan } = stage.shop.customers;
            const operator = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor({ path: `/index.php?controller=product&id_product=${stage.shop.product}` });

            await visitor.open();
            await visitor.say('As a guest');
            await operator.arrived('Guest');
            await stage.signIn(visitor, dan);
            await visitor.go('/');
            await visitor.open();
            await visitor.sees('As a guest');
            await visitor.say('As a customer');
            await operator.visit(SYMFONY);
            const room = await operator.arrived('Dan Buyer');
            await room.sees('As a guest', 'As a customer');
            await room.tool('Customer').click();
            const facts = room.element.locator('.facts');
            await facts.getByText(/^Pages before: /).click();
            await visible(facts.locator(`ol a[href*="${stage.shop.product}"]`).first());
            await stage.signOut(visitor);
            await visitor.go('/');
            await visitor.open();
            await until(async () => (await visitor.texts()).length === 0, 'nothing of Dan’s is shown');
        },
    },
];
