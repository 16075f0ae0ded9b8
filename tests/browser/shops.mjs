import assert from 'node:assert/strict';
import { Caller } from './lib/caller.mjs';
import { gone, until, untilEqual, visible } from './lib/wait.mjs';

export const tests = [
    {
        name: 'several shops: a switch for each, one poll a shop, the shop’s name in every window and line',
        async run(stage) {
            const anna = await stage.operator({ online: false });
            const polled = new Set();

            anna.page.on('request', (request) => {
                const { searchParams } = new URL(request.url());
                if (searchParams.get('action') === 'watch') {
                    polled.add(searchParams.get('shop') ?? '1');
                }
            });
            await anna.go('/backoffice/index.php?shops=2');
            const at = (shop) => anna.console.getByRole('switch', { name: `Online for chat in ${shop}` });
            await until(async () => await at('Petit Jardin').isEnabled() && await at('Maison Verte').isEnabled(), 'both boards');
            assert.equal(await new Caller(stage.url, 2).start('Closed').then(({ outcome }) => outcome), 'closed');
            await at('Petit Jardin').click();
            await until(async () => await at('Petit Jardin').getAttribute('aria-checked') === 'true', 'online in the second shop');
            assert.equal(await at('Maison Verte').getAttribute('aria-checked'), 'false');
            await new Caller(stage.url, 2).start('From the second shop');
            const second = anna.rooms.filter({ hasText: 'From the second shop' });
            await visible(second.locator('.sub').getByText('Petit Jardin'));
            await at('Maison Verte').click();
            await until(async () => await at('Maison Verte').getAttribute('aria-checked') === 'true', 'online in both');
            await new Caller(stage.url).start('From the first shop');
            const first = anna.rooms.filter({ hasText: 'From the first shop' });
            await visible(first.locator('.sub').getByText('Maison Verte'));
            await untilEqual(() => anna.recap.locator('.row .more').allTextContents(), ['Maison Verte', 'Petit Jardin'], 'the lines’ shops');
            await first.locator('textarea').fill('To the first');
            await first.locator('textarea').press('Enter');
            await second.locator('textarea').fill('To the second');
            await second.locator('textarea').press('Enter');
            for (const room of [first, second]) {
                await visible(room.locator('.message.operator .meta').getByText(/Sent|Delivered/));
            }
            await anna.page.reload();
            await visible(second.locator('.sub').getByText('Petit Jardin'));
            await visible(first.locator('.sub').getByText('Maison Verte'));
            assert.deepEqual([...polled].sort(), ['1', '2']);
            await at('Petit Jardin').click();
            await visible(anna.dialog.getByText('You have 1 open conversation.'));
            await anna.answer('End them');
            await gone(second);
            assert.equal(await at('Maison Verte').getAttribute('aria-checked'), 'true');
        },
    },
    {
        name: 'one employee on two devices is one operator: the same conversations, offline in one is offline in all',
        async run(stage) {
            const desk = await stage.operator();
            const phone = await stage.operator({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

            assert.equal(await phone.isOnline(), true);
            const caller = new Caller(stage.url);
            await caller.start('Hello');
            const room = await desk.arrived('Guest');
            await visible(phone.line('Hello'));
            await room.text.fill('a draft of this browser');
            const other = await phone.open('Guest');
            assert.equal(await other.text.inputValue(), '');
            await other.say('From the phone');
            await room.sees('Hello', 'From the phone');
            await other.element.getByRole('button', { name: 'Back to the list' }).click();
            await phone.switch.click();
            await phone.answer('End them');
            await until(async () => !await phone.isOnline() && !await desk.isOnline(), 'offline on both');
        },
    },
    {
        name: 'G11 G16: display name and capacity are one’s own: asked once, kept, and told to who is online',
        shop: { capacity: 1 },
        async run(stage) {
            const anna = await stage.operator();
            const guest = await stage.visitor();

            await anna.recap.getByRole('button', { name: 'How you appear' }).click();
            await anna.dialog.getByLabel('Your name for visitors').fill('Anna from the garden');
            await anna.dialog.getByLabel('Conversations at the same time').fill('2000');
            await anna.dialog.getByRole('button', { name: 'Save' }).click();
            await visible(anna.dialog.getByText('a whole number from 1 to 1000'));
            await anna.dialog.getByLabel('Conversations at the same time').fill('2');
            await anna.dialog.getByLabel('Languages you answer in').fill('en, fr');
            await anna.answer('Save');
            await new Caller(stage.url).start('First');
            await new Caller(stage.url).start('Second');
            await until(async () => await anna.recap.locator('.row').count() === 2, 'two at the same time');
            await anna.rooms.first().getByRole('button', { name: 'End', exact: true }).click();
            await anna.answer('End conversation');
            await guest.open();
            await guest.say('Who are you?');
            await visible(guest.widget.getByText('You are talking to Anna from the garden'));
            await anna.page.reload();
            await anna.ready();
            await anna.recap.getByRole('button', { name: 'How you appear' }).click();
            assert.equal(await anna.dialog.getByLabel('Conversations at the same time').inputValue(), '2');
        },
    },
];
