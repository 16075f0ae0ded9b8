import assert from 'node:assert/strict';
import { Background } from './lib/background.mjs';
import { Caller } from './lib/caller.mjs';
import { until } from './lib/wait.mjs';

/** Who gives no sign for so long is away, ms (docs/design.md). */
const AWAY = 150000;
const MINUTES = 300000;

/** When the tab asked the entry, ms since 1970. */
const polls = (tab) => tab.run(() => performance.getEntriesByType('resource')
    .filter(({ name }) => /action=watch/.test(name)).map(({ startTime }) => performance.timeOrigin + startTime));

const silent = (tab) => tab.until(() => {
    window.ticks ??= [performance.now()];
    window.ticker ??= setInterval(() => window.ticks.push(performance.now()), 1000);

    return document.hidden && performance.now() - window.ticks.at(-1) > 15000;
}, 'the browser throttles the hidden tab', MINUTES);

async function signedIn(stage, browser) {
    const tab = await browser.tab(`${stage.url}/backoffice/index.php`);

    await tab.run(() => [...document.querySelectorAll('button')].find((one) => one.textContent.includes('Sign in as Anna'))?.click());
    await tab.until(() => {
        const button = document.querySelector('onlinechat-console')?.shadowRoot.querySelector('.switch');

        return button && !button.disabled;
    }, 'the console has its board');

    return tab;
}

export const tests = [
    {
        name: 'issue 5.2: tabs that the browser wakes once a minute make nobody away; the tab that is looked at goes on where the other is frozen',
        limit: 2 * MINUTES,
        async run(stage) {
            const browser = await Background.launch();

            try {
                const tabs = [await signedIn(stage, browser), await signedIn(stage, browser)];

                await tabs[1].run(() => document.querySelector('onlinechat-console').shadowRoot.querySelector('.switch').click());
                await tabs[1].until(() => document.querySelector('onlinechat-console').shadowRoot
                    .querySelector('.switch').ariaChecked === 'true', 'Anna is online');
                await browser.tab(`${stage.url}/`);
                await Promise.all(tabs.map(silent));
                const since = Date.now();
                const asked = async () => (await Promise.all(tabs.map(polls))).flat().filter((at) => at > since).sort((a, b) => a - b);
                // longer than anybody may be silent
                await until(async () => (await asked()).at(-1) > since + AWAY + 5000, 'polls of hidden tabs', MINUTES);
                const times = [since, ...await asked()];
                assert.ok(times.length < 20, `throttled: ${times.length} polls`);
                assert.ok(times.slice(1).every((at, i) => at - times[i] < AWAY), times.join());
                const caller = new Caller(stage.url);
                assert.equal((await caller.start('Is anybody there?')).outcome, 'assigned');

                await tabs[1].freeze();
                await tabs[0].front();
                await caller.say('Hello?');
                await tabs[0].until(() => document.querySelector('onlinechat-console').shadowRoot.textContent.includes('Hello?'), 'the message');
            } finally {
                await browser.close();
            }
        },
    },
];
