import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Overview } from '../../client/src/console/overview.js';
import { FakeClock, settled } from './fakes.mjs';

/** A desk whose entry has these conversations. */
function deskOf(ids) {
    const asked = [];
    const api = {
        call: async (action, { query: { after, limit } }) => {
            asked.push(after);
            return { conversations: ids.filter((id) => id > after).slice(0, limit).map((id) => ({ id, lastAt: id })) };
        },
    };
    const along = [];

    return { api, asked, along, shop: { id: 1 }, readAlong: (id, line) => along.push([id, line?.id ?? null]) };
}

const desksOf = (desk) => ({ all: [desk], of: () => desk });

test('issue 5.3: the overview has all open conversations, however many', async () => {
    const desk = deskOf(Array.from({ length: 450 }, (_, i) => i + 1));
    const overview = new Overview({ desks: desksOf(desk), onchange: () => {}, clock: new FakeClock() });

    overview.look(true);
    await settled();
    assert.deepEqual(desk.asked, [0, 200, 400]);
    assert.deepEqual([overview.lines.length, overview.lines[0].id], [450, 450]);
});

test('issue 5.3: a conversation that is read along is asked for by itself, and told when it is over', async () => {
    const desk = deskOf([3, 9]);
    const clock = new FakeClock();
    const overview = new Overview({ desks: desksOf(desk), onchange: () => {}, clock });

    overview.look(false, [{ id: 3, shop: 1 }]);
    await settled();
    overview.look(false, [{ id: 3, shop: 1 }, { id: 4, shop: 1 }]);
    await settled();
    assert.deepEqual(desk.along, [[3, 3], [3, 3], [4, null]]);
    overview.look(false, []);
    await clock.pass(60000);
    await settled();
    assert.equal(desk.along.length, 3);
});
