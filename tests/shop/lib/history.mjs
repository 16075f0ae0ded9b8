import { readFile } from 'node:fs/promises';
import { gone, visible } from '../../browser/lib/wait.mjs';
import { configOf } from './links.mjs';
import { query } from './shop.mjs';

export const DAY = 864e5;
export const TABLE = '#onlinechat_history_grid';
export const NOON = Date.UTC(2026, 2, 10, 12);

/** The table in the back office, with the console folded out of its way. */
export class History {
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page });
        this.rows = this.page.locator(`${TABLE} tbody tr:not(.empty_row)`);
        this.dialog = this.page.locator('#onlinechat-history-dialog');
        this.total = this.page.locator('#onlinechat-history-total');
    }

    async open() {
        // not the menu's, which is only there for who may see the section it stands in
        this.address ??= new URL((await configOf(this.page)).links.history, this.page.url()).href;
        await this.page.goto(this.address);
        if (await this.operator.title.getAttribute('aria-expanded') === 'true') {
            await this.operator.title.click();
        }

        return this;
    }

    row(text) {
        return this.rows.filter({ hasText: text });
    }

    cells(field) {
        return this.page.locator(`${TABLE} .column-${field}`).allInnerTexts().then((all) => all.map((one) => one.trim()));
    }

    field(name) {
        return this.page.locator(`[name="onlinechat_history[${name}]"]`);
    }

    /** Only what these filters let through. */
    async search(filters) {
        const reset = this.page.locator('.grid-reset-button, .js-reset-search');

        if (await reset.count()) {
            await reset.first().click();
            await this.page.waitForLoadState();
            await gone(reset.first());
        }
        for (const [name, value] of Object.entries(filters)) {
            const field = this.field(name);

            if (await field.evaluate((one) => one.tagName) === 'SELECT') {
                await field.selectOption(String(value));
            } else {
                await field.fill(String(value));
            }
        }
        await this.page.locator('.grid-search-button').click();
        await this.page.locator('.grid-reset-button, .js-reset-search').first().waitFor();
    }

    /** An action of a row's menu. */
    async act(text, name) {
        await this.row(text).locator('.dropdown-toggle').click();
        await this.row(text).locator('.dropdown-menu .dropdown-item', { hasText: name }).click();
    }

    /** Does what the browser asks about first, and agrees. */
    async agreed(work) {
        this.page.once('dialog', (question) => question.accept());
        await work();
        await this.page.locator('.alert:visible').first().waitFor();
    }

    async view(text) {
        await this.row(text).locator('.js-link-row-action').first().click();
        await visible(this.dialog.locator('article'));
    }
}

/** Sorted and narrowed by nothing: the core keeps that for each employee. */
export async function historyOf(stage, who = {}) {
    await query(stage.shop, "DELETE FROM PREFIX_admin_filter WHERE filter_id = 'onlinechat_history'");

    return new History(await stage.operator({ online: false, ...who })).open();
}

/** What a link hands out. */
export async function download(page, link) {
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);

    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

export const people = ({ customers, employees }) => [
    { id: 1001, customer: customers.cleo.id, name: 'Cleo Buyer', email: 'cleo@chat-test.example', phone: '+33 6 12 34 56 78', at: NOON,
        operator: employees.ines.id, said: [['visitor', 'Cleo Buyer', 'Do you have the CAFÉ crème mug?'], ['operator', 'Ines', 'Yes, <b>two</b>.\nShall I keep one?'],
            ['note', 'Ines', 'Good customer'], ['visitor', 'Cleo Buyer', 'Yes please <3 😀']] },
    { id: 1002, name: 'Zoë Müller', at: NOON - DAY, operator: employees.omar.id, said: [['visitor', 'Zoë Müller', 'Where is my parcel?']] },
    { id: 1003, at: NOON - 2 * DAY, operator: employees.omar.id, said: [['visitor', '', 'Hello, is somebody there?']] },
];
