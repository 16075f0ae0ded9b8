import { Store } from '../shared/storage.js';
import { Launcher } from '../widget/launcher.js';

/** The launcher without a shop behind it: it never asks, and what it keeps lives as long as the preview. */
export class StageLauncher extends Launcher {
    constructor(host, { settings, language, mode }) {
        super(host, { entry: '/', ticket: '/', shop: 0, language, settings });
        const nothing = new Store(this.names, null);

        Object.assign(this, {
            store: nothing, memory: nothing,
            availability: { mode, settings: 0, failed: false, opens: 0, start() {}, refresh() {}, poller: { now() {} } },
        });
    }

    get phone() {
        return false;
    }

    settingsAre(values) {
        Object.assign(this.settings, { values, settled: true });
        this.colours(this.settings.css);
    }
}
