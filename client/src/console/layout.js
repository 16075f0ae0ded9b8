/** Which conversation windows stand side by side (G15). Sizes in CSS pixels, as in styles. */

export const MOST = 4;
export const ROOM_LEAST = 256;
export const RECAP = 280;
export const GAP = 8;
export const EDGE = 12;
/** Below this width one window takes the whole screen. */
export const PHONE = 640;

/**
 * How many conversation windows fit beside the recap.
 *
 * @param {number} width of the viewport
 * @returns {number} 1 to 4
 */
export function fitting(width) {
    const left = width - 2 * EDGE - RECAP;

    return Math.max(1, Math.min(MOST, Math.floor(left / (ROOM_LEAST + GAP))));
}

/** The configuration page shows its preview where the recap stands: until the operator chose, it is folded there (G9). */
export function previewBeneath(page = document) {
    return Boolean(page.getElementById('onlinechat-stage')?.checkVisibility?.());
}

/** Is there room for a window that nobody asked for? Never on a phone, where it would cover everything. */
export function roomForOneMore(width, open) {
    return width > PHONE && open < fitting(width);
}

/**
 * The open windows after the operator opened one: it takes the place of the one used longest ago.
 *
 * @param {{id: number, used: number}[]} open in the order they stand in, the newest first
 * @param {{id: number, used: number}} room
 * @param {number} fit
 * @returns {{id: number, used: number}[]}
 */
export function withOpened(open, room, fit) {
    if (open.some(({ id }) => id === room.id)) {
        return open.map((one) => (one.id === room.id ? { ...one, ...room } : one));
    }
    if (open.length < fit) {
        return [room, ...open];
    }

    const shown = shownOf(open, fit);
    const oldest = shown.reduce((a, b) => (b.used < a.used ? b : a));

    return open.map((one) => (one.id === oldest.id ? room : one)).filter(
        (one) => one === room || shown.some(({ id }) => id === one.id),
    );
}

/**
 * The windows to draw where fewer fit than are open: those used last, each in its place.
 *
 * @param {{id: number, used: number}[]} open
 * @param {number} fit
 * @returns {{id: number, used: number}[]}
 */
export function shownOf(open, fit) {
    const kept = [...open].sort((a, b) => b.used - a.used).slice(0, fit);

    return open.filter((one) => kept.includes(one));
}
