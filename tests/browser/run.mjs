/*
 * The browser tests, as TAP. Usage: node tests/browser/run.mjs [part of a name …]
 *
 * Wants the services' environment (tools/services start NAME; . build/run/NAME/env) and module/views/js.
 */
import { access } from 'node:fs/promises';
import { play } from './lib/play.mjs';
import { missing } from './lib/services.mjs';
import { launch, Stage } from './lib/stage.mjs';

const CHROMIUM = '/usr/bin/chromium';
const LIMIT = 90000;
const FILES = [
    'chat', 'outbox', 'tabs', 'routing', 'messages', 'seen', 'console', 'attention', 'standing', 'shops', 'operators', 'trouble',
    'safety', 'layout', 'access', 'preview', 'owner', 'background', 'streams',
];

async function whyNot() {
    const absent = missing();

    return absent || await access(CHROMIUM).then(() => '', () => `no ${CHROMIUM}`);
}

async function playOnNewStage(test, browsers) {
    const stage = new Stage(browsers);

    try {
        await stage.shop(test.shop);
        await play(test, stage, LIMIT);
    } catch (problem) {
        problem.complaints = stage.complaints;
        throw problem;
    } finally {
        await stage.end();
    }
}

const wanted = process.argv.slice(2);
const modules = await Promise.all(FILES.map((file) => import(`./${file}.mjs`)));
const tests = modules.flatMap((module) => module.tests)
    .filter(({ name }) => !wanted.length || wanted.some((part) => name.includes(part)));
const reason = await whyNot();
const browsers = reason ? null : await launch();
let failed = 0;

console.log('TAP version 13');
console.log(`1..${tests.length}`);
for (const [i, test] of tests.entries()) {
    const line = `${i + 1} - ${test.name}`;
    const began = Date.now();

    if (reason || test.skip) {
        console.log(`ok ${line} # SKIP ${reason || test.skip}`);
        continue;
    }
    try {
        await playOnNewStage(test, browsers);
        console.log(`ok ${line}`);
    } catch (problem) {
        failed++;
        console.log(`not ok ${line}`);
        console.log([problem.stack, ...problem.complaints ?? []].join('\n').replace(/^/gm, '# '));
    }
    console.log(`# ${Date.now() - began} ms`);
}
await browsers?.close();
process.exitCode = failed ? 1 : 0;
