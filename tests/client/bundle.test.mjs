import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { bundle, SHORT } from '../../client/bundle.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
let widget;

before(async () => {
    widget = Buffer.from(await bundle('widget')).toString();
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
    const byState = ['sending', 'checking', 'sent', 'read', 'finished', 'archived', 'end', 'minimise'];
    Object.keys(en).filter((word) => !byState.includes(word)).forEach((word) => {
        assert.match(widget, new RegExp(`"${word}"`), word);
    });
});

test('no shortened name is one of the browser\'s, of the protocol\'s or of the words', async () => {
    const { window } = new JSDOM('', { url: 'https://shop.example/' });
    const own = ['Math', 'JSON', 'Promise', 'Array', 'Object', 'Map', 'Set', 'Date', 'Intl', 'String', 'Number', 'RegExp', 'Function'];
    const things = [...new Set([...Object.getOwnPropertyNames(window), ...own])]
        .map((name) => window[name] ?? globalThis[name])
        .filter((thing) => thing && ['object', 'function'].includes(typeof thing) && thing !== window && thing !== window.Atomics)
        .flatMap((thing) => [thing, thing.prototype].filter(Boolean));
    const reserved = ['locks', 'sendBeacon', 'visualViewport', 'matchMedia', 'replaceSync', 'showModal', 'steal'];
    const protocol = `${await read('docs/protocol.md')}${await read('ext/onlinechat.stub.php')}`;
    // exceptions' and identities' members: none of them travels as JSON under this name
    const elsewhere = ['retryAfter', 'session', 'store'];
    const words = JSON.parse(await read('client/src/words/en.json'));
    // the page's data block, the owner's settings, what is stored, and what tabs tell each other
    const written = [
        'entry', 'ticket', 'shop', 'language', 'cookie', 'header', 'welcome', 'colours', 'operator_name', 'got', 'mark', 'key', 'text',
        'state', 'reason', 'first', 'after', 'at', 'action', 'seen', 'held', 'conversation', 'number', 'type', 'update', 'message', 'placement',
    ];

    for (const name of SHORT) {
        assert.ok(!things.some((thing) => name in thing), `${name} is the browser's`);
        assert.ok(!reserved.includes(name), `${name} is the browser's`);
        assert.ok(!(name in words), `${name} is a word`);
        assert.ok(!written.includes(name), `${name} is written down`);
        assert.ok(elsewhere.includes(name) || !new RegExp(`readonly [^;]* \\$${name}\\b|"${name}"`).test(protocol), `${name} is the protocol's`);
    }
});

test('nothing in the widget parses HTML or runs text', () => {
    ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'eval(', 'new Function', 'setAttribute("style"'].forEach((way) => {
        assert.ok(!widget.includes(way), way);
    });
});
