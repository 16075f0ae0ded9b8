import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attention, newsOf } from '../../client/src/console/attention.js';
import { configOf } from '../../client/src/console/config.js';
import { daysFor } from '../../client/src/console/days.js';
import { capacityOf, languagesOf } from '../../client/src/console/dialog-profile.js';
import { Happened } from '../../client/src/console/happened.js';
import { logItems } from '../../client/src/console/log-items.js';
import { stateOf } from '../../client/src/console/message-view.js';
import { askedBy } from '../../client/src/console/shortcuts.js';
import { Poller } from '../../client/src/shared/poller.js';
import { Store } from '../../client/src/shared/storage.js';
import { FakeClock, FakePage, FakeStorage, names } from './fakes.mjs';

const line = (id, last) => ({ id, last, role: 'guest', thread: id, name: '', excerpt: 'Hi' });

test('what is there at first is no news; later a conversation and a message are told apart, each once', () => {
    const newest = {};
    const look = (told, ...lines) => newsOf(told, lines, (id) => newest[id] ?? 0);
    const ids = ({ conversations, messages }) => [conversations.map(({ id }) => id), messages.map(({ id }) => id)];

    const first = look(null, line(1, 3));
    assert.deepEqual(ids(first), [[], []]);
    newest[1] = 3;
    assert.deepEqual(ids(look(first.told, line(1, 3))), [[], []], 'read only now, there before');
    newest[1] = 4;
    const second = look(first.told, line(1, 4), line(2, 1));
    assert.deepEqual(ids(second), [[2], [1]]);
    newest[2] = 1;
    assert.deepEqual(ids(look(second.told, line(1, 4), line(2, 1))), [[], []]);
    assert.deepEqual(look(second.told, line(2, 1)).told, { 2: 1 }, 'what is over is forgotten');
});

test('only the leading tab rings, and a tab that leads later knows what was told', () => {
    const storage = new FakeStorage();
    const rung = [];
    const lines = [line(1, 1)];
    const tab = (leading) => {
        const desks = { complete: true, leader: { leading }, list: () => lines, of: () => ({ newestOfVisitor: () => lines[0].last }) };

        return new Attention({
            desks, store: new Store(names, storage), ring: (kind) => rung.push(kind), notify: () => {}, t: (word) => word,
        });
    };
    const [leader, follower] = [tab(true), tab(false)];

    leader.hear();
    lines[0] = line(1, 2);
    follower.hear();
    leader.hear();
    leader.hear();
    tab(true).hear();
    assert.deepEqual(rung, ['message']);
    lines.push(line(2, 1));
    tab(true).hear();
    assert.deepEqual(rung, ['message', 'conversation']);
});

test('the log is ordered by number, not by time, with a separator for each day and what happened in its place', () => {
    const at = (day, hour) => new Date(2026, 4, day, hour).getTime();
    const messages = [{ number: 1, at: at(2, 9) }, { number: 2, at: at(1, 9) }, { number: 3, at: at(2, 10) }];
    const { key } = daysFor('en');
    const items = logItems({
        messages, pending: [{ key: 'k' }], events: [{ after: 2, at: 0, key: 'event-0' }, { after: 3, at: 0, key: 'event-1' }],
    }, key);

    assert.deepEqual(items.map(({ kind, item }) => `${kind} ${item.number ?? item.key}`), [
        'day 1', 'message 1', 'day 2', 'message 2', 'event event-0', 'day 3', 'message 3', 'event event-1', 'message k',
    ]);
});

test('days have names in the operator’s language', () => {
    const now = new Date(2026, 4, 5, 0, 30).getTime();
    const days = (language) => daysFor(language, () => now);

    assert.equal(days('en').name(now), 'Today');
    assert.equal(days('fr').name(now - 3_600_000), 'Hier');
    assert.equal(days('en').name(new Date(2026, 4, 1).getTime()), 'Friday, May 1');
    assert.equal(days('en-GB').name(new Date(2025, 11, 31).getTime()), '31 December 2025');
});

test('the newest own message says sent, delivered or read', () => {
    const about = (more) => ({ newestOwn: 2, line: { readByVisitor: 0, ...more }, transcript: { readByOther: 0, deliveredToOther: null } });
    const own = { author: 'operator', number: 2 };

    assert.equal(stateOf(own, about({})), 'sent');
    assert.equal(stateOf(own, about({ deliveredToVisitor: 2 })), 'delivered');
    assert.equal(stateOf(own, about({ deliveredToVisitor: 2, readByVisitor: 2 })), 'read');
    assert.equal(stateOf({ ...own, number: 1 }, about({})), '');
    assert.equal(stateOf({ author: 'visitor', number: 2 }, about({})), '');
});

test('what happened is told only if it was seen to change, never guessed from what Redis could not say', () => {
    const happened = new Happened(new FakeClock());
    const now = { here: true, operator: 1, operatorName: 'Anna', status: 'ongoing', assistants: [] };

    happened.compare(null, now, 1);
    happened.compare(now, { ...now, here: null }, 1);
    happened.compare({ ...now, here: null }, { ...now, here: false }, 1);
    assert.deepEqual(happened.events, []);
    happened.compare(now, { ...now, here: false }, 1);
    happened.compare(now, { ...now, operator: 2, operatorName: 'Ben' }, 1);
    happened.compare(now, { ...now, assistants: [3] }, 2);
    happened.compare({ ...now, assistants: [3] }, now, 2);
    assert.deepEqual(happened.events.map(({ kind }) => kind), ['left-shop', 'owner-changed', 'looked-in', 'looked-out']);
});

test('WCAG 2.1.4: single keys do nothing in a text or with a modifier, and nothing in a dialog', () => {
    const at = (tag, inDialog = false) => ({ matches: (selector) => selector.split(', ').includes(tag), closest: () => (inDialog ? {} : null) });
    const key = (name, more = {}) => ({ key: name, ...more });

    assert.equal(askedBy(key('n'), at('button')), 'next-unread');
    assert.equal(askedBy(key('n'), at('textarea')), '');
    assert.equal(askedBy(key('n'), at('button', true)), '');
    assert.equal(askedBy(key('n', { ctrlKey: true }), at('button')), '');
    assert.equal(askedBy(key('ArrowDown', { altKey: true }), at('textarea')), 'next-window');
    assert.equal(askedBy(key('Escape'), at('textarea')), 'leave-text');
    assert.equal(askedBy(key('Escape'), at('button')), '');
    assert.equal(askedBy(key('?'), at('button')), 'keys');
    assert.equal(askedBy(key('?', { defaultPrevented: true }), at('button')), '');
});

test('a profile’s fields are against rules that are named', () => {
    const t = (word, { code = '' } = {}) => `${word}${code && ` ${code}`}`;

    assert.equal(capacityOf(' ', t), null);
    assert.equal(capacityOf('6', t), 6);
    assert.throws(() => capacityOf('0', t), /profile-capacity-wrong/);
    assert.throws(() => capacityOf('2.5', t), /profile-capacity-wrong/);
    assert.deepEqual(languagesOf('EN, fr-ca;en', t), ['en', 'fr-ca']);
    assert.throws(() => languagesOf('english please', t), /profile-languages-wrong english/);
});

test('a page of one shop and a page that names several are read alike', () => {
    const old = configOf({ entry: '/e', ticket: '/t', shop: 3, language: 'fr', employee: 2 });

    assert.deepEqual(old.shops, [{ id: 3, name: '', entry: '/e', fallback: '', ticket: '/t', config: {} }]);
    assert.deepEqual(old.sounds, { message: true, conversation: true });
    const several = configOf({ shops: [{ id: 2, name: 'B', entry: '/e', ticket: '/t' }, { id: 1, name: 'A', entry: '/f', ticket: '/u' }], sounds: { message: false } });
    assert.deepEqual(several.shops.map(({ name }) => name), ['B', 'A']);
    assert.deepEqual(several.sounds, { message: false, conversation: true });
});

test('a background tab whose timers the browser wakes once a minute asks often enough to be nobody’s absence', async () => {
    const clock = new FakeClock(0);
    const asked = [];
    // what browsers do to a page that was hidden for five minutes
    const throttled = { ...clock, now: clock.now, setTimeout: (work, ms) => clock.setTimeout(work, Math.ceil((clock.now() + ms) / 60_000) * 60_000 - clock.now()) };
    const poller = new Poller({
        poll: async () => {
            asked.push(clock.now());
            return 15_000;
        },
        clock: throttled,
        page: Object.assign(new FakePage(), { hidden: true }),
        view: new EventTarget(),
    });

    poller.start();
    await clock.pass(600_000);
    poller.stop();
    const gaps = asked.slice(1).map((time, i) => time - asked[i]);
    assert.ok(asked.length >= 10);
    // away is who gave no sign for 150 s
    assert.ok(Math.max(...gaps) <= 120_000, gaps.join());
});
