import { ApiProblem } from '../shared/api.js';
import { realClock } from '../shared/clock.js';
import { Poller } from '../shared/poller.js';
import { PACE, SPREAD, Stream } from '../shared/stream.js';

/** "Is typing" is said again every 4 s while it is true (ms). */
const TYPING = 6000;
/** A tab that follows lets the leader ask first (ms). */
const FOLLOWER_PATIENCE = 800;
/** What is not read within this is to be told as delivered (ms). */
const UNREAD = 1000;

/**
 * What comes in: the leader's stream and polls, the numbers that are missing, and what they say beside the messages. A
 * stream does not take the polls' place: it says when to ask, and while it is well they are few (I2).
 */
export class Reading {
    /** @param {import('./session.js').Session} session */
    constructor(session) {
        Object.assign(this, { session, typing: false, degraded: false, failures: 0, filling: false, version: 0, clock: realClock });
        this.poller = new Poller({
            poll: (about) => this.#poll(about),
            onproblem: (problem, failures) => this.#problem(problem, failures),
            onwell: () => {
                this.failures = 0;
                session.outbox.hurry();
                session.changed();
            },
        });
        this.stream = new Stream({
            gateway: session.config.gateway,
            memory: session.memory,
            ticket: (refused) => session.api.ticket(refused),
            query: () => this.#has(),
            onhello: (hello) => this.#greet(hello),
            onevent: (event) => this.#push(event),
            onchange: (well) => well || this.poller.within(Math.random() * SPREAD),
        });
    }

    start() {
        this.poller.start();
    }

    stop() {
        this.poller.stop();
        this.stream.stop();
    }

    /** Something is likely to happen: a stream would tell. */
    soon() {
        this.stream.well || this.poller.within(Math.max(1500, this.session.door.least));
    }

    /** Takes over an event, of this tab's stream or the leader's. */
    hear(event) {
        const { session: { transcript, conversation } } = this;

        if (event.event === 'typing') {
            event.conversation === conversation && event.author === 'operator' && this.#types(event.typing);
        } else if (event.event === 'settings') {
            this.#settings(event.version);
        } else if (event.event === 'degraded') {
            this.degraded = event.degraded;
        } else if (event.event === 'nudge' || transcript?.hear(event)) {
            this.#ask();
        }
        if (event.event === 'message' && event.conversation === conversation && event.author === 'operator') {
            this.#types(false);
            this.clock.setTimeout(() => this.session.unread && this.poller.now(), UNREAD);
        }
        this.session.changed();
    }

    /** Takes over an answer to a poll, this tab's or the leader's. */
    take(update) {
        const before = `${this.degraded} ${this.typing}`;

        this.degraded = update?.degraded ?? false;
        if (update?.changed) {
            // polls say when it ends, a stream that is well lets them wait too long for that
            this.stream.well ? this.#types(Boolean(update.typing)) : this.typing = Boolean(update.typing);
            this.#apply(update.messages);
            this.#settings(update.settings);
        }
        if (update?.changed || before !== `${this.degraded} ${this.typing}`) {
            this.session.changed();
        }
    }

    /** What a stream and a poll are asked with. */
    #has() {
        const { stream, transcript: { conversation, last, revision } } = this.session;

        return { conversation, after: last, revision, stream };
    }

    async #poll({ hidden, signal }) {
        const { api, channel } = this.session;
        const { data, delay, settings } = await api.exchange('poll', {
            query: { ...this.#has(), typing: this.typing, hidden },
            signal,
        });

        this.take(data);
        if (data) {
            channel.post({ type: 'update', update: data });
        } else if (this.#settings(settings)) {
            channel.post({ type: 'settings', settings });
        }

        // not before: what it begins with is compared with what there is
        this.poller.running && this.stream.start();

        return Math.max(data?.delay || delay, this.session.door.least, this.stream.well ? PACE : 0);
    }

    #greet({ behind, settings, degraded }) {
        const { session: { channel, transcript: { conversation, last, revision } } } = this;
        const there = behind.find((one) => one.conversation === conversation);

        this.#push({ event: 'degraded', degraded });
        // number 0: nobody there knows
        if (there && (there.number === 0 || there.number > last || there.revision > revision)) {
            this.poller.now();
        }
        this.#settings(settings) && channel.post({ type: 'settings', settings });
    }

    #push(event) {
        this.hear(event);
        this.session.channel.post({ type: 'event', event });
    }

    /** The leader polls; who follows hears the answer, or if it does not come, reads. */
    #ask() {
        if (this.session.leader.leading) {
            this.poller.now();
        } else {
            this.clock.setTimeout(() => this.#fill(), FOLLOWER_PATIENCE);
        }
    }

    /** Shown at once, and no longer than it is said. */
    #types(typing) {
        this.typing = typing;
        this.clock.clearTimeout(this.typed);
        this.typed = typing && this.clock.setTimeout(() => {
            this.typing = false;
            this.session.changed();
        }, TYPING);
    }

    /** @returns {boolean} whether it is another version of the shop's settings than the one before; 0 says nothing */
    #settings(version) {
        const news = version > 0 && version !== this.version;

        if (news) {
            this.version = version;
            this.session.onsettings?.(version);
        }

        return news;
    }

    #apply(range) {
        const { transcript, store } = this.session;

        if (range && transcript) {
            if (transcript.apply(range).missing) {
                this.#fill();
            }
            if (transcript.status === 'archived') {
                store.remove('conversation');
                this.stop();
            }
        }
    }

    async #fill() {
        const { session, session: { transcript } } = this;

        if (this.filling || !transcript) {
            return;
        }
        this.filling = true;
        try {
            while (transcript.missing && transcript === session.transcript) {
                const { conversation, last } = transcript;

                transcript.apply(await session.api.call('read', { query: { conversation, after: last, limit: 200 } }));
                if (transcript.last === last) {
                    break;
                }
            }
        } catch {
            // the next poll asks after the same number again
        }
        this.filling = false;
        session.changed();
    }

    async #problem(problem, failures) {
        this.failures = failures;
        if (problem instanceof ApiProblem && (problem.status === 403 || problem.status === 404)) {
            await this.session.drop();
        }
        this.session.changed();
    }
}
