import { Visitor } from '../../browser/lib/visitor.mjs';
import { PATIENCE } from '../../browser/lib/wait.mjs';
import { OfficeOperator } from './office.mjs';

/** What one test of a real shop plays on: people with browser profiles of their own. */
export class ShopStage {
    constructor(browsers, shop) {
        Object.assign(this, { browsers, shop, url: shop.url, contexts: [], complaints: [] });
    }

    async context(browser, options = {}) {
        const context = await this.browsers[browser].newContext({
            viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options,
        });

        context.setDefaultTimeout(PATIENCE);
        this.contexts.push(context);

        return context;
    }

    async page(context) {
        const page = await context.newPage();

        page.on('pageerror', (error) => {
            // the shop's own scripts are not what is tested
            if (/onlinechat/.test(error.stack)) {
                this.complaints.push(`exception in ${page.url()}: ${error.stack}`);
            }
        });

        return page;
    }

    /** @param {{customer?: object, path?: string, context?: object}} [who] */
    async visitor({ customer = null, path = '/', context } = {}) {
        const visitor = new Visitor(await this.page(context ?? await this.context('visitors')), this.url);

        if (customer) {
            await this.signIn(visitor, customer);
        }
        await visitor.go(path);

        return visitor;
    }

    async signIn(visitor, { email, password }) {
        const { page } = visitor;

        await visitor.go('/index.php?controller=authentication');
        await page.locator('#login-form input[name=email]').fill(email);
        await page.locator('#login-form input[name=password]').fill(password);
        await page.locator('#login-form button[type=submit]').click();
        await page.locator('a[href*="mylogout"]').first().waitFor({ state: 'attached' });
    }

    async signOut(visitor) {
        const link = await visitor.page.locator('a[href*="mylogout"]').first().getAttribute('href');

        await visitor.page.goto(link);
        await visitor.page.locator('a[href*="mylogout"]').first().waitFor({ state: 'detached' });
    }

    /** @param {{employee?: object, online?: boolean, context?: object}} [who] */
    async operator({ employee = this.shop.employees.ines, online = true, context } = {}) {
        const operator = new OfficeOperator(
            await this.page(context ?? await this.context('operators')),
            this.shop,
            employee,
        );

        await operator.signIn();
        if (online) {
            await operator.ready();
            await operator.goOnline();
        }

        return operator;
    }

    async end() {
        await Promise.all(this.contexts.map((context) => context.close()));
        this.contexts = [];
    }
}
