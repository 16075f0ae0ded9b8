import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Leader } from '../../client/src/shared/leader.js';
import { FakeClock, FakeLocks, FakePage, FakeStorage } from './fakes.mjs';

for (const way of ['Web Locks', 'a lease']) {
    describe(`with ${way}`, () => {
        let clock;
        let browser;

        beforeEach(() => {
            clock = new FakeClock();
            browser = { locks: way === 'Web Locks' ? new FakeLocks() : null, storage: new FakeStorage(), tabs: [] };
        });

        function open(hidden = false) {
            const tab = { page: new FakePage(), view: new EventTarget(), changes: [] };

            tab.page.hidden = hidden;
            tab.leader = new Leader({
                name: 'leader', locks: browser.locks, storage: browser.storage, clock, page: tab.page, view: tab.view,
                onlead: () => tab.changes.push('lead'), onfollow: () => tab.changes.push('follow'),
            });
            tab.leader.start();
            browser.tabs.push(tab);
            return tab;
        }

        const leaders = () => browser.tabs.filter(({ leader }) => leader.leading);

        test('the first tab leads', async () => {
            const tab = open();
            await clock.pass(10);
            assert.deepEqual(tab.changes, ['lead']);
        });

        test('the tab that is looked at takes the lead, and there is only one', async () => {
            const one = open();
            await clock.pass(100);
            const two = open();
            await clock.pass(1500);
            assert.deepEqual(leaders(), [two]);
            one.view.dispatchEvent(new Event('focus'));
            await clock.pass(1500);
            assert.deepEqual(leaders(), [one]);
        });

        test('a hidden tab waits its turn', async () => {
            const one = open();
            await clock.pass(100);
            const two = open(true);
            await clock.pass(5000);
            assert.deepEqual(leaders(), [one]);
            assert.deepEqual(two.changes, []);
        });

        test('when the leader closes, another leads within three seconds', async () => {
            const one = open();
            await clock.pass(100);
            const two = open(true);
            await clock.pass(5000);
            one.view.dispatchEvent(new Event('pagehide'));
            await clock.pass(3000);
            assert.deepEqual(leaders(), [two]);
            assert.deepEqual(one.changes, ['lead', 'follow']);
        });

        test('a page that comes back from the browser\'s cache takes part again', async () => {
            const one = open();
            await clock.pass(100);
            one.view.dispatchEvent(new Event('pagehide'));
            await clock.pass(100);
            one.view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
            await clock.pass(100);
            assert.deepEqual(one.changes, ['lead', 'follow', 'lead']);
        });
    });
}

test('a leader that died without a word loses its lease', async () => {
    const clock = new FakeClock();
    const storage = new FakeStorage();
    const tab = { page: new FakePage(), view: new EventTarget() };
    tab.page.hidden = true;
    storage.setItem('leader', JSON.stringify({ id: 'gone', until: clock.time + 2400 }));
    const leader = new Leader({
        name: 'leader', locks: null, storage, clock, ...tab, onlead: () => {}, onfollow: () => {},
    });
    leader.start();
    await clock.pass(1000);
    assert.equal(leader.leading, false);
    await clock.pass(2000);
    assert.equal(leader.leading, true);
    leader.stop();
});

test('without storage and locks every tab leads itself', async () => {
    const clock = new FakeClock();
    const storage = {
        getItem() {
            throw new Error('denied');
        },
        setItem() {
            throw new Error('denied');
        },
    };
    const leader = new Leader({
        name: 'leader', locks: null, storage, clock, page: new FakePage(), view: new EventTarget(), onlead: () => {}, onfollow: () => {},
    });
    leader.start();
    await clock.pass(2000);
    assert.equal(leader.leading, true);
    leader.stop();
});
