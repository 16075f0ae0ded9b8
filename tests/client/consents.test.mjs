import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApiProblem, NetworkProblem } from '../../client/src/shared/api.js';
import { Store } from '../../client/src/shared/storage.js';
import { Consents } from '../../client/src/window/consents.js';
import { FakeClock, FakeStorage, names, settled } from './fakes.mjs';

const CLEO = '1.1.c.7.x';
const DAN = '1.1.c.8.x';
const PAUSE = 10 * 60 * 1000;

let clock;
let storage;
let answers;
let told;
let ticket;

beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    answers = [];
    told = [];
    ticket = CLEO;
});

function make() {
    return new Consents({
        url: '/consent', clock, store: new Store(names, storage),
        api: {
            kept: () => (ticket ? { ticket } : null),
            ticket: async (refused) => (refused === ticket ? `${ticket}new` : ticket),
            async tell(url, { name }, under) {
                told.push([url, name, under]);
                const answer = answers.shift();
                if (answer) {
                    throw answer;
                }
            },
        },
    });
}

test('a consent that the shop could not note is tried again until it is noted, each once', async () => {
    answers = [new NetworkProblem(), new ApiProblem({ status: 503, code: 'unavailable' }), null];
    const consents = make();

    consents.add('Jane');
    consents.add('Joan');
    await clock.pass(PAUSE);
    assert.deepEqual(told.map(([, name]) => name), ['Jane', 'Jane', 'Jane', 'Joan']);
    assert.equal(storage.length, 0);
});

test('who asks too often waits as long as the shop says', async () => {
    answers = [new ApiProblem({ status: 429, code: 'rate-limited', retryAfter: 60000 })];
    make().add('');
    await clock.pass(59000);
    assert.equal(told.length, 1);
    await clock.pass(20000);
    assert.equal(told.length, 2);
});

test('the next page goes on where this one was left', async () => {
    answers = [new NetworkProblem()];
    make().add('Jane');
    await settled();
    clock = new FakeClock(clock.time + 1000);
    make();
    await clock.pass(PAUSE);
    assert.deepEqual(told, [['/consent', 'Jane', CLEO], ['/consent', 'Jane', CLEO]]);
});

test('it is never noted as somebody else’s who signed in meanwhile; a ticket that is over is renewed', async () => {
    answers = [new ApiProblem({ status: 401, code: 'ticket-expired' }), new NetworkProblem()];
    make().add('');
    await clock.pass(1500);
    assert.deepEqual(told.map(([, , under]) => under), [CLEO, `${CLEO}new`]);
    ticket = DAN;
    await clock.pass(PAUSE);
    assert.deepEqual(told.map(([, , under]) => under), [CLEO, `${CLEO}new`, '']);
});

test('a shop that asks for no consent any more is told once; after a day nothing is told', async () => {
    answers = [new ApiProblem({ status: 422, code: 'invalid' })];
    make().add('');
    await clock.pass(PAUSE);
    assert.equal(told.length, 1);
    answers = [new NetworkProblem()];
    make().add('');
    await settled();
    clock = new FakeClock(clock.time + 25 * 60 * 60 * 1000);
    make();
    await clock.pass(PAUSE);
    assert.equal(told.length, 2);
});
