import { newKey } from '../shared/key.js';

/** Notes as [Hz, seconds from the start, seconds it lasts]. */
const TUNES = {
    message: [[784, 0, 0.14], [1047, 0.11, 0.24]],
    conversation: [[523, 0, 0.16], [659, 0.14, 0.16], [784, 0.28, 0.16], [1047, 0.42, 0.38]],
};
const LOUDNESS = 0.12;
const PATIENCE = 400;
const CLAIM = 3000;

/**
 * Two short tunes, made of sine waves: no file to load, nothing a content policy could refuse. Browsers let a page
 * sound only after somebody used it; where this tab may not, one of the others that may does.
 */
export class Sounds {
    /**
     * @param {{
     *   allowed: {message: boolean, conversation: boolean}, muted: () => {message: boolean, conversation: boolean},
     *   channel: (onmessage: (message: any) => void) => import('../shared/channel.js').Channel,
     *   names: (what: string) => string, locks?: LockManager|null, view?: Window
     * }} options allowed: the configuration's yes or no; muted: the operator's own
     */
    constructor({ allowed, muted, channel, names, locks = globalThis.navigator?.locks, view = window }) {
        Object.assign(this, { allowed, muted, names, locks, view, context: null });
        this.channel = channel((message) => this.#asked(message));
        const used = () => this.#open()?.resume();

        // the first use of the page opens the way for later
        view.addEventListener('pointerdown', used, { once: true, capture: true });
        view.addEventListener('keydown', used, { once: true, capture: true });
    }

    /** @param {'message'|'conversation'} kind */
    async ring(kind) {
        if (!this.allowed[kind] || this.muted()[kind]) {
            return;
        }
        if (!await this.#play(kind)) {
            this.channel.post({ kind, ring: newKey() });
        }
    }

    /** The first tab that can claims it. */
    async #asked({ kind, ring }) {
        if (this.context?.state !== 'running' || !TUNES[kind]) {
            return;
        }
        if (!this.locks) {
            this.#play(kind);
            return;
        }
        await this.locks.request(this.names(`ring:${ring}`), { ifAvailable: true }, async (lock) => {
            if (lock) {
                this.#play(kind);
                await this.#pause(CLAIM);
            }
        });
    }

    async #play(kind) {
        const context = this.#open();

        if (!context) {
            return false;
        }
        if (context.state !== 'running') {
            await Promise.race([context.resume().catch(() => {}), this.#pause(PATIENCE)]);
        }
        if (context.state !== 'running') {
            return false;
        }
        TUNES[kind].forEach((note) => this.#note(context, ...note));

        return true;
    }

    #note(context, pitch, from, length) {
        const wave = context.createOscillator();
        const gain = context.createGain();
        const start = context.currentTime + from;

        wave.frequency.value = pitch;
        gain.gain.setValueAtTime(0, start);
        gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.015);
        gain.gain.exponentialRampToValueAtTime(0.001, start + length);
        wave.connect(gain).connect(context.destination);
        wave.start(start);
        wave.stop(start + length);
    }

    #open() {
        if (!this.context && this.view.AudioContext) {
            this.context = new this.view.AudioContext();
        }

        return this.context;
    }

    #pause(ms) {
        return new Promise((resolve) => {
            setTimeout(resolve, ms);
        });
    }
}
