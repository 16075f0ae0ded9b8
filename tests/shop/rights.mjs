import assert from 'node:assert/strict';
import { give, take } from './lib/rights.mjs';
import { query, shops } from './lib/shop.mjs';

/** The module's routes as the shop itself knows them: a new one is tried without anybody remembering to. */
async function routes(shop) {
    const text = await shops('console', shop.path, 'debug:router', '--format=json');
    const all = JSON.parse(text.slice(text.indexOf('{')));

    return Object.entries(all).filter(([name]) => name.startsWith('onlinechat_')).flatMap(([name, { path, method }]) => (
        method.split('|').map((verb) => ({ name, verb, path: path.replace(/\{\w+\}/g, '1') }))
    ));
}

/** A request with the employee's own token, answered as the browser sees it. */
const ask = (page, address, verb) => page.evaluate(async ([url, method]) => {
    const body = method === 'GET' ? undefined : new URLSearchParams({ works: 'direct' });
    const response = await fetch(url, { method, body, redirect: 'manual' });

    return { status: response.status, type: response.type, text: await response.text() };
}, [address, verb]);

/** The token of the back office's own links. */
async function tokenOf(page) {
    const own = new URL(await page.locator('a[href*="token="]').first().getAttribute('href'), page.url());

    return own.searchParams.get('_token') ?? own.searchParams.get('token');
}

/** A redirection leads to the login or says that the token is wrong; what was asked for is in neither. */
const refused = ({ status, type = '', text }) => (type === 'opaqueredirect' || [302, 401, 403].includes(status))
    && !/"ticket":"v1|onlinechat-history/.test(text);

const addresses = (stage, found, token) => found.map(({ name, verb, path }) => ({
    name, verb, address: `${stage.url}/${stage.shop.office}${path}?_token=${token}&token=${token}`,
}));

/** What nobody's request may change. */
const state = (shop) => query(shop, "SELECT name, value, id_shop FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\_%'"
    + " AND name <> 'ONLINECHAT_MAIL_TOKEN' ORDER BY id_configuration");

/** What changes the configuration. */
const CHANGES = ['onlinechat_configuration_save', 'onlinechat_server_save', 'onlinechat_entry_works', 'onlinechat_mail_trial', 'onlinechat_agency_save'];

export const tests = [
    {
        name: 'every route of the module in the back office is refused to nobody and to a stale token, and changes nothing',
        async run(stage) {
            const found = await routes(stage.shop);
            const before = await state(stage.shop);
            const admin = await stage.operator({ online: false });
            const token = await tokenOf(admin.page);
            const stale = `${token.slice(0, -6)}${token.endsWith('abcdef') ? 'fedcba' : 'abcdef'}`;

            for (const { name, verb, address } of addresses(stage, found, token)) {
                const response = await fetch(address, {
                    method: verb, redirect: 'manual', body: verb === 'GET' ? undefined : new URLSearchParams({ works: 'direct' }),
                });
                const text = await response.text();

                assert.ok(refused({ status: response.status, text }), `nobody: ${verb} ${name}: ${response.status} ${text.slice(0, 200)}`);
            }
            for (const { name, verb, address } of addresses(stage, found, stale)) {
                const answer = await ask(admin.page, address, verb);

                assert.ok(refused(answer), `stale token: ${verb} ${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
            }
            assert.deepEqual(await state(stage.shop), before);
        },
    },
    {
        name: 'every route of the module in the back office is refused to an employee without its right',
        async run(stage) {
            const found = await routes(stage.shop);

            // what a run that was broken off has given
            await take(stage.shop);
            const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });
            const token = await tokenOf(nora.page);

            assert.ok(found.length >= 6);
            for (const { name, verb, address } of addresses(stage, found, token)) {
                const answer = await ask(nora.page, address, verb);

                assert.ok(refused(answer), `${verb} ${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
            }
        },
    },
    {
        name: 'issue 6.7 who may only view the configuration sees all of it; whatever would change something is refused, by address too',
        async run(stage) {
            const { shop } = stage;
            const found = await routes(shop);
            const changes = found.filter(({ name, verb }) => verb === 'POST' && CHANGES.includes(name));

            assert.deepEqual(changes.map(({ name }) => name).sort(), [...CHANGES].sort());
            await give(shop, 'CONFIGURATION');
            try {
                const { page } = await stage.operator({ employee: shop.employees.nora, online: false });
                const before = await state(shop);

                const token = await tokenOf(page);

                await page.goto(addresses(stage, found.filter(({ name }) => name === 'onlinechat_configuration'), token)[0].address);
                await page.locator('#onlinechat-page').waitFor();
                for (const button of ['Save', 'Try and save', 'Save the agency']) {
                    assert.equal(await page.locator('#onlinechat-page button', { hasText: new RegExp(`^${button}$`) }).isDisabled(), true, button);
                }
                assert.equal(await page.locator('#onlinechat-todo-mail button').count(), 0);
                for (const { name, verb, address } of addresses(stage, changes, token)) {
                    const answer = await ask(page, address, verb);

                    assert.ok(refused(answer), `${verb} ${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
                }
                assert.deepEqual(await state(shop), before);
            } finally {
                await take(shop);
            }
        },
    },
];
