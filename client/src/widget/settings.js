const COLOUR = /^#[0-9a-f]{6}$/i;

/** The owner's colours; the style sheets have them as custom properties with dashes. */
const NAMES = ['header', 'operator', 'visitor'].flatMap((part) => [`${part}_background`, `${part}_text`]);

/** The public settings: those the page brought, or newer ones. */
export class Settings {
    /**
     * @param {(version: number) => Promise<object>} ask the action "settings"
     * @param {object|undefined} inline what the page knows; pages of older versions bring nothing
     * @param {() => void} onchange
     */
    constructor(ask, inline, onchange) {
        Object.assign(this, {
            ask, onchange, values: inline ?? {}, version: inline?.version ?? 0, loading: false,
            /** False until it is known that these are the newest, or that those cannot be had. */
            settled: false,
        });
    }

    /** Makes sure of this version. */
    async load(version) {
        if (this.loading || !version) {
            return;
        }
        if (version !== this.version) {
            this.loading = true;
            try {
                this.values = await this.ask(version);
                this.version = version;
            } catch {
                // what there is does until the next status or poll names the version again
            }
            this.loading = false;
        } else if (this.settled) {
            return;
        }
        this.settled = true;
        this.onchange();
    }

    /** The owner's colours as CSS; a value that is no colour is left out, since it would be CSS. */
    get css() {
        const colours = this.values.colours ?? {};
        const rules = NAMES.filter((name) => COLOUR.test(colours[name]))
            .map((name) => `--${name.replace('_', '-')}:${colours[name]};`);

        return `:host{${rules.join('')}}`;
    }
}
