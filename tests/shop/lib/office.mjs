import { Operator } from '../../browser/lib/operator.mjs';
import { until } from '../../browser/lib/wait.mjs';

/** One page of each kind, by a part of its link: their menus, footers and style sheets are not the same. */
export const LEGACY = 'AdminCustomerThreads';
export const SYMFONY = 'sell/orders';

/** An employee in the back office of a real shop. */
export class OfficeOperator extends Operator {
    /** @param {{url: string, office: string}} shop @param {{email: string, password: string}} person */
    constructor(page, shop, person) {
        super(page, shop.url, person.name);
        Object.assign(this, { shop, person });
    }

    async signIn() {
        await this.page.goto(`${this.shop.url}/${this.shop.office}/`);
        await this.page.locator('#email').fill(this.person.email);
        await this.page.locator('#passwd').fill(this.person.password);
        await this.page.locator('#submit_login').click();
        await this.page.waitForURL((address) => !/login/i.test(address.href));
    }

    async signOut() {
        const link = await this.page.locator('a[href*="logout"]').first().getAttribute('href');

        await this.page.goto(new URL(link, this.page.url()).href);
        await this.page.locator('#email').waitFor();
    }

    /** The address behind a link of the menu, with its token. */
    async address(part) {
        const links = await this.page.locator('a[href]').evaluateAll((all) => all.map((one) => one.href));
        const found = links.find((one) => one.includes(part));

        if (!found) {
            throw new Error(`no link to ${part} in ${this.page.url()}`);
        }

        return found;
    }

    async visit(part) {
        await this.page.goto(await this.address(part));
    }

    consoles() {
        return this.page.locator('onlinechat-console').count();
    }

    consoleAttached() {
        return this.page.locator('onlinechat-console').waitFor({ state: 'attached' });
    }

    async ready() {
        // on a phone it is folded away at first
        await until(() => this.console.locator('.switch').first().isEnabled(), 'the console has its board');
    }
}
