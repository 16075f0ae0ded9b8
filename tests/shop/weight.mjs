import assert from 'node:assert/strict';
import { Visitor } from '../browser/lib/visitor.mjs';
import { until } from '../browser/lib/wait.mjs';
import { withoutModule } from './lib/shop.mjs';

const MOST_REQUESTS = 2;
const MOST_BYTES = 20 * 1024;

/** What a first visit of the start page asks, and how many bytes come over the wire. */
async function visit(stage, withWidget) {
    const visitor = new Visitor(await stage.page(await stage.context('visitors')), stage.url);
    const session = await visitor.page.context().newCDPSession(visitor.page);
    const requests = [];
    let bytes = 0;

    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
    });
    visitor.page.on('request', (request) => request.url().startsWith('http') && requests.push(request.url()));
    await visitor.go('/');
    if (withWidget) {
        await visitor.launcher.waitFor();
    }
    await visitor.page.waitForLoadState('networkidle');
    await visitor.page.context().close();

    return { requests, bytes };
}

/** What is answered by a boot of the shop: neither a file nor the entry. */
const boots = (requests) => requests.map((one) => new URL(one)).filter(({ pathname }) => !/\.(?!php|html)\w+$/.test(pathname)
    && !pathname.endsWith('/modules/onlinechat/entry.php')).map(({ href }) => href);

export const tests = [
    {
        name: 'I6 a page with the widget asks for two things more, in 20 KiB, and nothing of PrestaShop',
        async run(stage) {
            // an operator, so that there is a chat to offer
            await stage.operator();
            await until(async () => (await visit(stage, true)).requests.length > 0, 'the shop is warm');
            const widget = await visit(stage, true);
            const without = await withoutModule(stage.shop, () => visit(stage, false));
            const more = widget.requests.filter((one) => !without.requests.includes(one));

            assert.ok(widget.requests.length - without.requests.length <= MOST_REQUESTS, more.join('\n'));
            assert.ok(widget.bytes - without.bytes <= MOST_BYTES, `${widget.bytes - without.bytes} bytes more`);
            assert.deepEqual(boots(widget.requests), boots(without.requests));
        },
    },
];
