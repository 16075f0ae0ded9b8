import assert from 'node:assert/strict';
import { settled } from './wait.mjs';

/** Fails unless these elements lie within the viewport, and the page is not made wider by them. */
export async function inside(page, elements) {
    const { width, height } = page.viewportSize();

    await settled(page);

    for (const element of elements) {
        const box = await element.boundingBox();
        const place = `${JSON.stringify(box)} in ${width} × ${height}`;

        assert.ok(box, 'the element is shown');
        assert.ok(box.x >= -0.5 && box.y >= -0.5, place);
        assert.ok(box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5, place);
    }
    assert.equal(await widened(page), false, 'the page is not made wider');
}

/** Fails if a button or a field is smaller than a finger needs (24 px, WCAG 2.2) or cut off by its window. */
export async function reachable(window) {
    const bad = await window.evaluate((element) => {
        const frame = element.getBoundingClientRect();

        return [...element.querySelectorAll('button, input:not([tabindex="-1"]), textarea, select, summary')].filter((one) => one.checkVisibility()).filter((one) => {
            const box = one.getBoundingClientRect();
            const scrolls = one.closest('.list, .log, .form');

            return box.width < 24 || box.height < 24 || box.left < frame.left - 1 || box.right > frame.right + 1
                || !scrolls && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
        }).map((one) => `${one.getAttribute('aria-label') ?? one.textContent}: ${JSON.stringify(one.getBoundingClientRect())}`);
    });

    assert.deepEqual(bad, []);
}

function widened(page) {
    return page.evaluate(() => {
        const own = document.querySelectorAll('onlinechat-widget, onlinechat-console');
        const width = () => document.scrollingElement.scrollWidth;
        const before = width();

        own.forEach((element) => element.style.setProperty('display', 'none', 'important'));
        const without = width();
        own.forEach((element) => element.style.removeProperty('display'));

        return before !== without;
    });
}
