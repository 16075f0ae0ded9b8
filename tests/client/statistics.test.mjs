import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, step } from '../../client/src/statistics/duration.js';

test('issue 8.4 times at a chart are written as in its table', () => {
    const texts = { 0: '0 s', 0.4: '0.4 s', 9.9: '9.9 s', 9.96: '10 s', 59.4: '59 s', 59.6: '1 min 00 s', 125: '2 min 05 s', 3599.9: '1 h 00 min', 94200: '26 h 10 min' };

    Object.entries(texts).forEach(([seconds, text]) => assert.equal(duration(Number(seconds)), text));
});

test('issue 8.4 lines of a chart of times stand at steps of a clock, six at most', () => {
    assert.deepEqual([0, 6, 7, 80, 95, 1000, 7200].map(step), [1, 1, 2, 15, 30, 300, 1800]);
    [1e6, 1e8].forEach((most) => assert.ok(most / step(most) <= 6 && step(most) % 3600 === 0));
});
