import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { until } from './page.mjs';

/** The panel's part "earlier conversations" of conversation 9, and a shop whose line has these parts by cursor. */
async function unfolded(parts) {
    const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true });
    const asked = [];

    global.document = window.document;
    const { earlier } = await import('../../client/src/console/earlier.js');
    const room = {
        id: 9,
        line: { thread: 5 },
        api: {
            async call(action, { query }) {
                asked.push([action, query.thread, query.cursor]);

                return parts[query.cursor];
            },
        },
    };
    const t = (word, values) => (values ? `${word} ${values.n}` : word);
    const element = earlier({ room, t, formats: { moment: String, time: String } });

    window.document.body.append(element);
    element.open = true;
    await until(() => asked.length > 0 && element.querySelector('[role=status]').textContent !== 'reading');

    return { element, asked, window, more: element.querySelector('button') };
}

const said = (conversation, last, ...numbers) => ({
    conversation, last, messages: numbers.map((n) => ({ author: 'visitor', name: 'Ada', text: `${conversation}.${n}`, at: n })),
});
const shown = (element) => [...element.querySelectorAll('.talk')]
    .map((talk) => [talk.querySelector('summary').textContent, ...[...talk.querySelectorAll('.text')].map((text) => text.textContent)]);

test('G24 earlier conversations come in parts: one that goes on in the next part stays one', async () => {
    const { element, asked, more, window } = await unfolded({
        '': { conversations: [said(3, 1, 1), said(4, 3, 1, 2)], next: 'c1' },
        c1: { conversations: [said(4, 3, 3), said(9, 1, 1)], next: null },
    });

    assert.deepEqual(shown(element), [['1 · messages-one 1', '3.1'], ['1 · messages-other 3', '4.1', '4.2']]);
    assert.equal(more.hidden, false);
    more.focus();
    more.click();
    await until(() => more.hidden);
    assert.deepEqual(shown(element).at(-1), ['1 · messages-other 3', '4.1', '4.2', '4.3']);
    assert.deepEqual(asked, [['thread', 5, ''], ['thread', 5, 'c1']]);
    await until(() => window.document.activeElement.tagName === 'SUMMARY');
});

test('G24 a short line has no button, and none but this conversation says so', async () => {
    const { element, more } = await unfolded({ '': { conversations: [said(9, 1, 1)], next: null } });

    assert.equal(more.hidden, true);
    assert.equal(element.querySelector('[role=status]').textContent, 'earlier-none');
});
