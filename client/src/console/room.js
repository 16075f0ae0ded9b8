import { ApiProblem } from '../shared/api.js';
import { backoff, realClock } from '../shared/clock.js';
import { Outbox } from '../shared/outbox.js';
import { Transcript } from '../shared/transcript.js';
import { Happened } from './happened.js';

const FOLLOWER_PATIENCE = 800;
const TYPING_EVERY = 3000;
/** What the operator has not looked at within this is to be told as delivered (ms). */
const RECEIPT = 2000;

/** A conversation as this operator's tab knows it: its messages, and one's own on their way. */
export class Room {
    /**
     * @param {{
     *   id: number, api: import('../shared/api.js').Api, store: import('../shared/storage.js').Store,
     *   leading: () => boolean, onchange: (room: Room) => void, onread: (range: object) => void,
     *   onsent: (message: object) => void, clock?: typeof realClock
     * }} options onread, onsent: an answer, a message of one's own, that other tabs do not know yet
     */
    constructor({ id, api, store, leading, onchange, onread, onsent, clock = realClock }) {
        Object.assign(this, { id, api, leading, onchange, onread, onsent, clock });
        this.transcript = new Transcript(id, 'operator');
        this.line = null;
        this.happened = new Happened(clock);
        this.away = false;
        this.along = false;
        this.loaded = false;
        this.seenSent = 0;
        this.wanted = 0;
        this.reading = null;
        this.typedAt = 0;
        this.receipt = null;
        this.outbox = new Outbox({
            store,
            name: `outbox:${id}`,
            clock,
            send: (item) => this.#send(item),
            // its first reading comes before there is an outbox
            onchange: () => this.outbox && this.onchange(this),
        });
    }

    /**
     * @param {object|null|undefined} line of the board, or of the overview; none: it is over
     * @param {boolean} along is it a colleague's that is only read
     */
    follow(line, along = false) {
        const gone = !line && this.line && !this.away;

        this.along = along;

        this.happened.compare(this.line, line, this.transcript.last);
        this.line = line ?? (along && this.line ? { ...this.line, status: 'finished' } : this.line);
        this.away = !line;
        this.want(line?.last ?? (gone ? this.transcript.newest : 0), gone);
    }

    /** Takes over an answer that another tab got. */
    hear(range) {
        if (this.transcript.apply(range).changed) {
            this.loaded ||= !this.transcript.missing;
            this.onchange(this);
        }
    }

    /** Takes over an event; what is missing before it is read, and that it came is told, which polls do by reading. */
    push(event) {
        this.transcript.hear(event);
        if (this.transcript.missing) {
            this.want(this.transcript.newest);
        } else if (event.author === 'visitor' && event.event === 'message') {
            this.receipt ??= this.clock.setTimeout(() => {
                this.receipt = null;
                this.leading() && !this.along && this.unread > 0 && this.want(0, true);
            }, RECEIPT);
        }
        this.onchange(this);
    }

    /** A message of one's own that another tab sent. */
    acknowledge(message) {
        this.transcript.acknowledge(message);
        this.onchange(this);
    }

    /** Another tab changed the outbox. */
    reloadOutbox() {
        this.outbox.reload();
    }

    /**
     * Reads until the messages up to `number` are here. A tab that only follows gives the leader's answer
     * a moment to arrive first.
     *
     * @param {boolean} [anyway] even if nothing seems to be missing
     */
    want(number, anyway = false) {
        this.wanted = Math.max(this.wanted, number);
        if (!this.reading && (anyway || !this.loaded || this.#behind)) {
            this.reading = this.#read(anyway).finally(() => {
                this.reading = null;
            });
        }
    }

    /** This tab sends from now on. */
    startSending() {
        this.outbox.start();
    }

    say(text) {
        this.typedAt = 0;
        this.outbox.add(text, { after: this.transcript.newest });
    }

    /** "I am typing", at most one signal in 3 s; an emptied field says that it stopped. */
    typing(typing) {
        const now = this.clock.now();

        if (typing ? now - this.typedAt < TYPING_EVERY : this.typedAt === 0) {
            return;
        }
        this.typedAt = typing ? now : 0;
        this.api.call('typing', { body: { conversation: this.id, typing } }).catch(() => {
            // worth nothing a second later
        });
    }

    /** The operator looks at it. */
    look() {
        const number = this.transcript.last;

        if (!this.away && !this.along && this.unread > 0 && number > this.seenSent) {
            this.seenSent = number;
            this.api.call('seen', { body: { conversation: this.id, number } }).catch(() => {
                // goes along with the next message, or with the next look
                this.seenSent = 0;
            });
            this.onchange(this);
        }
    }

    /** @returns {number} messages of the visitor that the operator has not looked at */
    get unread() {
        const read = Math.max(this.line?.readByOperator ?? 0, this.seenSent);

        return this.along ? 0 : this.#visitorsAfter(read);
    }

    /** @returns {number} the newest message of the visitor that is here, 0 if there is none */
    get newestOfVisitor() {
        return this.transcript.messages.filter(({ author }) => author === 'visitor').at(-1)?.number ?? 0;
    }

    get pending() {
        return this.transcript.merge(this.outbox.items).pending;
    }

    get #behind() {
        return this.transcript.last < this.wanted || this.transcript.missing;
    }

    #visitorsAfter(number) {
        return this.transcript.messages.filter((one) => one.author === 'visitor' && one.number > number).length;
    }

    async #read(anyway) {
        if (!this.leading() && this.loaded) {
            await this.#pause(FOLLOWER_PATIENCE);
        }
        for (let failures = 0; anyway || !this.loaded || this.#behind;) {
            const { last } = this.transcript;

            try {
                const range = await this.api.call('read', { query: { conversation: this.id, after: last, limit: 100 } });

                anyway = false;
                failures = 0;
                this.transcript.apply(range);
                this.wanted = Math.min(this.wanted, range.last);
                this.loaded = true;
                this.onread(range);
                this.onchange(this);
                if (this.transcript.last === last) {
                    // nothing more to be had now; the board says when there is
                    return;
                }
            } catch (problem) {
                if (problem instanceof ApiProblem && problem.definite) {
                    return;
                }
                await this.#pause(backoff(++failures, { least: problem.retryAfter ?? 0 }));
            }
        }
    }

    #pause(ms) {
        return new Promise((resolve) => {
            this.clock.setTimeout(resolve, ms);
        });
    }

    async #send(item) {
        if (item.seen === undefined) {
            // a repetition has to have the very body of the first attempt
            this.outbox.note(item, { seen: this.transcript.last });
        }
        const { key, text, seen } = item;
        const posted = await this.api.call('post', { body: { key, conversation: this.id, text, seen } });

        if (!posted.accepted) {
            return { state: 'refused', reason: posted.outcome };
        }
        const message = { number: posted.number, text, at: posted.at, key };

        this.transcript.acknowledge(message);
        this.onsent(message);
        this.want(posted.number);

        return { state: 'sent' };
    }
}
