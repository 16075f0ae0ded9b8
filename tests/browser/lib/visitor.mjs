import { readFileSync } from 'node:fs';
import { gone, until, untilEqual, visible } from './wait.mjs';

const words = JSON.parse(readFileSync(new URL('../../../client/src/words/en.json', import.meta.url), 'utf8'));

/** A visitor of the shop, and the widget as they see it. */
export class Visitor {
    constructor(page, url) {
        Object.assign(this, { page, url });
        this.widget = page.locator('onlinechat-widget');
        this.launcher = this.widget.locator('.launcher');
        this.window = this.widget.locator('.window');
        this.log = this.widget.getByRole('log');
        this.text = this.widget.locator('.composer textarea');
        this.line = this.widget.locator('.line');
    }

    async go(path) {
        await this.page.goto(this.url + path);
    }

    async signIn(name, path = '/') {
        await this.go('/account.php');
        await this.page.getByRole('button', { name: new RegExp(name) }).click();
        await this.page.waitForURL(/account/);
        await this.go(path);
    }

    /** Opens the window and waits until one can write. */
    async open() {
        await visible(this.launcher);
        if (await this.launcher.getAttribute('aria-expanded') === 'false') {
            await this.launcher.click();
        }
        await visible(this.window);
    }

    async write(text) {
        await this.text.fill(text);
        await this.text.press('Enter');
    }

    /** Writes and waits until it is acknowledged. */
    async say(text) {
        await this.write(text);
        await this.saySettled(text);
    }

    async saySettled(text) {
        await until(async () => ['sent', 'read', ''].includes(await this.stateOf(text)), `"${text}" is sent`);
    }

    /** @returns {Promise<string>} sending, sent, read, checking, failed or "" */
    async stateOf(text) {
        const row = this.widget.locator('.row.own', { has: this.page.locator('.bubble', { hasText: text }) }).last();
        const name = await row.getAttribute('class');

        return ['sending', 'sent', 'read', 'checking', 'failed'].find((state) => name.split(' ').includes(state)) ?? '';
    }

    /** All messages shown, in order. */
    texts() {
        return this.widget.locator('.log .bubble').allTextContents();
    }

    async sees(...texts) {
        await untilEqual(() => this.texts(), texts, 'the visitor’s messages');
    }

    /**
     * The line below the messages, when it says this.
     *
     * @param {string} word of the widget's catalogue
     */
    notice(word, values = {}) {
        const hasText = words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);

        return this.widget.locator('.status', { hasText });
    }

    /** @returns {import('playwright-core').Locator} a message */
    message(text) {
        return this.widget.locator('.log .bubble', { hasText: text });
    }

    async end() {
        await this.widget.locator('.tool.end').click();
        await this.widget.locator('dialog .yes').click();
        await gone(this.widget.locator('dialog'));
    }
}
