import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../client/bundle.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
let widget;
let all;

before(async () => {
    widget = Buffer.from(await bundle('widget')).toString();
    all = widget + Buffer.from(await bundle('window')).toString();
});

test('what every page view loads is at most 15 KiB compressed', () => {
    assert.ok(gzipSync(widget, { level: 9 }).length <= 15 * 1024);
});

test('a library that is bundled stands there with its licence; every page view carries none', async () => {
    assert.match(all, /\/\*! eventsource-parser\nMIT License/);
    assert.doesNotMatch(widget, /eventsource-parser/);
});

test('English and French have the same words, with the same places', async () => {
    const [en, fr] = await Promise.all(['en', 'fr'].map(async (name) => JSON.parse(await read(`client/src/words/${name}.json`))));
    assert.deepEqual(Object.keys(fr), Object.keys(en));
    const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    Object.keys(en).forEach((word) => assert.deepEqual(places(fr[word]), places(en[word]), word));
});

test('every word is used', async () => {
    const en = JSON.parse(await read('client/src/words/en.json'));
    // states of messages and conversations are used by their names
    const byState = ['sending', 'checking', 'sent', 'delivered', 'read', 'finished', 'archived', 'end', 'minimise'];
    const fields = ['first_name', 'last_name', 'email', 'phone'];
    Object.keys(en).filter((word) => ![...byState, ...fields].includes(word)).forEach((word) => {
        assert.match(all, new RegExp(`"${word}"`), word);
    });
});

test('nothing in the widget parses HTML or runs text', () => {
    ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'eval(', 'new Function', 'setAttribute("style"'].forEach((way) => {
        assert.ok(!all.includes(way), way);
    });
});

test('the module has the same words, in its list and in French', async () => {
    const { status, stderr } = spawnSync('node', [fileURLToPath(new URL('../../client/words.mjs', import.meta.url)), '--check'], { encoding: 'utf8' });

    assert.equal(status, 0, stderr);
});
