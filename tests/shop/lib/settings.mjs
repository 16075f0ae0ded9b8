/** The configuration page's form of settings, as the owner sees it. */
export class SettingsForm {
    /** @param {import('./office.mjs').OfficeOperator} operator */
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page });
        this.form = this.page.locator('#onlinechat-settings');
    }

    async open() {
        await this.operator.visit('onlinechat/configuration');
        // the tab's own address: after a refused save 8.2's menu link is "#", which keeps the refused values
        await this.page.goto(await this.page.locator('#onlinechat-tab-configuration').evaluate((one) => one.href));
        await this.form.waitFor();

        return this;
    }

    /** @param {string} name as "maximum", "header[1]" or "ask[phone]" */
    field(name) {
        return this.form.locator(`[name="onlinechat${name.replace(/^([^[]+)/, '[$1]')}"]`);
    }

    /** Types values, also into fields of a language or step that is not shown. */
    async fill(values) {
        for (const [name, value] of Object.entries(values)) {
            await this.#put(name, value);
        }
    }

    async #put(name, value) {
        const field = this.field(name);
        const kind = await field.first().evaluate((one) => one.type);

        if (kind === 'radio') {
            // both boxes of the core's switch lie below its label
            await this.form.locator(`[name="onlinechat[${name}]"][value="${value ? 1 : 0}"]`).evaluate((one) => one.click());
        } else if (kind === 'checkbox') {
            // the core's style sheet hides the box itself
            await field.evaluate((one, on) => one.checked === on || one.click(), value);
        } else if (kind.startsWith('select')) {
            await field.selectOption(value, { force: true });
        } else if (await field.isVisible()) {
            await field.fill(value);
        } else {
            // of another language
            await field.evaluate((one, text) => {
                one.value = text;
                one.dispatchEvent(new Event('input', { bubbles: true }));
            }, value);
        }
    }

    /** The page after it, saved or refused. By keyboard: windows of conversations may stand over the button. */
    async submit() {
        await this.page.evaluate(() => {
            window.submitted = true;
        });
        await this.form.getByRole('button', { name: 'Save', exact: true }).press('Enter');
        await this.page.waitForFunction(() => !window.submitted && document.readyState === 'complete');
    }

    async save(values) {
        await this.fill(values);
        await this.submit();
        await this.page.getByText('Saved.').first().waitFor();
    }

    /** What stands at a field, refused: the core shows it as a text, or in a pop-up where there are languages. */
    problems(name) {
        return this.form.locator(`.onlinechat-field[data-field="${name}"]`).evaluateAll((all) => all.map((one) => new XMLSerializer().serializeToString(one)));
    }
}

/**
 * The configuration with other values while `work` runs, and as it usually is afterwards.
 *
 * @param {import('./stage.mjs').ShopStage} stage @param {(form: SettingsForm) => Promise<void>} work
 */
export async function withSettings(stage, values, usual, work) {
    const form = new SettingsForm(await stage.operator({ online: false }));

    await (await form.open()).save(values);
    try {
        await work(form);
    } finally {
        await (await form.open()).save(usual);
    }
}
