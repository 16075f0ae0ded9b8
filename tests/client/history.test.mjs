import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { until } from './page.mjs';

/** The back office's table of two lines with its script, and a shop that answers when the test says so. */
async function table() {
    const { window } = new JSDOM(`<table id="onlinechat_history_grid"><tr><td>
        <a href="/history/1-7">Ada</a><a href="/history/1-8">Ben</a></td></tr></table>
        <div class="onlinechat-pages"><form></form><select></select></div>
        <dialog id="onlinechat-history-dialog"><h1>Conversation</h1><button data-close></button><div class="onlinechat-dialog-body"></div></dialog>`, {
        url: 'https://shop.example/admin/', runScripts: 'outside-only',
    });
    const answers = new Map();
    const dialog = window.document.querySelector('dialog');

    window.$ = () => {};
    window.fetch = (url) => new Promise((resolve) => {
        answers.set(new window.URL(url).pathname, (text) => resolve({ ok: true, redirected: false, text: async () => text }));
    });
    dialog.showModal = () => {
        dialog.open = true;
    };
    window.eval(await readFile(new URL('../../module/views/js/history.js', import.meta.url), 'utf8'));

    return {
        dialog,
        body: dialog.querySelector('.onlinechat-dialog-body'),
        click: (name) => [...window.document.querySelectorAll('a')].find((a) => a.textContent === name).click(),
        answer: (path, text) => answers.get(path)(text),
    };
}

test('G23 two lines asked for one after the other: the pop-up shows the last, whichever answer comes first', async () => {
    const { dialog, body, click, answer } = await table();

    click('Ada');
    click('Ben');
    answer('/history/1-8', '<p>What Ben said</p>');
    await until(() => dialog.open);
    answer('/history/1-7', '<p>What Ada said</p>');
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(body.textContent, 'What Ben said');
});
