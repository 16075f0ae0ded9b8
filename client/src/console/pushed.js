import { realClock } from '../shared/clock.js';
import { SPREAD, Stream } from '../shared/stream.js';

/** "Is typing" is said again every 3 to 4 s while it is true (ms). */
const TYPING = 6000;
/** A busy board changes all the time: it is asked for at once, but no oftener than this (ms). */
const BOARD = 1000;

/**
 * What a shop's gateway pushes, as the desk and its rooms take it over. Messages, typing and read marks are shown as
 * they come; that the board is another one is only said, and it is asked for.
 */
export class Pushed {
    /**
     * @param {import('./desk.js').Desk} desk
     * @param {{gateway?: string, memory?: import('../shared/storage.js').Store|null, clock?: typeof realClock}} [options]
     *   gateway: address with a "/" at its end; none: everything is polled. Further ones go to Stream
     */
    constructor(desk, { clock = realClock, ...options } = {}) {
        Object.assign(this, { desk, clock, typed: new Map(), asked: -Infinity });
        this.stream = new Stream({
            ...options,
            clock,
            ticket: (refused) => desk.api.ticket(refused),
            query: () => this.#has(),
            onhello: (hello) => this.#greet(hello),
            onevent: (event) => {
                this.hear(event);
                desk.channel.post({ type: 'event', event });
            },
            onchange: (well) => well || desk.poller.within(Math.random() * SPREAD),
        });
    }

    /** Takes over an event, of this tab's stream or the leader's. */
    hear(event) {
        const { desk } = this;
        const hear = {
            message: () => this.#message(event),
            state: () => this.#state(event),
            seen: () => this.#seen(event),
            typing: () => event.author === 'visitor' && this.#types(event.conversation, event.typing),
            board: () => event.cursor !== desk.cursor && this.#ask(),
            nudge: () => desk.poller.now(),
            degraded: () => desk.setLink(event.degraded ? 'slow' : 'well'),
        }[event.event];

        if (hear) {
            hear();
            desk.onchange();
        }
    }

    /** Whose visitors type, as a poll says: while there are few polls it ends by itself. @param {number[]} ids */
    typingIs(ids) {
        this.typed.forEach((timer) => this.clock.clearTimeout(timer));
        this.typed.clear();
        this.desk.typing = ids;
        this.stream.well && ids.forEach((id) => this.#types(id, true));
    }

    #has() {
        const { cursor, stream, board, rooms } = this.desk;
        const lines = [...board?.ongoing ?? [], ...board?.assisting ?? []].slice(0, 200);

        return {
            cursor,
            stream,
            // a room that is not loaded yet is about to read all there is
            conversations: lines.map(({ id, last }) => `${id}:${rooms.get(id)?.loaded ? rooms.get(id).transcript.last : last}`).join(','),
        };
    }

    #greet({ behind, board, degraded }) {
        const { desk } = this;

        desk.setLink(degraded ? 'slow' : 'well');
        // number 0: nobody there knows
        behind.forEach(({ conversation, number }) => desk.rooms.get(conversation)?.want(number, number === 0));
        if (behind.length || board !== null && board !== desk.cursor) {
            desk.poller.now();
        }
        desk.onchange();
    }

    #message({ author, ...event }) {
        const { conversation, number, text, at } = event;
        const { desk } = this;
        const line = desk.line(conversation);

        desk.rooms.get(conversation)?.push({ author, ...event });
        if (author === 'visitor') {
            this.#types(conversation, false);
        }
        if (line && number > line.last) {
            desk.replace({ ...line, last: number, lastAt: at, excerpt: author === 'note' ? line.excerpt : text.slice(0, 200) });
        }
    }

    #state(event) {
        this.desk.rooms.get(event.conversation)?.push(event);
        this.#ask();
    }

    #seen(event) {
        const { desk } = this;
        const line = desk.line(event.conversation);
        const mark = event.author === 'visitor' ? 'readByVisitor' : 'readByOperator';

        desk.rooms.get(event.conversation)?.push(event);
        if (line && event.number > line[mark]) {
            desk.replace({ ...line, [mark]: event.number });
        }
    }

    /** Shown at once, and no longer than it is said. */
    #types(id, typing) {
        const { desk, typed, clock } = this;

        clock.clearTimeout(typed.get(id));
        typed.delete(id);
        desk.typing = [...desk.typing.filter((one) => one !== id), ...typing ? [id] : []];
        if (typing) {
            typed.set(id, clock.setTimeout(() => {
                this.#types(id, false);
                desk.onchange();
            }, TYPING));
        }
    }

    #ask() {
        const now = this.clock.now();
        const wait = this.asked + BOARD - now;

        // a clock that was set back must not put it off
        if (wait <= 0 || wait > BOARD) {
            this.asked = now;
            this.desk.poller.now();
        } else {
            this.desk.poller.within(wait);
        }
    }
}
