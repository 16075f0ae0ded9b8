/** What an answer says about the conversation itself. */
const STATE = ['status', 'operator', 'operatorName', 'operatorAway', 'position', 'revision', 'readByOther', 'deliveredToOther', 'estimate', 'blockedUntil'];

/**
 * What a reader knows of one conversation: the messages, and up to which number it has them all.
 *
 * Answers (`Messages`) arrive in any order, twice, or with some missing between. Each says which range
 * it covers, so that whatever happened, the reader knows what to ask for next.
 */
export class Transcript {
    /**
     * @param {number} conversation
     * @param {'visitor'|'operator'} own which author is the reader
     */
    constructor(conversation, own = 'visitor') {
        Object.assign(this, {
            conversation, own, last: 0, newest: 0, revision: 0, status: '', operator: null, operatorName: null,
            operatorAway: false, position: 0, readByOther: 0, deliveredToOther: null, estimate: 0, blockedUntil: null,
            /** The newest revision an event told of; the answer with all that belongs to it may still be to come. */
            told: 0,
        });
        this.byNumber = new Map();
    }

    /**
     * Takes over an answer.
     *
     * @param {object|null} range `Messages` as JSON
     * @returns {{missing: boolean, changed: boolean}} missing: some numbers are not here yet, read after `last`;
     *   changed: anything is different now
     */
    apply(range) {
        const before = this.#print();

        if (range?.conversation === this.conversation) {
            range.messages.forEach((message) => this.byNumber.has(message.number) || this.byNumber.set(message.number, message));
            if (range.from <= this.last + 1) {
                this.last = Math.max(this.last, range.to);
            }
            this.newest = Math.max(this.newest, range.last, range.to);
            // an answer that was overtaken by a newer one brings messages, but no state
            if (range.revision >= this.revision) {
                this.place(range);
            }
        }

        return { missing: this.missing, changed: before !== this.#print() };
    }

    /**
     * Takes over a pushed event as far as it fits to what is here: a message only if it is the next.
     *
     * @param {object} event as the gateway sends it: message, state or seen; others are left alone
     * @returns {boolean} whether there is more to be had by asking: a number between, or what the event does not say
     */
    hear(event) {
        const hear = { message: () => this.#message(event), state: () => this.#state(event), seen: () => this.#seen(event) }[event.event];

        return event.conversation === this.conversation && hear ? hear() : false;
    }

    /**
     * A message of one's own that an answer to its request has acknowledged. `key` is kept with it, so that
     * a view can go on with the element it showed for the item.
     */
    acknowledge({ number, text, at, key }) {
        if (number > 0 && !this.byNumber.has(number)) {
            this.byNumber.set(number, { number, author: this.own, name: '', text, at, key });
            if (number === this.last + 1) {
                this.last = number;
            }
            this.newest = Math.max(this.newest, number);
        }
    }

    /** What an answer (also to a routing request or a post, which say less) tells of where the conversation stands. */
    place(answer) {
        STATE.filter((part) => answer[part] !== undefined).forEach((part) => {
            this[part] = answer[part];
        });
    }

    /** True if there are numbers below the newest that no answer has covered. */
    get missing() {
        return this.last < this.newest;
    }

    /** @returns {object[]} in order */
    get messages() {
        return [...this.byNumber.values()].sort((a, b) => a.number - b.number);
    }

    /**
     * The messages with one's own on their way (outbox items) behind them. An item whose message a poll
     * brought before its own request was answered is shown once.
     *
     * @param {object[]} items
     * @returns {{messages: object[], pending: object[]}}
     */
    merge(items) {
        const messages = this.messages;
        const own = messages.filter((message) => message.author === this.own);
        const taken = new Set();
        const arrived = (item) => {
            const match = item.state !== 'failed' && own.find((message) => message.number > (item.after ?? 0)
                && !taken.has(message.number) && message.text.trim() === item.text.trim());

            if (match) {
                taken.add(match.number);
                // pushed before its own request was answered: a view goes on with the item's element
                match.key ??= item.key;
            }

            return match;
        };

        return { messages, pending: items.filter((item) => !arrived(item)) };
    }

    #message({ number, author, name, text, at, revision }) {
        if (number === this.last + 1 && !this.byNumber.has(number)) {
            this.byNumber.set(number, { number, author, name, text, at });
        }
        while (this.byNumber.has(this.last + 1)) {
            this.last++;
        }
        this.newest = Math.max(this.newest, number);

        return this.missing || revision > Math.max(this.revision, this.told);
    }

    /** An event says less than an answer: no estimate, and not until when a visitor is blocked. */
    #state({ revision, status, operator, operatorName, operatorAway, position }) {
        if (revision <= Math.max(this.revision, this.told)) {
            return false;
        }
        const all = status === 'ongoing' && this.status === 'ongoing';

        this.told = revision;
        this.place({ status, operator, operatorName, operatorAway, position });
        if (all) {
            this.revision = revision;
        }

        return !all;
    }

    #seen({ author, number }) {
        if (author !== this.own) {
            this.readByOther = Math.max(this.readByOther, number);
        }

        return false;
    }

    #print() {
        return JSON.stringify([this.byNumber.size, this.newest, ...STATE.map((part) => this[part])]);
    }
}
