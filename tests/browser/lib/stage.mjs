import { chromium } from 'playwright-core';
import { Operator } from './operator.mjs';
import { resetShop } from './services.mjs';
import { Visitor } from './visitor.mjs';
import { PATIENCE, until } from './wait.mjs';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/**
 * Two browsers: one for visitors, one for operators.
 *
 * @param {Record<string, string>} [environment] added to this process's
 */
export async function launch(environment = {}) {
    const start = () => chromium.launch({
        executablePath: '/usr/bin/chromium', args: ARGUMENTS, env: { ...process.env, ...environment },
    });
    const [visitors, operators] = await Promise.all([start(), start()]);

    return { visitors, operators, close: () => Promise.all([visitors.close(), operators.close()]) };
}

/**
 * What one test plays on: an emptied shop, people with browser profiles of their own. Whatever a page
 * complains about (an exception, a violation of the content policy) fails the test at its end.
 */
export class Stage {
    constructor(browsers) {
        Object.assign(this, { browsers, url: process.env.ONLINECHAT_URL, contexts: [], complaints: [] });
    }

    /** An empty shop with these settings. */
    async shop(settings = {}) {
        await resetShop(settings);
    }

    /**
     * A visitor's page of the shop.
     *
     * @param {{customer?: string, path?: string, context?: import('playwright-core').BrowserContext}} [who]
     *   customer: the name to sign in with; everything else goes to newContext()
     */
    async visitor({ customer = '', path = '/', context, ...options } = {}) {
        const page = await this.page(context ?? await this.context('visitors', options));
        const visitor = new Visitor(page, this.url);

        await (customer ? visitor.signIn(customer, path) : visitor.go(path));

        return visitor;
    }

    /**
     * An operator's page of the back office.
     *
     * @param {{employee?: string, online?: boolean, context?: import('playwright-core').BrowserContext}} [who]
     */
    async operator({ employee = 'Anna', online = true, context, ...options } = {}) {
        const page = await this.page(context ?? await this.context('operators', options));
        const operator = new Operator(page, this.url, employee);

        await operator.signIn();
        if (online) {
            await operator.goOnline();
        }

        return operator;
    }

    /**
     * A guest has written to Anna, whose console shows it.
     *
     * @param {string} question the guest's first message
     * @param {object} [who] as of visitor()
     */
    async conversation(question, who = {}) {
        const anna = await this.operator();
        const guest = await this.visitor(who);

        await guest.open();
        await guest.say(question);

        return { anna, guest, room: await anna.arrived('Guest') };
    }

    /** Anna talks with a guest, and sees that Ben is online too. @param {string} question the guest's first message */
    async colleagues(question) {
        const { anna, guest, room } = await this.conversation(question);
        const ben = await this.operator({ employee: 'Ben' });
        await until(async () => /1/.test(await anna.recap.locator('summary').textContent()), 'Anna sees that Ben is online');

        return { anna, guest, room, ben };
    }

    /** A browser profile of its own. @param {object} [options] streams: its pages know the gateway, else they poll */
    async context(browser, { rtl = false, streams = false, ...options } = {}) {
        const context = await this.browsers[browser].newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });

        if (!streams && !process.env.ONLINECHAT_STREAMS) {
            await context.addCookies([{ name: 'polls', value: '1', url: this.url }]);
        }

        context.setDefaultTimeout(PATIENCE);
        if (rtl) {
            await context.addInitScript(() => {
                document.addEventListener('readystatechange', () => {
                    document.documentElement.dir = 'rtl';
                });
            });
        }
        this.contexts.push(context);

        return context;
    }

    async page(context) {
        const page = await context.newPage();

        page.on('pageerror', (error) => this.complaints.push(`exception in ${page.url()}: ${error.stack}`));
        page.on('dialog', (dialog) => {
            this.complaints.push(`a script of somebody's text ran: ${dialog.message()}`);
            dialog.dismiss();
        });
        await page.exposeFunction('complain', (text) => this.complaints.push(text));
        await page.addInitScript(() => {
            document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) => {
                window.complain(`content policy: ${violatedDirective} ${blockedURI} by ${sourceFile}`);
            });
        });

        return page;
    }

    async end() {
        await Promise.all(this.contexts.map((context) => context.close()));
        this.contexts = [];
    }
}
