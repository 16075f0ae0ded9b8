import { gone, until, untilEqual, visible } from './wait.mjs';

/** A conversation's window in the console. */
class Room {
    constructor(element) {
        this.element = element;
        this.title = element.locator('.title');
        this.text = element.locator('textarea');
        this.log = element.getByRole('log');
    }

    async write(text) {
        await this.text.fill(text);
        await this.text.press('Enter');
    }

    async say(text) {
        await this.write(text);
        await until(async () => ['sent', 'read'].includes(await this.stateOf(text)), `"${text}" is sent`);
    }

    /** @returns {Promise<string>} sending, checking, failed or sent */
    async stateOf(text) {
        const message = this.element.locator('.message.operator', { has: this.element.page().locator('.bubble', { hasText: text }) });
        const name = (await message.last().getAttribute('class')).split(' ');

        if (name.includes('failed')) {
            return 'failed';
        }
        if (!name.includes('pending')) {
            return 'sent';
        }
        return /checking/.test(await message.last().locator('.meta').textContent()) ? 'checking' : 'sending';
    }

    texts() {
        return this.element.locator('.message .bubble').allTextContents();
    }

    async sees(...texts) {
        await untilEqual(() => this.texts(), texts, 'the operator’s messages');
    }

    message(text) {
        return this.element.locator('.bubble', { hasText: text });
    }

    tool(name) {
        return this.element.getByRole('button', { name, exact: true });
    }
}

/** An employee in the back office, and the console as they see it. */
export class Operator {
    constructor(page, url, employee) {
        Object.assign(this, { page, url, employee });
        this.console = page.locator('onlinechat-console');
        this.recap = this.console.locator('.recap');
        this.title = this.recap.locator('.title');
        this.switch = this.console.getByRole('switch');
        this.dialog = this.console.getByRole('dialog');
        this.banner = this.recap.locator('.banner').first();
        this.rooms = this.console.locator('.room');
    }

    async signIn() {
        await this.go('/backoffice/index.php');
        const button = this.page.getByRole('button', { name: `Sign in as ${this.employee}` });

        if (await button.count()) {
            await button.click();
        }
        await this.ready();
        await this.unfold();
    }

    /** A phone begins with the recap's title only. */
    async unfold() {
        if (await this.title.getAttribute('aria-expanded') === 'false') {
            await this.title.click();
        }
    }

    async go(path) {
        await this.page.goto(this.url + path);
    }

    /** Until the console knows its board. */
    async ready() {
        // on a phone it is folded away at first
        await until(async () => await this.console.locator('.switch').first().isEnabled(), 'the console has its board');
    }

    async isOnline() {
        return await this.switch.getAttribute('aria-checked') === 'true';
    }

    async goOnline() {
        if (!await this.isOnline()) {
            await this.switch.click();
            await until(() => this.isOnline(), 'the operator is online');
        }
    }

    async list(name) {
        await this.console.getByRole('tab', { name }).click();
    }

    /** A line of the list that is shown. */
    line(name) {
        return this.recap.locator('.row', { hasText: name });
    }

    /** @returns {Promise<string[]>} the names in a list */
    async names(list) {
        await this.list(list);

        return this.recap.locator('.row .name').allTextContents();
    }

    /** A window by what its head says. */
    room(name) {
        return new Room(this.console.locator('.room', { has: this.page.locator('.name', { hasText: name }) }));
    }

    /** A window that opened by itself. */
    async arrived(name) {
        const room = this.room(name);

        await visible(room.element);

        return room;
    }

    /** Opens a conversation from a list. */
    async open(name, list = 'Ongoing') {
        await this.list(list);
        const id = await this.line(name).getAttribute('data-key');
        const room = new Room(this.console.locator(`.room[data-conversation="${id}"]`));

        await this.line(name).locator('.line').click();
        await visible(room.element);

        return room;
    }

    async end(name) {
        await this.room(name).tool('End').click();
        await this.dialog.getByRole('button', { name: 'End conversation' }).click();
        await gone(this.dialog);
    }

    async answer(choice) {
        await this.dialog.getByRole('button', { name: choice }).click();
        await gone(this.dialog);
    }
}
