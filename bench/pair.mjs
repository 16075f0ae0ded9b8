/*
 * A visitor's browser and an operator's: from Enter on one side to the message in the other one's window, by stream and
 * by polls in turns. Both windows are open and looked at, both clocks are this machine's.
 * Usage: node pair.mjs FILE, with the services' environment, as tools/bench gives it; FILE is for pair.php.
 */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { consoleStream, noGateway, streams, widgetStream } from '../tests/browser/lib/gateway.mjs';
import { launch, Stage } from '../tests/browser/lib/stage.mjs';

const SCALE = Number(process.env.ONLINECHAT_BENCH_SCALE) || 1;
/** With a hundred messages each way p99 is not yet the slowest one. */
const ROUNDS = Math.max(2, Math.round(7 * SCALE));
const MESSAGES = Math.max(4, Math.round(15 * SCALE));
/** Somebody reads and writes: long enough to meet a poll's pause anywhere in it (ms). */
const THINK = 2500;
const WAYS = ['stream', 'polls'];
const WIDGET = { tag: 'onlinechat-widget', field: '.composer textarea' };
const CONSOLE = { tag: 'onlinechat-console', field: '.room textarea' };

/**
 * What to add to performance.now() for ms since 1970. timeOrigin would not do: each browser guesses it at its own
 * start. Date.now() knows whole ms only, but when it turns is as fine as performance.now().
 */
const clock = (page) => page.evaluate(() => {
    const begin = Date.now();
    let now = begin;

    while (now === begin) {
        now = Date.now();
    }

    return now - performance.now();
});

/** From now on the page notes when this text is in a message of it: `at`, a promise of ms since 1970. */
const watched = ({ page, tag, clock: base }, text) => page.evaluateHandle(([name, wanted, offset]) => {
    const { shadowRoot } = document.querySelector(name);
    const look = () => [...shadowRoot.querySelectorAll('.bubble')].some(({ textContent }) => textContent === wanted);

    return {
        at: new Promise((resolve) => {
            const watch = new MutationObserver(() => {
                if (look()) {
                    watch.disconnect();
                    resolve(offset + performance.now());
                }
            });

            watch.observe(shadowRoot, { subtree: true, childList: true, characterData: true });
        }),
    };
}, [tag, text, base]);

/** @returns {Promise<number>} when it was sent */
const send = ({ page, tag, field, clock: base }, text) => page.evaluate(([name, where, value, offset]) => {
    const input = document.querySelector(name).shadowRoot.querySelector(where);

    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const at = offset + performance.now();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));

    return at;
}, [tag, field, text, base]);

async function oneWay(from, to, text) {
    const there = await watched(to, text);
    const sent = await send(from, text);

    return await there.evaluate(({ at }) => at) - sent;
}

/** @returns {Promise<{'to the operator': number[], 'to the visitor': number[]}>} ms of each message */
async function round(browsers, way, name) {
    const stage = new Stage(browsers);
    const found = { 'to the operator': [], 'to the visitor': [] };

    await stage.shop();
    try {
        const anna = await stage.operator({ streams: way === 'stream' });
        const guest = await stage.visitor({ streams: way === 'stream' });
        await guest.open();
        await guest.say('Hello');
        await (await anna.arrived('Guest')).sees('Hello');
        if (way === 'stream') {
            await streams(await widgetStream(guest.page));
            await streams(await consoleStream(anna.page));
        }
        const visitor = { page: guest.page, ...WIDGET, clock: await clock(guest.page) };
        const operator = { page: anna.page, ...CONSOLE, clock: await clock(anna.page) };
        for (let i = 0; i < MESSAGES; i++) {
            for (const [from, to, where] of [[visitor, operator, 'to the operator'], [operator, visitor, 'to the visitor']]) {
                await new Promise((resolve) => setTimeout(resolve, Math.random() * THINK));
                found[where].push(await oneWay(from, to, `${name}, ${where}: ${i}`));
            }
        }
    } finally {
        await stage.end();
    }

    return found;
}

const reason = noGateway();
if (reason) {
    console.error(`pair: no gateway to measure: ${reason}`);
    process.exit(1);
}
const before = { at: new Date().toISOString(), load: loadavg().map((value) => value.toFixed(1)).join(' ') };
const browsers = await launch();
const browser = `Chromium ${browsers.visitors.version()}`;
const rounds = [];
for (let i = 0; i < ROUNDS; i++) {
    const found = {};

    for (const way of i % 2 ? [...WAYS].reverse() : WAYS) {
        found[way] = await round(browsers, way, `${way} ${i}`);
    }
    rounds.push(found);
}
await browsers.close();
await writeFile(process.argv[2], JSON.stringify({ ...before, browser, messages: MESSAGES, think: THINK, rounds }));
