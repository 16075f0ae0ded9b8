import { icon } from '../shared/dom.js';

/** Drawn on a 24 × 24 grid, strokes only. */
export const icons = {
    chat: () => icon('M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-4.5 3.5V17H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z'),
    chevron: () => icon('M6 9.5l6 6 6-6'),
    close: () => icon('M6.5 6.5l11 11', 'M17.5 6.5l-11 11'),
    back: () => icon('M14.5 6l-6 6 6 6'),
    send: () => icon('M4.5 12h14', 'M12.5 6l6 6-6 6'),
    transfer: () => icon('M4 8.5h14', 'M14.5 5l3.5 3.5L14.5 12', 'M20 15.5H6', 'M9.5 12L6 15.5 9.5 19'),
    end: () => icon('M5 12.5l4.5 4.5L19 7.5'),
    person: () => icon('M12 12a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z', 'M5 19.5c.8-3.4 3.5-5 7-5s6.2 1.6 7 5'),
    note: () => icon('M6 4h9l4 4v12H6z', 'M9.5 12h6', 'M9.5 15.5h4'),
};
