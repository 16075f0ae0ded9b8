/** What happened around a conversation while this page was open, between its messages. Nothing of it is stored. */
export class Happened {
    /** @param {{now: () => number}} clock */
    constructor(clock) {
        Object.assign(this, { clock, events: [] });
    }

    /**
     * @param {object|null} before the board's line as it was
     * @param {object|null} line as it is
     * @param {number} after the newest message then: where the event stands in the log
     */
    compare(before, line, after) {
        if (!before || !line) {
            return;
        }
        if (before.here !== line.here && line.here !== null && before.here !== null) {
            this.#add(line.here ? 'came-back' : 'left-shop', after);
        }
        if (before.operator !== line.operator && line.operatorName && line.status === 'ongoing' && before.status === 'ongoing') {
            this.#add('owner-changed', after, { operator: line.operator, name: line.operatorName });
        }
        const [was, is] = [before.assistants ?? [], line.assistants ?? []];

        is.filter((id) => !was.includes(id)).forEach((operator) => this.#add('looked-in', after, { operator }));
        was.filter((id) => !is.includes(id)).forEach((operator) => this.#add('looked-out', after, { operator }));
    }

    #add(kind, after, more = {}) {
        this.events.push({ kind, after, at: this.clock.now(), key: `event-${this.events.length}`, ...more });
    }
}
