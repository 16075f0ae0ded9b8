const COLOUR = /^#[0-9a-f]{6}$/i;

/** The owner's colours; styles.css has them as custom properties with dashes. */
const NAMES = ['header', 'operator', 'visitor'].flatMap((part) => [`${part}_background`, `${part}_text`]);

/** The public settings a window needs, by version. */
export class Settings {
    constructor(api, onchange) {
        Object.assign(this, { api, onchange, values: {}, version: 0, loading: false, tried: false });
    }

    /** Makes sure of this version. */
    async load(version) {
        if (!this.loading && version && version !== this.version) {
            this.loading = true;
            try {
                this.values = await this.api.call('settings', { ticket: false, query: { version } });
                this.version = version;
            } catch {
                // the defaults do until the next status or poll names the version again
            }
            this.loading = false;
            this.tried = true;
            this.onchange();
        }
    }

    /** The owner's colours as CSS; a value that is no colour is left out, since it would be CSS. */
    get css() {
        const colours = this.values.colours ?? {};
        const rules = NAMES.filter((name) => COLOUR.test(colours[name]))
            .map((name) => `--${name.replace('_', '-')}:${colours[name]};`);

        return `:host{${rules.join('')}}`;
    }
}
