import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Api, ApiProblem, NetworkProblem, personOf } from '../../client/src/shared/api.js';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakeLocks, FakeStorage, names, reply, settled } from './fakes.mjs';

const ENTRY = 'http://shop.example/entry.php';
const TICKET = 'http://shop.example/ticket.php';

let clock;
let storage;
let asked;
let answer;
let mark;

beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    asked = [];
    mark = '';
    let tickets = 0;
    answer = (url) => (url === TICKET ? reply(200, { ticket: `v1.1.guest.p.t${++tickets}`, expires: 1 }) : reply(200, { ok: true }));
});

function make(more = {}) {
    return new Api({
        entry: ENTRY, ticketUrl: TICKET, store: new Store(names, storage), clock, locks: null, mark: () => mark,
        fetch: async (url, options) => {
            asked.push({ url, ...options });
            return answer(url, options);
        },
        ...more,
    });
}

const to = (start) => asked.filter(({ url }) => url.startsWith(start));

test('gets a ticket once, sends it in the header and never in an address', async () => {
    const api = make();
    await Promise.all([api.call('current'), api.call('post', { body: { text: 'x' } })]);
    await api.call('current');
    assert.equal(to(TICKET).length, 1);
    assert.deepEqual(JSON.parse(to(TICKET)[0].body), { ticket: null });
    assert.equal(to(ENTRY).length, 3);
    to(ENTRY).forEach(({ url, headers }) => {
        assert.equal(headers['Onlinechat-Ticket'], 'v1.1.guest.p.t1');
        assert.ok(!url.includes('v1.'));
    });
});

test('public actions need no ticket', async () => {
    await make().call('status', { ticket: false });
    assert.equal(to(TICKET).length, 0);
    assert.equal(asked[0].headers['Onlinechat-Ticket'], undefined);
});

test('a GET stands in the query, a POST in JSON', async () => {
    const api = make();
    await api.call('poll', { query: { conversation: 3, hidden: true, typing: false } });
    await api.call('post', { body: { text: 'é & ü' } });
    const [poll, post] = to(ENTRY);
    assert.equal(poll.url, `${ENTRY}?action=poll&conversation=3&hidden=1&typing=0`);
    assert.equal(poll.method, 'GET');
    assert.equal(poll.body, undefined);
    assert.equal(post.method, 'POST');
    assert.equal(post.headers['Content-Type'], 'application/json');
    assert.deepEqual(JSON.parse(post.body), { text: 'é & ü' });
});

test('204 is null, with the delay and the settings’ version beside it', async () => {
    answer = (url) => (url === TICKET ? reply(200, { ticket: 'a' }) : reply(204, null, { 'Onlinechat-Delay': '2500', 'Onlinechat-Settings': '7' }));
    assert.deepEqual(await make().exchange('poll'), { status: 204, data: null, delay: 2500, settings: 7 });
});

test('a problem keeps what it says', async () => {
    answer = (url) => (url === TICKET ? reply(200, { ticket: 'a' })
        : reply(422, { code: 'too-long', field: 'text', detail: 'text: at most 4000 characters, got 4001', status: 422 }));
    await assert.rejects(make().call('post', { body: {} }), (problem) => {
        assert.ok(problem instanceof ApiProblem);
        assert.deepEqual([problem.status, problem.code, problem.field, problem.definite], [422, 'too-long', 'text', true]);
        assert.match(problem.message, /4001/);
        return true;
    });
});

test('Retry-After comes as ms, from the member or the header', async () => {
    const answers = [reply(429, { code: 'rate-limited', retry_after: 1500 }, { 'Retry-After': '2' }), reply(503, { code: 'unavailable' }, { 'Retry-After': '3' })];
    answer = () => answers.shift();
    const api = make();
    await assert.rejects(api.call('status', { ticket: false }), { retryAfter: 1500, definite: false });
    await assert.rejects(api.call('status', { ticket: false }), { retryAfter: 3000, definite: false });
});

test('a refused ticket is replaced once, sending the old one', async () => {
    let refuse = true;
    const before = answer;
    answer = (url, options) => {
        if (url !== TICKET && refuse) {
            refuse = false;
            return reply(401, { code: 'ticket-expired' });
        }
        return before(url, options);
    };
    const api = make();
    const seen = [];
    api.onticket = (ticket, former) => seen.push([ticket, former]);
    assert.deepEqual(await api.call('current'), { ok: true });
    assert.equal(to(TICKET).length, 2);
    assert.deepEqual(JSON.parse(to(TICKET)[1].body), { ticket: 'v1.1.guest.p.t1' });
    assert.deepEqual(seen, [['v1.1.guest.p.t1', ''], ['v1.1.guest.p.t2', 'v1.1.guest.p.t1']]);
});

test('a second refusal is told, not repeated for ever', async () => {
    const before = answer;
    answer = (url) => (url === TICKET ? before(url) : reply(401, { code: 'ticket-revoked' }));
    await assert.rejects(make().call('current'), { status: 401, code: 'ticket-revoked' });
    assert.equal(to(ENTRY).length, 2);
});

test('a ticket another tab got is used instead of asking again', async () => {
    const api = make();
    await api.call('current');
    const other = make();
    answer = (url, options) => (options.headers['Onlinechat-Ticket'] === 'v1.1.guest.p.t1'
        ? reply(401, { code: 'ticket-revoked' }) : reply(200, { ok: 1 }));
    api.store.set('ticket', { ticket: 'fresh', got: clock.time, mark: '' });
    asked = [];
    await other.call('current');
    assert.equal(to(TICKET).length, 0);
});

test('two tabs that both need a ticket ask for one', async () => {
    const locks = new FakeLocks();
    const [one, two] = [make({ locks }), make({ locks })];
    await Promise.all([one.call('current'), two.call('current')]);
    assert.equal(to(TICKET).length, 1);
});

test('renews in the background from the age of 8 minutes, once', async () => {
    const before = answer;
    answer = (url, options) => (url.includes('action=renew') ? reply(200, { ticket: 'renewed', expires: 1 }) : before(url, options));
    const api = make();
    await api.call('current');
    await clock.pass(8 * 60000 - 1);
    await api.call('current');
    assert.equal(to(`${ENTRY}?action=renew`).length, 0);
    await clock.pass(1);
    await Promise.all([api.call('current'), api.call('current')]);
    await settled();
    assert.equal(to(`${ENTRY}?action=renew`).length, 1);
    await api.call('current');
    assert.equal(asked.at(-1).headers['Onlinechat-Ticket'], 'renewed');
    assert.equal(to(TICKET).length, 1);
});

test('a ticket that cannot be renewed is got anew from the shop', async () => {
    const before = answer;
    answer = (url, options) => (url.includes('action=renew') ? reply(401, { code: 'ticket-expired' }) : before(url, options));
    const api = make();
    await api.call('current');
    await clock.pass(9 * 60000);
    await api.call('current');
    await settled();
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
});

test('a ticket of 10 minutes, or from before the clock was set back, is not used', async () => {
    const api = make();
    await api.call('current');
    await clock.pass(10 * 60000);
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
    clock.time -= 3600000;
    await api.call('current');
    assert.equal(to(TICKET).length, 3);
});

test('another mark (somebody signed in or out) asks for a new ticket', async () => {
    const api = make();
    await api.call('current');
    mark = 'changed';
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
});

test('a ticket on its way while somebody signs in is the former person’s: the next call asks anew', async () => {
    const api = make();
    mark = 'guest';
    const tickets = answer;
    answer = (url, options) => {
        if (url === TICKET && to(TICKET).length === 1) {
            mark = 'customer';
        }

        return tickets(url, options);
    };
    await api.call('current');
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
    await api.call('current');
    assert.equal(to(TICKET).length, 2);
});

test('the mark that the first ticket’s answer sets is that ticket’s', async () => {
    const api = make();
    const tickets = answer;
    answer = (url, options) => {
        mark = 'opened';

        return tickets(url, options);
    };
    await api.call('current');
    await api.call('current');
    assert.equal(to(TICKET).length, 1);
});

test('no answer in 10 s is a NetworkProblem', async () => {
    answer = (url, { signal }) => new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
    });
    const call = assert.rejects(make().call('status', { ticket: false }), NetworkProblem);
    await clock.pass(10000);
    await call;
});

test('the caller\'s own abort is not a network problem', async () => {
    answer = (url, { signal }) => new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
    });
    const stop = new AbortController();
    const call = assert.rejects(make().call('status', { ticket: false, signal: stop.signal }), /enough/);
    await settled();
    stop.abort(new Error('enough'));
    await call;
    assert.equal(clock.timers.size, 0);
});

test('a sign-in page instead of a ticket means signed out', async () => {
    answer = () => new Response('<html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
    await assert.rejects(make().call('board'), { status: 401, code: 'signed-out' });
});

test('a proxy\'s error page is an unknown outcome', async () => {
    answer = (url) => (url === TICKET ? reply(200, { ticket: 'a' })
        : new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } }));
    await assert.rejects(make().call('post', { body: {} }), { status: 502, definite: false });
});

test('an answer that is cut off is an unknown outcome', async () => {
    answer = (url) => (url === TICKET ? reply(200, { ticket: 'a' })
        : new Response('{"conver', { status: 200, headers: { 'Content-Type': 'application/json' } }));
    await assert.rejects(make().call('post', { body: {} }), NetworkProblem);
});

test('visitor and operator of one browser do not mix', async () => {
    const operator = new Store((what) => `onlinechat:operator:/entry.php:1:${what}`, storage);
    operator.set('ticket', { ticket: 'operator', got: clock.time, mark: '' });
    await make().call('current');
    assert.equal(asked.at(-1).headers['Onlinechat-Ticket'], 'v1.1.guest.p.t1');
    assert.equal(operator.get('ticket').ticket, 'operator');
});

test('who a ticket names', () => {
    assert.equal(personOf('v1.1.g.abc.en.s.1.2.3.n.sig'), '1.g.abc');
    assert.equal(personOf('garbage'), '');
    assert.equal(personOf(null), '');
});
