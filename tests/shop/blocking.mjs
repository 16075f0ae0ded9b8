import assert from 'node:assert/strict';
import { LATE, until, visible } from '../browser/lib/wait.mjs';
import { withMail } from './lib/mail.mjs';
import { LEGACY, SYMFONY } from './lib/office.mjs';
import { withSettings } from './lib/settings.mjs';
import { query, shops } from './lib/shop.mjs';

const BLOCKED = /You cannot write to us in this window until .*\d/;

async function unblock(operator) {
    await operator.recap.getByRole('button', { name: 'Blocked visitors' }).click();
    await operator.dialog.getByRole('button', { name: 'Unblock' }).click();
    await until(async () => await operator.dialog.locator('strong').count() === 0, 'unblocked');
    await operator.answer('Close');
}

async function block(operator, room, what = 'This person') {
    await room.tool('Block this visitor').click();
    await operator.dialog.getByLabel('Who').selectOption({ label: what });
    await operator.dialog.getByLabel('For how long').selectOption({ label: 'An hour' });
    await operator.answer('Block');
    await visible(room.element.getByText('This conversation has ended.'));
}

/** Cleo asks and leaves the shop, is answered there, and the conversation is ended. */
async function answered(stage, answer) {
    const operator = await stage.operator({ page: SYMFONY });
    const visitor = await stage.visitor({ customer: stage.shop.customers.cleo });

    await visitor.open();
    await visitor.say('Is it in stock?');
    const room = await operator.arrived('Cleo Buyer');
    await visible(room.element.getByText('On the site'));
    await visitor.page.close();
    await visible(room.element.locator('.sub').getByText('Left the site'), LATE);
    await room.say(answer);
    await operator.visit(LEGACY);
    await operator.ready();
    await operator.end('Cleo Buyer');
    // as if the five minutes were over in which somebody may come back
    await query(stage.shop, 'UPDATE PREFIX_onlinechat_conversation SET finished_at = finished_at - 400000000 WHERE status = 3');
}

const send = (shop) => shops('console', shop.path, 'onlinechat:mail');

export const tests = [
    {
        name: 'issue 5.10 a customer is blocked for a time from a legacy page: told until when, on another device too; unblocked, they may write',
        async run(stage) {
            const { cleo } = stage.shop.customers;
            const operator = await stage.operator({ page: LEGACY });
            const visitor = await stage.visitor({ customer: cleo });

            await visitor.open();
            await visitor.say('Buy my pills');
            await block(operator, await operator.arrived('Cleo Buyer'));
            await visible(visitor.widget.getByText(BLOCKED));
            const other = await stage.visitor({ customer: cleo });
            await other.open();
            await visible(other.widget.getByText(BLOCKED));
            await unblock(operator);
            await other.page.reload();
            await other.open();
            await other.say('I am sorry');
            await (await operator.open('Cleo Buyer')).sees('Buy my pills', 'I am sorry');
        },
    },
    {
        name: 'issue 5.10 an address is blocked from a Symfony page: whoever comes from there is refused until it is unblocked',
        async run(stage) {
            const operator = await stage.operator({ page: SYMFONY });

            await (await stage.caller()).start('Buy my pills');
            await block(operator, await operator.arrived('Guest'), 'This internet address');
            try {
                await assert.rejects((await stage.caller()).start('From there, too'), /403.*blocked/);
            } finally {
                await unblock(operator);
            }
            assert.equal((await (await stage.caller()).start('Now')).outcome, 'assigned');
        },
    },
    {
        name: 'issue 5.10 an answer a customer left without reading goes to their address once, if the owner wants',
        async run(stage) {
            const { shop, shop: { customers: { cleo } } } = stage;

            await withMail(shop, async (mails) => {
                await answered(stage, 'Yes: three <b>left</b>.');
                await send(shop);
                assert.equal(mails.length, 0, 'the owner has not asked for it');
                await withSettings(stage, { mail_unread: true }, { mail_unread: false }, async () => {
                    await send(shop);
                    const mail = await until(() => mails[0], 'the mail has arrived');

                    assert.deepEqual(mail.to, [cleo.email]);
                    assert.match(mail.headers.subject, /Our answer to your question/);
                    assert.ok(mail.plain.includes('Yes: three <b>left</b>.') && !mail.html.includes('<b>left</b>'));
                    assert.ok(!mail.plain.includes('Is it in stock?'), 'what they wrote they know');
                    await send(shop);
                    assert.equal(mails.length, 1);
                });
            });
        },
    },
];
