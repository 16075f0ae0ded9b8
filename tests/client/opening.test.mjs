import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openingFor } from '../../client/src/console/opening.js';
import { Switches } from '../../client/src/console/switches.js';
import { wordsFor } from '../../client/src/shared/words.js';
import { JSDOM } from 'jsdom';

const catalogues = Object.fromEntries(['en', 'fr'].map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`../../client/src/words/console.${language}.json`, import.meta.url), 'utf8')),
]));
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const said = (language, opens, now) => plain(openingFor(language, wordsFor(catalogues, language), () => now.getTime())(opens));

test('outside the hours the switch says until when visitors see the form, today by time, else with the day', () => {
    const now = new Date(2026, 10, 23, 7, 30);
    const today = new Date(2026, 10, 23, 9, 0).getTime();
    const tomorrow = new Date(2026, 10, 24, 9, 0).getTime();

    assert.equal(said('en', today, now), 'Visitors see the form until 9:00 AM.');
    assert.equal(said('en', tomorrow, now), 'Visitors see the form until Tuesday, November 24, 9:00 AM.');
    assert.match(said('fr', today, now), /^Les visiteurs voient le formulaire jusqu’à 0?9:00\.$/);
    assert.match(said('fr', tomorrow, now), /^Les visiteurs voient le formulaire jusqu’au mardi 24 novembre à 0?9:00\.$/);
});

test('within the hours, and as they begin, it says nothing of them', () => {
    const now = new Date(2026, 10, 23, 9, 0);

    assert.equal(said('en', 0, now), '');
    assert.equal(said('en', now.getTime(), now), '');
    assert.equal(said('en', undefined, now), '');
});

test('G11: the switch of who is online says it too, and the hint comes back for who is offline within the hours', () => {
    const { window } = new JSDOM('<!doctype html>');
    const opening = (opens) => (opens ? `closed ${opens}` : '');
    const kept = globalThis.document;

    globalThis.document = window.document;
    try {
        const switches = new Switches({ t: (word) => word, opening, toggle: () => {} });
        const desk = { shop: { id: 1, name: 'Shop' }, link: 'well' };
        const hint = (online, board) => {
            switches.render({ desks: { all: [{ ...desk, online, board }], several: false }, busy: false });
            const { hidden, textContent } = switches.element.querySelector('small');

            return hidden ? '' : textContent;
        };

        assert.equal(hint(true, { opens: 0 }), '');
        assert.equal(hint(true, { opens: 5 }), 'closed 5');
        assert.equal(hint(false, { opens: 5 }), 'closed 5');
        assert.equal(hint(false, { opens: 0 }), 'offline-hint');
        assert.equal(hint(false, null), 'offline-hint');
    } finally {
        globalThis.document = kept;
    }
});
