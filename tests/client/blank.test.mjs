import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { blank } from '../../client/src/shared/blank.js';

test('what the server takes for blank cannot be sent', async () => {
    const source = await readFile(new URL('../../ext/core/oc_utf8.c', import.meta.url), 'utf8');
    const table = /invisible\[\] = \{(.*?)\};/s.exec(source)[1];
    const ranges = [...table.matchAll(/\{0x([0-9A-F]+), 0x([0-9A-F]+)\}/g)].map(([, from, to]) => [parseInt(from, 16), parseInt(to, 16)]);

    assert.ok(ranges.length > 10);
    for (const [from, to] of ranges) {
        for (let code = from; code <= to; code++) {
            assert.ok(blank(String.fromCodePoint(code)), code.toString(16));
        }
    }
    ['a', '.', '🌿', 'é', '一'].forEach((text) => assert.equal(blank(text), false));
});
