/** How long anything a person waits for may take here; polls are seconds apart. */
export const PATIENCE = 20000;

/** What nobody tells a reader about (a place in the queue that moved up, a visitor who left) comes with the look
 * every reader takes at least every 30 s (I2). */
export const LATE = 35000;

const STEP = 50;

/**
 * Until a condition holds.
 *
 * @template T
 * @param {() => Promise<T>|T} condition what it answers, if it is true in the end
 * @param {string} what is waited for, as the message of a failure says it
 * @param {number} [patience] ms
 * @returns {Promise<T>}
 */
export async function until(condition, what, patience = PATIENCE) {
    const end = Date.now() + patience;

    for (let last = ''; ;) {
        try {
            const answer = await condition();
            if (answer) {
                return answer;
            }
            last = '';
        } catch (problem) {
            last = `: ${problem.message}`;
        }
        if (Date.now() > end) {
            throw new Error(`not within ${patience} ms: ${what}${last}`);
        }
        await new Promise((resolve) => {
            setTimeout(resolve, STEP);
        });
    }
}

/** Until texts are what they should be; a failure shows both. */
export async function untilEqual(read, wanted, what, patience = PATIENCE) {
    const text = JSON.stringify(wanted);
    let had;

    try {
        await until(async () => {
            had = JSON.stringify(await read());
            return had === text;
        }, what, patience);
    } catch {
        throw new Error(`${what}: wanted ${text}, still have ${had}`);
    }
}

export const visible = (locator, timeout = PATIENCE) => locator.waitFor({ state: 'visible', timeout });

export const gone = (locator) => locator.waitFor({ state: 'hidden', timeout: PATIENCE });

/** Until nothing moves any more but what moves for ever (the dots of "is typing"). */
export async function settled(page) {
    await page.waitForFunction(() => {
        const inside = (root) => [root, ...[...root.querySelectorAll('*')]
            .flatMap(({ shadowRoot }) => (shadowRoot ? inside(shadowRoot) : []))];

        return inside(document).flatMap((root) => root.getAnimations())
            .every(({ playState, effect }) => playState === 'finished' || effect.getComputedTiming().iterations === Infinity);
    });
}
