import assert from 'node:assert/strict';
import { axeFindsNothing } from './lib/axe.mjs';
import { inside, reachable } from './lib/inside.mjs';
import { until, visible } from './lib/wait.mjs';
import { clear, loseAnswers } from './lib/weather.mjs';

/** The contact form as a visitor sees it. */
class Form {
    constructor(visitor) {
        Object.assign(this, { visitor, element: visitor.widget.locator('.form'), send: visitor.widget.locator('.primary') });
        this.thanks = this.element.getByRole('heading', { name: 'Thank you for your message' });
    }

    field(name) {
        return this.element.locator(`#form-${name}`);
    }

    error(name) {
        return this.element.locator(`#form-${name}-error`);
    }

    /** @returns {Promise<string[]>} the fields that are asked for */
    asked() {
        return this.element.locator('.field').locator('input, textarea').evaluateAll((all) => all.map(({ name }) => name));
    }

    async fill(values) {
        for (const [name, value] of Object.entries(values)) {
            await this.field(name).fill(value);
        }
    }
}

const SIZES = {
    'a desktop': { viewport: { width: 1440, height: 900 } },
    'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    'a phone, right to left': { viewport: { width: 390, height: 844 }, rtl: true, path: '/?lang=ar' },
    'a desktop at 400 % zoom': { viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 },
    'forced colours': { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
};

const MESSAGE = { email: 'ada@example.com', message: 'Do you deliver to islands?' };

const shown = ([name, options]) => ({
    name: `G20: the contact form on ${name}: within the window, axe-core finds nothing, empty, with mistakes and sent`,
    async run(stage) {
        const guest = await stage.visitor(options);
        const form = new Form(guest);

        await guest.open();
        await visible(form.element);
        await axeFindsNothing(guest.page, 'empty');
        await inside(guest.page, [guest.window]);
        await reachable(guest.window);
        await form.send.click();
        await visible(form.error('email'));
        await axeFindsNothing(guest.page, 'with mistakes');
        await form.fill(MESSAGE);
        await form.send.click();
        await visible(form.thanks);
        await axeFindsNothing(guest.page, 'sent');
        await inside(guest.page, [guest.window]);
    },
});

export const tests = [
    ...Object.entries(SIZES).map(shown),
    {
        name: 'G6 G20: while nobody is here the window is a contact form; a mistake is told in its field, and what was typed is kept',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            assert.deepEqual(await form.asked(), ['first_name', 'last_name', 'email', 'phone', 'message']);
            assert.equal(await form.field('email').getAttribute('autocomplete'), 'email');
            assert.equal(await form.field('first_name').getAttribute('autocomplete'), 'given-name');
            await form.fill({ first_name: 'Ada', email: 'nobody', message: 'Do you deliver to islands?' });
            await form.send.click();
            await until(async () => /complete email address/.test(await form.error('email').textContent()), 'the mistake');
            assert.equal(await form.field('email').evaluate((field) => field.getRootNode().activeElement === field), true);
            await guest.page.reload();
            await visible(form.element);
            assert.equal(await form.field('first_name').inputValue(), 'Ada');
            await form.field('email').fill('ada@example.com');
            const answer = guest.page.waitForResponse(/action=message/);
            await form.send.click();
            await visible(form.thanks);
            assert.ok((await (await answer).json()).id > 0);
            assert.deepEqual((await answer).request().postDataJSON().fields, {
                first_name: 'Ada', email: 'ada@example.com', message: 'Do you deliver to islands?',
            });
            await guest.page.reload();
            await guest.open();
            assert.equal(await form.field('first_name').inputValue(), '');
        },
    },
    {
        name: 'G10 G20: just the configured fields are asked for, and the required ones required',
        shop: { form: { ask: ['last_name', 'phone', 'message'], require: ['phone', 'message'] } },
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            assert.deepEqual(await form.asked(), ['last_name', 'phone', 'message']);
            await form.field('message').fill('Please call me');
            await form.send.click();
            await visible(form.error('phone'));
            await form.field('phone').fill('+33 1 23 45 67 89');
            await form.send.click();
            await visible(form.thanks);
        },
    },
    {
        name: 'G20: the server’s own check of a field is told at that field',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            await guest.page.route(/action=message/, async (route) => {
                const body = route.request().postDataJSON();
                await route.continue({ postData: JSON.stringify({ ...body, fields: { ...body.fields, email: 'no address' } }) });
            });
            await form.fill(MESSAGE);
            await form.send.click();
            await until(async () => /complete email address/.test(await form.error('email').textContent()), 'the mistake');
            await clear(guest.page);
            await form.send.click();
            await visible(form.thanks);
        },
    },
    {
        name: 'G20: a hidden field that the browser filled in is told as what it is, and emptied',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            await form.fill({ first_name: 'Ada', email: 'ada@example.com', message: 'Do you deliver?' });
            await form.element.locator('[name=url]').evaluate((trap) => (trap.value = 'https://shop.example'));
            await form.send.click();
            await visible(form.element.getByText(/A hidden field had been filled in/));
            await form.send.click();
            await visible(form.thanks);
        },
    },
    {
        name: 'G20: a lost answer: sent again it is the same message',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            await form.fill(MESSAGE);
            const keys = await loseAnswers(guest.page, 'message');
            await form.send.click();
            await visible(form.element.getByText('was not confirmed'));
            await form.send.click();
            await visible(form.thanks);
            assert.equal(keys.length, 2);
            assert.equal(keys[0], keys[1]);
        },
    },
    {
        name: 'G20: while a message is being sent nothing is typed into it that would be lost',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);
            let fail;

            await guest.open();
            await guest.page.route(/action=message/, async (route) => {
                await new Promise((resolve) => {
                    fail = resolve;
                });
                await route.abort();
            });
            await form.fill(MESSAGE);
            await form.send.click();
            await until(() => fail, 'it is being sent');
            assert.equal(await form.field('message').isEditable(), false);
            fail();
            await visible(form.element.getByText('was not confirmed'));
            assert.equal(await form.field('message').isEditable(), true);
            assert.equal(await form.field('message').inputValue(), MESSAGE.message);
        },
    },
    {
        name: 'a form that was begun stays when somebody comes online, and one can chat instead',
        async run(stage) {
            const guest = await stage.visitor();
            const form = new Form(guest);

            await guest.open();
            await form.field('message').fill('Half a mess');
            await stage.operator();
            await guest.page.reload();
            await visible(form.element);
            assert.equal(await form.field('message').inputValue(), 'Half a mess');
            await form.element.getByRole('button', { name: 'Back to the chat' }).click();
            await visible(guest.text);
            await guest.say('Hello');
        },
    },
    {
        name: 'issue 5.4: who waits leaves a message instead, and waits no longer',
        shop: { queue: true, capacity: 1 },
        async run(stage) {
            const anna = await stage.operator();
            const first = await stage.visitor();
            const second = await stage.visitor();
            const form = new Form(second);

            await first.open();
            await first.say('First');
            await anna.arrived('Guest');
            await second.open();
            await second.say('Second');
            await visible(second.notice('position', { n: 1 }));
            await axeFindsNothing(second.page, 'waiting');
            await second.widget.getByRole('button', { name: 'Leave a message instead' }).click();
            await visible(form.element);
            await form.element.getByRole('button', { name: 'Back to the queue' }).click();
            await visible(second.notice('position', { n: 1 }));
            await second.widget.getByRole('button', { name: 'Leave a message instead' }).click();
            await axeFindsNothing(second.page, 'the form in the queue');
            await form.fill(MESSAGE);
            await form.send.click();
            await visible(form.thanks);
            await anna.list('Waiting');
            await until(async () => await anna.recap.locator('.row').count() === 0, 'nobody waits');
        },
    },
];
