/*
 * Lighthouse on a shop's start page with and without the widget, by turns.
 * Usage: node run.mjs ROOT VERSION URL RUN, as tools/bench gives it. Exit status 1 if a figure moves beyond its spread.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { withoutModule } from '../../tests/shop/lib/shop.mjs';

const ROUNDS = Math.max(2, Math.round(5 * (Number(process.env.ONLINECHAT_BENCH_SCALE) || 1)));
const FIGURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
const MOST_REQUESTS = 2;
const MOST_BYTES = 20 * 1024;

const [root, version, url] = process.argv.slice(2);
const shop = { path: root };
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) => Math.max(...values) - Math.min(...values);

async function measure() {
    const chrome = await launch({
        chromePath: '/usr/bin/chromium',
        chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });

    try {
        const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: ['performance'], logLevel: 'error' });
        const requests = lhr.audits['network-requests'].details.items;

        if (lhr.runtimeError) {
            throw new Error(lhr.runtimeError.message);
        }

        return {
            score: lhr.categories.performance.score * 100,
            ...Object.fromEntries(FIGURES.map((name) => [name, lhr.audits[name].numericValue])),
            requests: requests.length,
            bytes: requests.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0),
        };
    } finally {
        await chrome.kill();
    }
}

const runs = { with: [], without: [] };

await measure();
for (let round = 0; round < ROUNDS; round++) {
    runs.with.push(await measure());
    runs.without.push(await withoutModule(shop, measure));
}
console.log(`lighthouse, PrestaShop ${version}, ${url}, mobile, median of ${ROUNDS} by turns (spread)`);
let missed = 0;
for (const name of Object.keys(runs.with[0])) {
    const [ours, theirs] = [runs.with, runs.without].map((all) => all.map((one) => one[name]));
    const moved = median(ours) - median(theirs);
    const limit = { requests: MOST_REQUESTS, bytes: MOST_BYTES }[name] ?? Math.max(spread(ours), spread(theirs));
    // a better figure is no miss; only the score is better when higher
    const held = (name === 'score' ? -moved : moved) <= limit;

    missed += held ? 0 : 1;
    console.log(`${name.padEnd(26)} ${median(ours).toFixed(2).padStart(12)} with ${median(theirs).toFixed(2).padStart(12)} without`
        + ` ${moved.toFixed(2).padStart(10)} more, at most ${limit.toFixed(2)}${held ? '' : ' !'}`);
}
console.log(missed ? `lighthouse: missed ${missed}` : 'lighthouse: held');
process.exitCode = missed ? 1 : 0;
