import { fileURLToPath } from 'node:url';
import { until } from '../../browser/lib/wait.mjs';

const PATIENCE = 90000;
const SHORTLY = 10000;
const ARCHIVE = fileURLToPath(new URL('../../../build/module/onlinechat.zip', import.meta.url));

/** The module manager of a shop's back office, used by its buttons. */
export class Manager {
    /** @param {import('./office.mjs').OfficeOperator} operator */
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page });
        // a shop that makes its caches anew takes its time
        this.page.setDefaultTimeout(PATIENCE);
    }

    async open() {
        this.address ??= await this.operator.address('improve/modules/manage');
        // the manager reloads its page some time after it has done what was asked
        await until(() => this.page.goto(this.address).then(() => true, () => false), 'the module manager is open', PATIENCE);
        await this.page.locator('#page-header-desc-configuration-add_module').waitFor();
    }

    /** The dialog that asks before it is done. */
    dialog(verb) {
        return this.page.locator(`#module-modal-confirm-onlinechat-${verb}`);
    }

    /** Presses the button; the dialog it may bring is not answered. */
    async press(verb) {
        const item = this.page.locator('.module-item[data-tech-name="onlinechat"]');
        const button = item.locator(`button.module_action_menu_${verb}`);

        // below the page's own bars and above the console; a menu that opens reaches under it
        await item.evaluate((line) => {
            line.style.scrollMarginTop = '250px';
            line.scrollIntoView({ block: 'start' });
        });
        if (!await button.isVisible()) {
            await item.locator('.dropdown-toggle').click({ timeout: SHORTLY });
        }
        await button.click({ timeout: SHORTLY });
    }

    /** Presses the button, if its dialog is not open yet, and agrees. @returns {Promise<{status: boolean, msg: string}>} */
    async act(verb) {
        const dialog = this.dialog(verb);
        const answers = await this.#caught(`**/action/${verb}/onlinechat*`, async () => {
            if (!await dialog.isVisible()) {
                await this.press(verb);
            }
            if (await dialog.count()) {
                await dialog.locator(`.module_action_modal_${verb}`).click({ timeout: SHORTLY });
            }
        });

        return answers.onlinechat;
    }

    /** By the dialog "Upload a module". @returns {Promise<{status: boolean, msg: string}>} */
    async upload() {
        await this.page.locator('#page-header-desc-configuration-add_module').click();
        await this.page.locator('#importDropzone').waitFor();

        // not caught: the body of a caught request comes without its file
        const answer = this.page.waitForResponse((response) => response.url().includes('/modules/import'), { timeout: PATIENCE });

        await this.page.locator('input.dz-hidden-input').setInputFiles(ARCHIVE);

        return (await answer).json();
    }

    /** The answer, kept before the page reloads itself. A click while the page's scripts start is lost, and done again. */
    async #caught(address, work) {
        let asked = false;
        const answer = new Promise((resolve, reject) => {
            this.page.route(address, async (route) => {
                asked = true;
                try {
                    const response = await route.fetch({ timeout: 150000 });
                    const body = await response.json();

                    await route.fulfill({ response });
                    resolve(body);
                } catch (problem) {
                    reject(problem);
                }
            }, { times: 1 });
        });

        answer.catch(() => {});
        await until(async () => {
            await work();

            return until(() => asked, 'it is asked for', SHORTLY);
        }, 'the manager asks the shop', PATIENCE);

        return answer;
    }
}
