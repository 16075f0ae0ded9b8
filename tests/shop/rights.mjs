import assert from 'node:assert/strict';
import { shops } from './lib/shop.mjs';

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

export const tests = [
    {
        name: 'every route of the module in the back office is refused to an employee without its right',
        async run(stage) {
            const found = await routes(stage.shop);
            const nora = await stage.operator({ employee: stage.shop.employees.nora, online: false });
            const own = new URL(await nora.page.locator('a[href*="token="]').first().getAttribute('href'), nora.page.url());
            const token = own.searchParams.get('_token') ?? own.searchParams.get('token');

            assert.ok(found.length >= 6);
            for (const { name, verb, path } of found) {
                const address = `${stage.url}/${stage.shop.office}${path}?_token=${token}&token=${token}`;
                const { status, type, text } = await ask(nora.page, address, verb);
                const refused = type === 'opaqueredirect' || [302, 403].includes(status);

                assert.ok(refused, `${verb} ${name}: ${status} ${text.slice(0, 200)}`);
                assert.doesNotMatch(text, /"ticket":"v1/, name);
            }
        },
    },
];
