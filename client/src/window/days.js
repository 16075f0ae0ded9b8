/** Days as people name them: "Today", "Yesterday", "Friday, 14 November"; times in the visitor's own zone. */
export class Days {
    /** @param {string} language */
    constructor(language) {
        this.language = language;
        this.near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
        this.far = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
        this.old = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
    }

    /**
     * The lines with a line for each new day between them; none above the first if that is today's.
     *
     * @param {{at: number}[]} lines in order
     */
    between(lines) {
        const today = new Date().toDateString();
        const count = new Map();
        let last = today;

        return lines.flatMap((line) => {
            const day = new Date(line.at).toDateString();

            if (day === last) {
                return [line];
            }
            last = day;
            // a clock that was set back may bring a day twice
            count.set(day, (count.get(day) ?? 0) + 1);

            return [{ id: `day/${day}/${count.get(day)}`, day: this.#name(line.at), at: line.at }, line];
        });
    }

    #name(at) {
        const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);
        const ago = Math.round((midnight(Date.now()) - midnight(at)) / 86400000);
        const name = ago >= 0 && ago < 2 ? this.near.format(-ago, 'day') : (ago < 300 ? this.far : this.old).format(at);

        return name[0].toLocaleUpperCase(this.language) + name.slice(1);
    }
}
