import { el } from '../shared/dom.js';
import { icons } from './icons.js';
import { EDGE, RECAP } from './layout.js';

const STEP = 24;
/** How much of the recap stays on the screen, wherever it is put. */
const BAR = 56;
const WIDTH = RECAP + 2 * EDGE;

/**
 * Where the console stands, as the distance of the recap from its corner at the bottom and the end of the line. Moved
 * by dragging the handle, or by its arrow keys; Home puts it back.
 */
export class Place {
    /**
     * @param {{
     *   memory: import('./memory.js').Memory, t: Function, rtl: () => boolean, bar: () => number,
     *   moved: () => void, settled: () => void, view?: Window
     * }} options bar: height of the page's own bar. moved: it stands elsewhere. settled: to be kept
     */
    constructor({ memory, t, rtl, bar, moved, settled, view = window }) {
        Object.assign(this, { memory, rtl, bar, moved, settled, view, from: null });
        this.handle = el('button', {
            type: 'button', class: 'tool grip', 'aria-label': t('move'), title: t('move-hint'),
            onpointerdown: (event) => this.#grab(event),
            onpointermove: (event) => this.#drag(event),
            onpointerup: (event) => this.#drop(event),
            onpointercancel: (event) => this.#drop(event),
            onkeydown: (event) => this.#key(event),
        }, icons.grip());
    }

    /**
     * @returns {{x: number, y: number, start: number, far: boolean, width: number}} within the screen as it is now, CSS
     *   pixels. start: the distance from the other side. far: it is nearer to that one. width: for recap and windows
     */
    get now() {
        const { innerWidth, innerHeight } = this.view;
        const x = Math.round(clamp(this.memory.place.x, innerWidth - WIDTH));
        const y = Math.round(clamp(this.memory.place.y, innerHeight - this.bar() - BAR));
        const start = Math.max(0, innerWidth - WIDTH - x);
        const far = start < x;

        return { x, y, start, far, width: innerWidth - (far ? start : x) };
    }

    #grab(event) {
        if (event.button === 0) {
            this.handle.setPointerCapture(event.pointerId);
            this.from = { pointer: { x: event.clientX, y: event.clientY }, place: this.now };
        }
    }

    #drag({ clientX, clientY }) {
        if (this.from) {
            const { pointer, place } = this.from;
            const across = (clientX - pointer.x) * (this.rtl() ? 1 : -1);

            this.#put({ x: place.x + across, y: place.y - (clientY - pointer.y) });
        }
    }

    #drop() {
        if (this.from) {
            this.from = null;
            this.settled();
        }
    }

    #key(event) {
        const { x, y } = this.now;
        const across = this.rtl() ? -STEP : STEP;
        const to = {
            ArrowLeft: { x: x + across, y }, ArrowRight: { x: x - across, y }, ArrowUp: { x, y: y + STEP }, ArrowDown: { x, y: y - STEP },
            Home: { x: 0, y: 0 },
        }[event.key];

        if (to && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            event.stopPropagation();
            this.#put(to);
            this.settled();
        }
    }

    #put(place) {
        this.memory.place = place;
        // kept within the screen, so that the next step back is seen at once
        this.memory.place = { x: this.now.x, y: this.now.y };
        this.moved();
    }
}

const clamp = (value, most) => Math.max(0, Math.min(value, Math.max(0, most)));
