/**
 * Messages to the other tabs of the same role, installation and shop: a BroadcastChannel, or storage
 * events where there is none.
 */
export class Channel {
    /**
     * @param {string} name
     * @param {(message: any) => void} onmessage
     * @param {{view?: Window, Broadcast?: typeof BroadcastChannel|null}} [options]
     */
    constructor(name, onmessage, { view = window, Broadcast = globalThis.BroadcastChannel ?? null } = {}) {
        Object.assign(this, { name, view, count: 0 });

        if (Broadcast) {
            this.channel = new Broadcast(name);
            this.channel.onmessage = (event) => onmessage(event.data);
        } else {
            view.addEventListener('storage', ({ key, newValue }) => {
                if (key === name && newValue) {
                    onmessage(JSON.parse(newValue).message);
                }
            });
        }
    }

    /** To every tab but this one. `message` is JSON. */
    post(message) {
        if (this.channel) {
            this.channel.postMessage(message);
            return;
        }
        try {
            // the same text twice would be no change and so no event
            this.view.localStorage.setItem(this.name, JSON.stringify({ message, count: ++this.count, at: Date.now() }));
            this.view.localStorage.removeItem(this.name);
        } catch {
            // without storage every tab is on its own
        }
    }
}
