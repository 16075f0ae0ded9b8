import assert from 'node:assert/strict';
import { until, untilEqual } from '../browser/lib/wait.mjs';
import { tests as chat } from './chat.mjs';
import { query } from './lib/shop.mjs';

const APACHE = '--server apache';
const REFUSED = ['--entry refused', '--server apache --entry refused'];
/** The front controller's polls come every 15 s. */
const SLOW = 45000;

const named = (serve) => /apache/.test(serve) ? 'Apache' : 'nginx';
const address = (stage, path, query = '?shop=1&action=status') => `${stage.url}/modules/onlinechat/${path}${query}`;
const asksEntry = (request) => /modules\/onlinechat\/entry\.php/.test(request);
const asksController = (request) => /controller=entry/.test(request);

/** The addresses a page has asked since it was opened. */
const asked = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

async function panelSays(operator, works) {
    await operator.visit('onlinechat/configuration');
    const row = operator.page.locator('.onlinechat-entry');

    await until(async () => await row.getAttribute('data-ok') === (works === 'direct' ? '1' : '0'), 'the panel has asked');
    assert.equal(await row.locator('td').last().textContent(), await row.getAttribute(`data-text-${works}`));
    await until(async () => (await query(
        operator.shop,
        "SELECT value FROM PREFIX_configuration WHERE name = 'ONLINECHAT_ENTRY' AND id_shop IS NULL",
    ))[0].value === works, 'what the panel found is published');
}

/** @returns {Promise<string[]>} what the visitor's page asked */
async function chatsSlowly(stage, operator, text, customer = null) {
    const visitor = await stage.visitor({ customer });

    await visitor.open();
    await visitor.say(text);
    const room = await operator.arrived(customer?.name ?? 'Guest');
    await room.say('I hear you.');
    await untilEqual(() => visitor.texts(), [text, 'I hear you.'], 'the visitor’s messages', SLOW);

    return asked(visitor.page);
}

const open = (serve, what) => ({
    name: `${named(serve)}: entry.php answers ${what}, its neighbours are refused`,
    serve,
    async run(stage) {
        const answer = await fetch(address(stage, 'entry.php'));

        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('Content-Type'), 'application/json');
        for (const path of ['onlinechat.php', 'controllers/front/entry.php', 'controllers/front/ticket.php', 'src/Entry/Entry.php']) {
            assert.equal((await fetch(address(stage, path))).status, 403, path);
        }
        const large = await fetch(address(stage, 'entry.php', '?shop=1&action=post'), {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: 'x'.repeat(20000),
        });
        assert.deepEqual([large.status, (await large.json()).code], [413, 'too-large']);
    },
});

const refused = (serve) => ({
    name: `${named(serve)}: where entry.php is refused a front controller stands in, the widget and the panel find out`,
    serve,
    limit: 480000,
    async run(stage) {
        assert.equal((await fetch(address(stage, 'entry.php'))).status, 403);
        const operator = await stage.operator();
        const first = await chatsSlowly(stage, operator, 'Is anybody there?');

        assert.ok(first.some(asksEntry) && first.some(asksController), first.join('\n'));
        await panelSays(operator, 'controller');
        const next = await stage.visitor();
        await next.launcher.waitFor();
        assert.deepEqual((await asked(next.page)).filter((one) => asksEntry(one) || asksController(one)), []);
        const after = await chatsSlowly(stage, operator, 'And now?', stage.shop.customers.cleo);
        assert.equal(after.filter(asksEntry).length, 0);
    },
});

const direct = {
    name: 'the panel finds entry.php again where it is opened',
    async run(stage) {
        await query(stage.shop, "UPDATE PREFIX_configuration SET value = 'controller' WHERE name = 'ONLINECHAT_ENTRY'");
        const operator = await stage.operator({ online: false });

        await panelSays(operator, 'direct');
        const visitor = await stage.visitor();
        assert.match(JSON.parse(await visitor.page.locator('#onlinechat-config').textContent()).entry, /entry\.php/);
    },
};

export const tests = [
    ...chat.filter(({ name }) => /^G1[12]/.test(name)).map((test) => ({ ...test, name: `Apache: ${test.name}`, serve: APACHE })),
    open('', 'in the documented location'),
    open(APACHE, 'by the module’s own .htaccess'),
    open('--server apache --entry documented', 'where no .htaccess of the module is read'),
    ...REFUSED.map(refused),
    { ...direct, serve: '--server apache --entry own' },
];
