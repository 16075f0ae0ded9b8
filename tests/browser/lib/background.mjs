import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './wait.mjs';

/** Timers of a tab that nobody sees wake once a minute after these many seconds; by itself Chromium waits for 300. */
const GRACE = 10;
const ARGUMENTS = [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--remote-debugging-pipe',
    `--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/${GRACE}`, 'about:blank',
];

/** A tab of a window: hidden while another is in front. */
class Tab {
    constructor(browser, target, session) {
        Object.assign(this, { browser, target, session });
    }

    /** @param {Function} work of the page, without anything around it @returns {Promise<any>} JSON */
    async run(work, ...values) {
        const { result, exceptionDetails } = await this.browser.send('Runtime.evaluate', {
            expression: `(${work})(...${JSON.stringify(values)})`, awaitPromise: true, returnByValue: true,
        }, this.session);

        if (exceptionDetails) {
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }

        return result.value;
    }

    until(work, what, patience) {
        return until(() => this.run(work), what, patience);
    }

    front() {
        return this.browser.send('Target.activateTarget', { targetId: this.target });
    }

    freeze() {
        return this.browser.send('Page.setWebLifecycleState', { state: 'frozen' }, this.session);
    }
}

/**
 * A Chromium as people have it. Playwright's shows every page at once and switches throttling off, so this one is
 * spoken to directly.
 */
export class Background {
    static async launch() {
        const profile = await mkdtemp(join(tmpdir(), 'onlinechat-'));

        return new Background(spawn('/usr/bin/chromium', [...ARGUMENTS, `--user-data-dir=${profile}`], {
            stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
        }), profile);
    }

    constructor(child, profile) {
        Object.assign(this, { child, profile, count: 0, asked: new Map(), rest: '' });
        this.ended = new Promise((resolve) => {
            child.once('exit', resolve);
        });
        this.to = child.stdio[3];
        child.stdio[4].setEncoding('utf8').on('data', (text) => this.#hear(text));
    }

    send(method, params = {}, sessionId = undefined) {
        return new Promise((resolve, reject) => {
            this.asked.set(++this.count, { resolve, reject });
            this.to.write(`${JSON.stringify({ id: this.count, method, params, sessionId })}\0`);
        });
    }

    #hear(text) {
        const messages = (this.rest + text).split('\0');

        this.rest = messages.pop();
        for (const { id, result, error } of messages.map((one) => JSON.parse(one))) {
            const asked = this.asked.get(id);

            this.asked.delete(id);
            error ? asked?.reject(new Error(error.message)) : asked?.resolve(result);
        }
    }

    /** In front of the others. */
    async tab(url) {
        const { targetId } = await this.send('Target.createTarget', { url });
        const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
        const tab = new Tab(this, targetId, sessionId);

        await tab.until(() => location.href !== 'about:blank' && document.readyState === 'complete', `${url} is loaded`);
        await tab.front();

        return tab;
    }

    async close() {
        this.send('Browser.close').catch(() => {});
        await this.ended;
        await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
    }
}
