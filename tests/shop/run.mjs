/*
 * The chat inside real shops, as TAP. Usage: node tests/shop/run.mjs [part of a name …]
 *
 * Plays on every shop of PRESTASHOP_ROOTS (tools/shops says which); without one, all is skipped. A test with
 * "serve" plays on a shop that tools/shops start has started with these options.
 */
import { access } from 'node:fs/promises';
import { play } from '../browser/lib/play.mjs';
import { launch } from '../browser/lib/stage.mjs';
import { forgetComplaints, prepare, shops } from './lib/shop.mjs';
import { ShopStage } from './lib/stage.mjs';

const LIMIT = 300000;
// "notices" asks what all others left in PHP's log: it stays the last.
const FILES = ['chat', 'rows', 'front', 'people', 'pages', 'facts', 'panel', 'points', 'colleagues', 'talking', 'standing', 'blocking', 'replies', 'profile', 'configuration', 'page', 'beyond', 'mail', 'gdpr', 'lifecycle', 'renewal', 'manager', 'upgrade', 'rights', 'history', 'export', 'refusals', 'statistics', 'multistore', 'weight', 'servers', 'cache', 'streams', 'notices'];

async function served() {
    const lines = (await shops('start')).trim().split('\n').filter(Boolean);

    if (lines.length) {
        await shops('install');
    }

    const prepared = await Promise.all(lines.map(prepare));

    await Promise.all(prepared.map(({ path }) => forgetComplaints(path)));

    return prepared;
}

/** What a test is served by; tests of the same kind follow each other, since a server's start takes seconds. */
const kinds = (tests) => [...new Set(tests.map(({ serve = '' }) => serve))].sort((a, b) => a.length - b.length);
const byKind = (tests) => kinds(tests).flatMap((kind) => tests.filter(({ serve = '', last }) => serve === kind && !last))
    .concat(tests.filter(({ last }) => last));
const running = new Map();
let browsers = null;

async function serve(shop, kind) {
    if ((running.get(shop.path) ?? '') !== kind) {
        running.set(shop.path, kind);
        await shops('start', ...kind.split(' ').filter(Boolean), shop.path);
    }
}

/** A browser that ended by itself in these many minutes says nothing of the shop. */
const alive = () => browsers.visitors.isConnected() && browsers.operators.isConnected();

async function playOn(shop, test) {
    await serve(shop, test.serve ?? '');
    const stage = new ShopStage(browsers, await prepare(`${shop.path} ${shop.version} ${shop.url}/`));

    try {
        await play(test, stage, LIMIT);
    } finally {
        await stage.end();
    }
}

async function playWhileAlive(test, shop) {
    try {
        await playOn(shop, test);
    } catch (problem) {
        if (alive()) {
            throw problem;
        }
        console.log(`# a browser ended (${problem.message.split('\n', 1)[0]}): once more with new ones`);
        await browsers.close().catch(() => {});
        browsers = await launch();
        await playOn(shop, test);
    }
}

const wanted = process.argv.slice(2);
const modules = await Promise.all(FILES.map((file) => import(`./${file}.mjs`)));
const tests = byKind(modules.flatMap(({ tests: all }, i) => all.map((test) => ({ ...test, last: FILES[i] === 'notices' })))
    .filter(({ name }) => !wanted.length || wanted.some((part) => name.includes(part))));
let reason = await access('/usr/bin/chromium').then(() => '', () => 'no /usr/bin/chromium');
const stages = reason ? [] : await served();
reason ||= stages.length ? '' : 'no installed PrestaShop in PRESTASHOP_ROOTS';
const plan = reason ? tests.map((test) => ({ test, name: test.name }))
    : stages.flatMap((shop) => tests.map((test) => ({ test, shop, name: `${shop.version}: ${test.name}` })));
const skipped = (await shops('skipped')).trim().split('\n').filter(Boolean);
let failed = 0;

if (!reason) {
    browsers = await launch();
}
console.log('TAP version 13');
console.log(`1..${plan.length + skipped.length}`);
skipped.forEach((path, i) => {
    console.log(`ok ${plan.length + i + 1} - shop ${path} # SKIP no installed PrestaShop there`);
});
for (const [i, { test, shop, name }] of plan.entries()) {
    const began = Date.now();

    if (reason) {
        console.log(`ok ${i + 1} - ${name} # SKIP ${reason}`);
        continue;
    }
    try {
        await playWhileAlive(test, shop);
        console.log(`ok ${i + 1} - ${name}`);
    } catch (problem) {
        failed++;
        console.log(`not ok ${i + 1} - ${name}`);
        console.log(problem.stack.replace(/^/gm, '# '));
    }
    console.log(`# ${Date.now() - began} ms`);
}
await browsers?.close();
if (stages.length) {
    await shops('stop');
}
process.exitCode = failed ? 1 : 0;
