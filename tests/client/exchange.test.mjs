import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { until } from './page.mjs';

/** A page with the first part of a long exchange, and a shop that answers as told. */
async function page(answer) {
    const { window } = new JSDOM(`<article><section>One</section>
        <p class="onlinechat-more"><a data-more href="/history/1-7?after=c1&amp;find=x">Show more</a></p></article>`, {
        url: 'https://shop.example/admin/', runScripts: 'outside-only',
    });
    const asked = [];

    window.fetch = async (url) => {
        asked.push(url.href);

        return answer(asked.length);
    };
    window.eval(await readFile(new URL('../../module/views/js/exchange.js', import.meta.url), 'utf8'));

    return { document: window.document, asked };
}

const text = (html) => ({ ok: true, redirected: false, text: async () => html });

test('G24 "Show more" puts the next part where the button stood, and the focus on it', async () => {
    const { document, asked } = await page((n) => text(n === 1
        ? '<section>Two</section><p class="onlinechat-more"><a data-more href="/history/1-7?after=c2">Show more</a></p>' : '<section>Three</section>'));
    const link = document.querySelector('[data-more]');

    link.focus();
    link.click();
    link.click();
    await until(() => document.querySelectorAll('section').length === 2);
    assert.deepEqual(asked, ['https://shop.example/history/1-7?after=c1&find=x&part=1&said=1']);
    assert.equal(document.activeElement.textContent, 'Two');
    document.querySelector('[data-more]').click();
    await until(() => document.querySelectorAll('section').length === 3);
    assert.equal(document.querySelector('[data-more]'), null);
    assert.equal(document.querySelector('article').textContent.replace(/\s+/g, ' ').trim(), 'One TwoThree');
});
