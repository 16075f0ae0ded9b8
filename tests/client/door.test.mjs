import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../../client/src/shared/api.js';
import { Door } from '../../client/src/shared/door.js';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakeStorage, names, reply } from './fakes.mjs';

const page = (status) => new Response('<h1>Forbidden</h1>', { status, headers: { 'Content-Type': 'text/html' } });

/** A door whose two addresses answer as told; what was asked is kept. */
function scene(direct, fallback = () => reply(200, { mode: 'chat' })) {
    const clock = new FakeClock();
    const memory = new Store(names, new FakeStorage());
    const asked = [];
    const door = new Door({ entry: '/entry.php', fallback: '/index.php?fc=module', memory, clock });
    const api = new Api({
        door, ticketUrl: '/ticket.php', store: new Store(names, new FakeStorage()), clock, locks: null,
        fetch: async (url) => {
            asked.push(url);
            return url.startsWith('/entry.php') ? direct() : fallback();
        },
    });

    return { clock, memory, asked, door, api, status: () => api.call('status', { ticket: false }) };
}

for (const [what, direct] of Object.entries({
    'a server that forbids it (403)': () => page(403),
    'a server that does not find it (404)': () => page(404),
    'a page instead of an answer': () => page(200),
    'no answer at all': () => Promise.reject(new TypeError('refused')),
})) {
    test(`the direct entry is ${what}: the front controller answers, now and for the rest of the session`, async () => {
        const { asked, door, memory, clock, status } = scene(direct);

        assert.deepEqual(await status(), { mode: 'chat' });
        assert.deepEqual(await status(), { mode: 'chat' });
        assert.deepEqual(asked, ['/entry.php?action=status', '/index.php?fc=module&action=status', '/index.php?fc=module&action=status']);
        assert.ok(door.narrow && door.least >= 15000);
        assert.ok(new Door({ entry: '/entry.php', fallback: '/index.php?fc=module', memory, clock }).narrow, 'the next page knows');
    });
}

test('the direct entry is tried again later', async () => {
    let open = false;
    const { asked, door, clock, status } = scene(() => (open ? reply(200, { mode: 'chat' }) : page(403)));

    await status();
    open = true;
    await clock.pass(31 * 60 * 1000);
    assert.equal(door.narrow, false);
    await status();
    assert.equal(asked.at(-1), '/entry.php?action=status');
});

test('the entry’s own refusal and a server in trouble change nothing', async () => {
    for (const answer of [() => reply(403, { code: 'not-allowed' }), () => page(502), () => reply(503, { code: 'unavailable' })]) {
        const { asked, door, status } = scene(answer);

        await assert.rejects(status());
        assert.equal(asked.length, 1);
        assert.equal(door.narrow, false);
    }
});

test('where neither answers it is the direct one’s problem, and the fallback is asked once a minute', async () => {
    const away = () => Promise.reject(new TypeError('away'));
    const { asked, door, clock, status } = scene(away, away);

    await assert.rejects(status(), /away/);
    await assert.rejects(status());
    assert.equal(asked.filter((url) => url.startsWith('/index.php')).length, 1);
    assert.equal(door.narrow, false);
    await clock.pass(60000);
    await assert.rejects(status());
    assert.equal(asked.filter((url) => url.startsWith('/index.php')).length, 2);
});

test('a problem the front controller’s entry tells is an answer', async () => {
    const { door, status } = scene(() => page(403), () => reply(429, { code: 'rate-limited', retry_after: 5 }));

    await assert.rejects(status(), { code: 'rate-limited' });
    assert.ok(door.narrow);
});
