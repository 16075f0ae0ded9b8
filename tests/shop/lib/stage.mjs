import { Caller } from '../../browser/lib/caller.mjs';
import { Visitor } from '../../browser/lib/visitor.mjs';
import { PATIENCE } from '../../browser/lib/wait.mjs';
import { OfficeOperator } from './office.mjs';

/** How long a page may take whose shop makes its caches anew, ms: the module was installed, switched or upgraded. */
const CACHES = 90000;

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
        context.setDefaultNavigationTimeout(CACHES);
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
        // a page that no cache keeps
        await page.locator('#login-form input[name=back]').evaluate((field) => {
            field.value = 'my-account';
        });
        await page.locator('#login-form input[name=email]').fill(email);
        await page.locator('#login-form input[name=password]').fill(password);
        await page.locator('#login-form button[type=submit]').click();
        await page.locator('a[href*="mylogout"]').first().waitFor({ state: 'attached' });
    }

    /** A visitor without a browser. @param {string} [url] of another shop of the installation */
    async caller(url = this.url) {
        const page = await (await fetch(`${url}/`)).text();
        const paths = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(page)[1]);

        return new Caller(url, paths.shop, paths);
    }

    /** Fills what a form of the shop's own asks for, as a person would. */
    async introduce(form, firstname) {
        const title = form.locator('input[name=id_gender]');

        if (await title.count()) {
            await title.first().check({ force: true });
        }
        await form.locator('input[name=firstname]').fill(firstname);
        await form.locator('input[name=lastname]').fill('Buyer');
        await form.locator('input[name=email]').fill(`${firstname.toLowerCase()}-${Date.now()}@chat-test.example`);
        for (const consent of await form.locator('input[type=checkbox][required]').all()) {
            await consent.check({ force: true });
        }
    }

    async register(visitor, firstname) {
        const { page } = visitor;

        await visitor.go('/index.php?controller=registration');
        const form = page.locator('#customer-form');

        await this.introduce(form, firstname);
        await form.locator('input[name=password]').fill(`Chat-Test-${Date.now()}!`);
        await form.locator('button[type=submit]').last().click();
        await page.locator('a[href*="mylogout"]').first().waitFor({ state: 'attached' });
    }

    /** As far as PrestaShop's guest customer: the order's first step. */
    async guestCheckout(visitor, firstname) {
        const { page } = visitor;

        await page.evaluate((id) => fetch('/index.php?controller=cart', {
            method: 'POST',
            headers: { Accept: 'application/json' },
            body: new URLSearchParams({
                id_product: id, qty: 1, add: 1, action: 'update', ajax: 1, token: window.prestashop.static_token,
            }),
        }), this.shop.products[0]);
        await visitor.go('/index.php?controller=order');
        const form = page.locator('#checkout-guest-form form, #customer-form').first();

        await this.introduce(form, firstname);
        await form.locator('button[name=continue]').click();
        await page.locator('#delivery-address, #checkout-addresses-step.-current').first().waitFor();
    }

    async signOut(visitor) {
        const link = await visitor.page.locator('a[href*="mylogout"]').first().getAttribute('href');

        await visitor.page.goto(link);
        await visitor.page.locator('a[href*="mylogout"]').first().waitFor({ state: 'detached' });
    }

    /** @param {{employee?: object, online?: boolean, context?: object, page?: string}} [who] page: of the menu */
    async operator({ employee = this.shop.employees.ines, online = true, context, page = '' } = {}) {
        const operator = new OfficeOperator(
            await this.page(context ?? await this.context('operators')),
            this.shop,
            employee,
        );

        await operator.signIn();
        if (page) {
            await operator.visit(page);
        }
        if (online) {
            await operator.ready();
            await operator.unfold();
            await operator.goOnline();
        }

        return operator;
    }

    async end() {
        await Promise.all(this.contexts.map((context) => context.close()));
        this.contexts = [];
    }
}
