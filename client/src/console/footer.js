const THICKEST = 160;
/** How high the recap's title is: what stands at the bottom even when everything is minimised. */
const TITLE = 56;
const SHARES = [0.06, 0.3, 0.5, 0.7, 0.94];

/**
 * How much of the screen's bottom the page's own fixed bars and buttons take where the console stands (G16): the
 * console stands above them.
 *
 * @param {Element} own the console, which is no bar
 * @param {{left: number, right: number}} [recap] where the recap's title stands: a native button that floats there is
 *   not to be covered either
 * @returns {number} CSS pixels
 */
export function heightOfFixedBar(own, recap = null, page = document, view = window) {
    const under = (x, y) => page.elementsFromPoint(x, y).filter((element) => element !== own);
    let height = 0;

    for (const share of SHARES) {
        for (const element of under(view.innerWidth * share, view.innerHeight - 2)) {
            const bar = fixed(element, view, isBar);
            height = Math.max(height, bar ? view.innerHeight - bar.top : 0);
        }
    }

    return Math.round(recap ? aboveButtons(height, recap, under, view) : height);
}

/** Higher and higher, until no floating button is under the title. */
function aboveButtons(from, { left, right }, under, view) {
    let height = from;

    for (let steps = 0; steps < 4; steps++) {
        const points = SHARES.flatMap((share) => [0.1, 0.5, 0.9].map((part) => [
            left + (right - left) * share, view.innerHeight - height - TITLE * part,
        ]));
        const tops = points.flatMap(([x, y]) => under(x, y)).map((element) => fixed(element, view, isButton)?.top).filter(Boolean);

        if (!tops.length) {
            break;
        }
        height = view.innerHeight - Math.min(...tops);
    }

    return height;
}

/** The box of the fixed element that holds this one, if it is what is looked for. */
function fixed(element, view, wanted) {
    for (let one = element; one && one !== one.ownerDocument.body; one = one.parentElement) {
        const { position } = view.getComputedStyle(one);

        if (position === 'fixed' || position === 'sticky') {
            const box = one.getBoundingClientRect();

            return wanted(box, view, one) ? box : null;
        }
    }

    return null;
}

/** A side menu reaches the bottom too, but is no bar: it is higher than it is wide, or than a bar is. */
function isBar(box, view) {
    return box.height <= THICKEST && box.width > box.height && box.bottom >= view.innerHeight - 2;
}

const isButton = (box, view, element) => box.height <= THICKEST && box.width > 0
    && (element.matches('a, button, input') || element.querySelector('a, button, input') !== null);
