const COLOUR = /^#[0-9a-f]{6}$/i;

/** The owner's colours; the style sheets have them as custom properties with dashes. */
const NAMES = ['header', 'operator', 'visitor', 'form_header'].flatMap((part) => [`${part}_background`, `${part}_text`]);

/** The owner's numbers, and the custom properties of launcher.css that they are. */
const PLACE = { inline: ['--inline', 'px'], block: ['--block', 'px'], z_index: ['--z', ''] };

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

    /** The owner's colours and place as CSS; a value that is no colour or number is left out, since it would be CSS. */
    get css() {
        const { colours = {}, position = {} } = this.values;
        const rules = NAMES.filter((name) => COLOUR.test(colours[name]))
            .map((name) => `--${name.replaceAll('_', '-')}:${colours[name]};`);
        const place = Object.entries(PLACE).filter(([name]) => Number.isInteger(position[name]))
            .map(([name, [property, unit]]) => `${property}:${position[name]}${unit};`);

        return `:host{${[...rules, ...place].join('')}}`;
    }

    /** True if the owner wants it where a line begins; mirrored, as all of it, where one reads from right to left. */
    get left() {
        return this.values.position?.side === 'left';
    }
}
