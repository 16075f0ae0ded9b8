const THICKEST = 160;

/**
 * How much of the screen's bottom the page's own fixed bar takes where the console stands (G16): the
 * console stands above it.
 *
 * @param {Element} own the console, which is no bar
 * @returns {number} CSS pixels
 */
export function heightOfFixedBar(own, page = document, view = window) {
    const y = view.innerHeight - 2;
    let height = 0;

    for (const share of [0.06, 0.3, 0.5, 0.7, 0.94]) {
        for (const element of page.elementsFromPoint(view.innerWidth * share, y)) {
            const bar = element === own ? null : fixedBar(element, view);
            height = Math.max(height, bar ? view.innerHeight - bar.top : 0);
        }
    }

    return Math.round(height);
}

/** A side menu reaches the bottom too, but is no bar: it is higher than it is wide, or than a bar is. */
function fixedBar(element, view) {
    for (let one = element; one && one !== one.ownerDocument.body; one = one.parentElement) {
        const { position } = view.getComputedStyle(one);

        if (position === 'fixed' || position === 'sticky') {
            const box = one.getBoundingClientRect();
            const bar = box.height <= THICKEST && box.width > box.height && box.bottom >= view.innerHeight - 2;

            return bar ? box : null;
        }
    }

    return null;
}
