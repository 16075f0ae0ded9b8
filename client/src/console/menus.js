/** Opened menus of the page: those of Bootstrap 3 and 4, jQuery UI and Select2. Not by role: a page may show such a list for good. */
const OPEN = '.dropdown-menu.show, .show > .dropdown-menu, .open > .dropdown-menu, .ui-autocomplete, .select2-dropdown';
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Does an opened menu of the page reach under the console (G16)? Whatever its layer is, the console then steps aside
 * for as long as it is open.
 *
 * @param {Element[]} own what the console shows
 */
export function menuUnder(own, page = document) {
    const boxes = own.map((element) => element.getBoundingClientRect());

    return [...page.querySelectorAll(OPEN)].some((menu) => menu.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && boxes.some((box) => overlap(menu.getBoundingClientRect(), box)));
}
