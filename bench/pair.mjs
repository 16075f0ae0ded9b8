/*
 * A visitor's browser and an operator's: from Enter on one side to the message in the other one's window, by stream and
 * by polls in turns. Both windows are open and looked at, both clocks are this machine's.
 * Wants the services' environment, as tools/bench gives it. Exit status 1 if the stream is not faster.
 */
import { appendFile } from 'node:fs/promises';
import { consoleStream, noGateway, streams, widgetStream } from '../tests/browser/lib/gateway.mjs';
import { launch, Stage } from '../tests/browser/lib/stage.mjs';

const SCALE = Number(process.env.ONLINECHAT_BENCH_SCALE) || 1;
const ROUNDS = Math.max(2, Math.round(4 * SCALE));
const MESSAGES = Math.max(4, Math.round(15 * SCALE));
/** Somebody reads and writes: long enough to meet a poll's pause anywhere in it (ms). */
const THINK = 2500;
const WAYS = ['stream', 'polls'];
const WIDGET = { tag: 'onlinechat-widget', field: '.composer textarea' };
const CONSOLE = { tag: 'onlinechat-console', field: '.room textarea' };

/** From now on the page notes when this text is in a message of it: `at`, a promise of ms since 1970. */
const watched = (page, { tag }, text) => page.evaluateHandle(([name, wanted]) => {
    const { shadowRoot } = document.querySelector(name);
    const look = () => [...shadowRoot.querySelectorAll('.bubble')].some(({ textContent }) => textContent === wanted);

    return {
        at: new Promise((resolve) => {
            const watch = new MutationObserver(() => {
                if (look()) {
                    watch.disconnect();
                    resolve(Date.now());
                }
            });

            watch.observe(shadowRoot, { subtree: true, childList: true, characterData: true });
        }),
    };
}, [tag, text]);

/** @returns {Promise<number>} when it was sent */
const send = (page, { tag, field }, text) => page.evaluate(([name, where, value]) => {
    const input = document.querySelector(name).shadowRoot.querySelector(where);

    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const at = Date.now();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));

    return at;
}, [tag, field, text]);

async function oneWay(from, to, text) {
    const there = await watched(to.page, to.side, text);
    const sent = await send(from.page, from.side, text);

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
        const [visitor, operator] = [{ page: guest.page, side: WIDGET }, { page: anna.page, side: CONSOLE }];
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

const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

const reason = noGateway();
if (reason) {
    console.error(`pair: no gateway to measure: ${reason}`);
    process.exit(1);
}
const browsers = await launch();
const all = Object.fromEntries(WAYS.map((way) => [way, { 'to the operator': [], 'to the visitor': [] }]));
for (let i = 0; i < ROUNDS; i++) {
    for (const way of i % 2 ? [...WAYS].reverse() : WAYS) {
        const found = await round(browsers, way, `${way} ${i}`);

        Object.keys(found).forEach((where) => all[way][where].push(...found[where]));
    }
}
await browsers.close();

console.log(`pair, from Enter to the other window, ${ROUNDS * MESSAGES} messages each, ms`);
let missed = 0;
for (const where of Object.keys(all.stream)) {
    const [stream, polls] = WAYS.map((way) => [0.5, 0.99].map((part) => quantile(all[way][where], part)));
    const held = stream.every((value, i) => value < polls[i]);

    missed += held ? 0 : 1;
    console.log(`${where.padEnd(16)} stream p50 ${stream[0]}, p99 ${stream[1]}; polls p50 ${polls[0]}, p99 ${polls[1]}${held ? '' : ' !'}`);
    await appendFile(new URL('results.jsonl', import.meta.url), `${JSON.stringify({
        bench: 'pair', at: new Date().toISOString(), case: where, unit: 'ms', ours: { p50: stream[0], p99: stream[1] },
        theirs: { p50: polls[0], p99: polls[1] }, held,
    })}\n`);
}
console.log(missed ? `pair: missed ${missed}` : 'pair: held');
process.exitCode = missed ? 1 : 0;
