/**
 * Calls when the page is looked at (again).
 *
 * @param {() => void} work
 * @param {Document} page
 * @param {Window} view
 * @param {...string} more events of the window that count as well, such as "online"
 * @returns {() => void} ends it
 */
export function onLook(work, page, view, ...more) {
    const seen = () => page.hidden || work();
    const places = [[page, 'visibilitychange'], ...['focus', ...more].map((type) => [view, type])];

    places.forEach(([place, type]) => place.addEventListener(type, seen));

    return () => places.forEach(([place, type]) => place.removeEventListener(type, seen));
}
