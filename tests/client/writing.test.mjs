import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Writing } from '../../client/src/window/writing.js';

/** How often the operator is told within a minute of typing, a letter a second. */
function told(least) {
    const { now } = Date;
    const signals = [];
    const writing = new Writing({
        endable: true, conversation: 1, door: { least },
        api: {
            async call(action, { body }) {
                signals.push([action, body.typing]);
            },
        },
    });

    try {
        for (let second = 0; second < 60; second++) {
            Date.now = () => second * 1000;
            writing.input('x');
        }
    } finally {
        Date.now = now;
    }
    assert.ok(signals.every(([action, typing]) => action === 'typing' && typing));

    return signals.length;
}

test('typing is told every four seconds, and through the front controller no more often than it is polled', () => {
    assert.equal(told(0), 15);
    assert.equal(told(15000), 4);
});
