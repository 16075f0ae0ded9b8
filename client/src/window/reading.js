import { ApiProblem } from '../shared/api.js';
import { Poller } from '../shared/poller.js';

/** What comes in: the leader's polls, the numbers that are missing, and what the polls say beside the messages. */
export class Reading {
    /** @param {import('./session.js').Session} session */
    constructor(session) {
        Object.assign(this, { session, typing: false, degraded: false, failures: 0, filling: false, version: 0 });
        this.poller = new Poller({
            poll: (about) => this.#poll(about),
            onproblem: (problem, failures) => this.#problem(problem, failures),
            onwell: () => {
                this.failures = 0;
                session.outbox.hurry();
                session.changed();
            },
        });
    }

    /** Takes over an answer to a poll, this tab's or the leader's. */
    take(update) {
        const before = `${this.degraded} ${this.typing}`;

        this.degraded = update?.degraded ?? false;
        if (update?.changed) {
            this.typing = Boolean(update.typing);
            this.#apply(update.messages);
            this.#settings(update.settings);
        }
        if (update?.changed || before !== `${this.degraded} ${this.typing}`) {
            this.session.changed();
        }
    }

    async #poll({ hidden, signal }) {
        const { api, channel, stream, transcript: { conversation, last, revision } } = this.session;
        const { data, delay, settings } = await api.exchange('poll', {
            query: { conversation, after: last, revision, stream, typing: this.typing, hidden },
            signal,
        });

        this.take(data);
        if (data) {
            channel.post({ type: 'update', update: data });
        } else if (this.#settings(settings)) {
            channel.post({ type: 'settings', settings });
        }

        return Math.max(data?.delay || delay, this.session.door.least);
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
                this.poller.stop();
            }
        }
    }

    async #fill() {
        const { session, session: { transcript } } = this;

        if (this.filling) {
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
