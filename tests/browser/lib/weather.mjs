/** Bad weather between a page and the entry. */

const entry = (action) => new RegExp(`/entry\\.php\\?(shop=\\d+&)?action=${action}(&|$)`);

/**
 * The server acts, its answer is lost: once, or `times` times.
 *
 * @returns {Promise<string[]>} the keys of all requests of this action, filled as they are made
 */
export async function loseAnswers(page, action, times = 1) {
    const keys = [];

    await page.route(entry(action), async (route) => {
        keys.push(route.request().postDataJSON().key);
        if (keys.length > times) {
            await route.continue();
            return;
        }
        await route.fetch();
        await route.abort('connectionreset');
    });

    return keys;
}

/** The first `times` requests of an action are answered with this problem instead. */
export async function refuse(page, action, status, code, times = 1) {
    const keys = [];

    await page.route(entry(action), async (route) => {
        keys.push(route.request().postDataJSON()?.key);
        if (keys.length > times) {
            await route.continue();
            return;
        }
        await route.fulfill({
            status,
            contentType: 'application/problem+json',
            headers: status === 503 ? { 'Retry-After': '1' } : {},
            body: JSON.stringify({ type: `problems.html#${code}`, title: code, status, detail: code, code }),
        });
    });

    return keys;
}

/** Polls are answered as if Redis could not be asked. */
export async function degrade(page, action) {
    await page.route(entry(action), async (route) => {
        const response = await route.fetch({ url: route.request().url().replace(/cursor=\d+/, 'cursor=0').replace(/revision=\d+/, 'revision=0') });
        const update = response.status() === 204 ? null : await response.json();

        await route.fulfill({
            status: 200,
            contentType: 'application/json',
            body: JSON.stringify({
                changed: false, delay: 1000, messages: null, board: null, typing: null, settings: 0, sweep: false, ...update, degraded: true,
            }),
        });
    });
}

/** Requests of an action get no answer: the page goes on with what it knew. */
export async function silence(page, action) {
    await page.route(entry(action), () => {});
}

export async function clear(page) {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Counts the requests of an action from now on. */
export function countOf(page, action) {
    const counter = { count: 0 };

    page.on('request', (request) => {
        if (entry(action).test(request.url())) {
            counter.count++;
        }
    });

    return counter;
}
