import { style } from '../shared/dom.js';
import { onLook } from '../shared/look.js';

/** What the browser tells a window: looked at again, gone, and how much of a phone's screen the keyboard leaves. */
export class Surroundings {
    /**
     * @param {import('./view.js').View} view
     * @param {() => void} keep before the page goes
     */
    constructor(view, keep) {
        Object.assign(this, { view, place: style(view.root, ':host{}') });
        this.ends = [onLook(() => view.update(), document, window), listen(window, 'pagehide', keep)];
        if (window.visualViewport) {
            this.ends.push(...['resize', 'scroll'].map((type) => listen(window.visualViewport, type, () => this.fit())));
        }
    }

    fit() {
        const { view: { open, launcher } } = this;
        const seen = window.visualViewport;

        if (seen) {
            this.place(open && launcher.phone
                ? `:host{--view-height:${Math.round(seen.height)}px;--view-top:${Math.round(seen.offsetTop)}px}` : ':host{}');
        }
    }

    /** Hears nothing of the page any more. */
    end() {
        this.ends.forEach((end) => end());
    }
}

/** @returns {() => void} ends it */
function listen(place, type, work) {
    place.addEventListener(type, work);

    return () => place.removeEventListener(type, work);
}
