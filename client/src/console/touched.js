/**
 * Which part a storage event of another tab touched, of which conversation or shop.
 *
 * @param {string|null} key of the event
 * @param {import('../shared/storage.js').Store} home
 * @param {import('./desk.js').Desk[]} desks
 * @returns {{part: 'desk'|'draft'|'ticket'|'outbox'|'', id: number, desk?: import('./desk.js').Desk}}
 */
export function touched(key, home, desks) {
    const places = [
        ...['desk', 'draft'].map((part) => ({ part, start: home.names(part) })),
        ...desks.flatMap((desk) => ['ticket', 'outbox'].map((part) => ({ part, desk, start: desk.store.names(part) }))),
    ];
    const place = places.find(({ start }) => key === start || key?.startsWith(`${start}:`));

    return place ? { ...place, id: Number.parseInt(key.slice(place.start.length + 1), 10) || 0 } : { part: '', id: 0 };
}
