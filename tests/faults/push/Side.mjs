import { randomBytes } from 'node:crypto';
import { Poller } from '../../../client/src/shared/poller.js';
import { addressOf, request } from '../../../client/src/shared/request.js';
import { PACE, SPREAD, Stream } from '../../../client/src/shared/stream.js';
import { Transcript } from '../../../client/src/shared/transcript.js';
import { fetchFrom } from './web.mjs';

const page = { hidden: false, addEventListener() {}, removeEventListener() {} };
/** Between one's own messages, ms: within the limits of a person. */
const EVERY = 700;
const AGAIN = 100;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * One side of a conversation, with the client's own stream, polls and transcript, wired as window/reading.js does. It
 * notes when a message of the other side is shown, and what of its own was acknowledged.
 */
export class Side {
    constructor({ url, role, conversation, ticket, address }) {
        Object.assign(this, { url, role, ticket, conversation, shown: [], acknowledged: [], pushed: 0, fetch: fetchFrom(address) });
        this.entry = `${url}/entry.php`;
        this.id = randomBytes(8).toString('hex');
        this.transcript = new Transcript(conversation, role);
        this.poller = new Poller({ poll: () => this.#poll(), page, view: page });
        this.stream = new Stream({
            gateway: `${url}/onlinechat/`,
            view: page,
            fetch: this.fetch,
            ticket: async () => this.ticket,
            query: () => this.#has(),
            onhello: ({ behind }) => {
                const there = behind.find((one) => one.conversation === conversation);

                there && (there.number > this.transcript.last || there.revision > this.transcript.revision) && this.poller.now();
            },
            onevent: (event) => {
                const before = this.transcript.last;

                this.transcript.hear(event) && this.poller.now();
                this.pushed += this.transcript.last - before;
                event.event === 'nudge' && this.poller.now();
                this.#show();
            },
            onchange: (well) => well || this.poller.within(Math.random() * SPREAD),
        });
    }

    start() {
        this.poller.start();
        this.writing = this.#write();
    }

    /** Writes no more; goes on reading. */
    async silence() {
        this.silent = true;
        await this.writing;
    }

    stop() {
        this.poller.stop();
        this.stream.stop();
    }

    #has() {
        const { transcript: { last, revision }, conversation, id } = this;

        return this.role === 'visitor'
            ? { conversation, after: last, revision, stream: id } : { cursor: 0, conversations: `${conversation}:${last}`, stream: id };
    }

    async #poll() {
        const visitor = this.role === 'visitor';
        const { data, delay } = await this.#ask(visitor ? 'poll' : 'read', {
            query: visitor ? this.#has() : { conversation: this.conversation, after: this.transcript.last, limit: 100 },
        });
        const { missing } = this.transcript.apply(visitor ? data?.messages : data);

        this.#show();
        this.stream.start();

        return missing ? AGAIN : Math.max(data?.delay || delay || 1500, this.stream.well ? PACE : 0);
    }

    #ask(action, { query = {}, body } = {}) {
        return request(addressOf(this.entry, action, query), {
            method: body ? 'POST' : 'GET', headers: { 'Onlinechat-Ticket': this.ticket }, body, fetch: this.fetch,
        });
    }

    #show() {
        for (const { number, author, text } of this.transcript.messages) {
            if (number > (this.shown.at(-1)?.number ?? 0) && number <= this.transcript.last) {
                this.shown.push({ number, author, text, at: Date.now() });
            }
        }
    }

    async #write() {
        for (let n = 1; !this.silent; n++) {
            const text = `${this.role} ${this.conversation} ${n}`;
            const began = Date.now();
            const number = await this.#insist({ key: randomBytes(16).toString('hex'), conversation: this.conversation, text });

            this.acknowledged.push({ number, text, began, at: Date.now() });
            // as the window does: an answer is likely, and whoever could write can read again
            this.stream.well || this.poller.within(1500);
            await wait(EVERY * (0.5 + Math.random()));
        }
    }

    /** The same key until there is an answer, as the outbox does. */
    async #insist(body) {
        for (;;) {
            try {
                return (await this.#ask('post', { body })).data.number;
            } catch (problem) {
                await wait(problem.retryAfter || AGAIN);
            }
        }
    }
}
