import assert from 'node:assert/strict';
import { consoleStream, streams, widgetStream } from '../browser/lib/gateway.mjs';
import { until, visible } from '../browser/lib/wait.mjs';
import { countOf } from '../browser/lib/weather.mjs';

const GATEWAY = '--gateway';

/** The path of the gateway, as the owner writes it on the configuration page. */
async function told(operator, path) {
    const { page } = operator;

    await operator.visit('onlinechat/configuration');
    await page.locator('#onlinechat-tab-configuration').click();
    await page.locator('#onlinechat-gateway').fill(path);
    await page.getByRole('button', { name: 'Try and save' }).click();
    await page.getByText('Saved.').first().waitFor();
}

const overTheStream = {
    name: 'issue 7: a chat goes over the stream of the gateway that docs/gateway.md describes; the panel finds it',
    serve: GATEWAY,
    async run(stage) {
        const owner = await stage.operator({ online: false });

        await told(owner, '/onlinechat/');
        try {
            const row = owner.page.locator('.onlinechat-gateway');
            await until(async () => await row.getAttribute('data-ok') === '1', 'the panel finds it');

            const operator = await stage.operator();
            const visitor = await stage.visitor();
            await visitor.open();
            await visitor.say('Is the mug dishwasher-safe?');
            const room = await operator.arrived('Guest');
            await room.sees('Is the mug dishwasher-safe?');
            await Promise.all([streams(await widgetStream(visitor.page)), streams(await consoleStream(operator.page))]);

            const polls = countOf(visitor.page, 'poll');
            await room.text.pressSequentially('Ye');
            await visible(visitor.widget.getByText('is typing'));
            await room.say('Yes, it is.');
            await visitor.sees('Is the mug dishwasher-safe?', 'Yes, it is.');
            await visitor.say('And the lid?');
            await room.sees('Is the mug dishwasher-safe?', 'Yes, it is.', 'And the lid?');
            assert.equal(polls.count, 0);

            // another page is another stream, and the conversation goes on
            await visitor.go('/');
            await visitor.sees('Is the mug dishwasher-safe?', 'Yes, it is.', 'And the lid?');
            await streams(await widgetStream(visitor.page));
            await room.say('The lid too.');
            await visitor.sees('Is the mug dishwasher-safe?', 'Yes, it is.', 'And the lid?', 'The lid too.');
        } finally {
            await told(owner, '');
        }
    },
};

export const tests = [
    overTheStream,
    { ...overTheStream, name: `Apache: ${overTheStream.name}`, serve: `--server apache ${GATEWAY}` },
];
