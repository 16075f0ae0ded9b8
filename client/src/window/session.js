import { Api, ApiProblem, personOf } from '../shared/api.js';
import { Channel } from '../shared/channel.js';
import { backoff } from '../shared/clock.js';
import { newKey } from '../shared/key.js';
import { Leader } from '../shared/leader.js';
import { Outbox } from '../shared/outbox.js';
import { Transcript } from '../shared/transcript.js';
import { cookie } from '../shared/cookie.js';
import { tellPage } from './page.js';
import { Reading } from './reading.js';
import { sendItem } from './send.js';
import { ShopPages } from './shop.js';
import { Writing } from './writing.js';

/**
 * A visitor's chat without its looks: what is known, what is on its way, and every request. The view reads
 * its fields and is called through `onchange`.
 *
 * Nothing but the public status is asked, and nothing stored, before the visitor opens the chat.
 */
export class Session {
    /** @param {import('../widget/launcher.js').Launcher} launcher */
    constructor({ config, names, store, memory, door }, onchange) {
        Object.assign(this, {
            config, onchange, store, memory, door, stream: newKey().slice(0, 20), joined: false, ready: false, unreachable: false,
            conversation: 0, transcript: null, quiet: true, refused: '', refusedUntil: 0, agreed: false, visited: false,
            joinFailures: 0, joinTimer: null,
        });
        this.api = new Api({
            door, ticketUrl: config.ticket, store,
            mark: () => cookie(config.cookie ?? 'onlinechat'),
        });
        this.shop = new ShopPages(config, this.api, store);
        this.api.onticket = (ticket, former) => this.#person(ticket, former);
        this.channel = new Channel(names('channel'), (message) => this.#hear(message));
        this.outbox = new Outbox({
            store, send: (item) => sendItem(this, item), onchange: () => this.#outboxChanged(),
        });
        this.reading = new Reading(this);
        this.leader = new Leader({
            name: names('leader'), onlead: () => this.#pace(), onfollow: () => this.#pace(),
        });
        this.writing = new Writing(this);
        window.addEventListener('online', () => this.outbox.hurry());
        window.addEventListener('pagehide', () => this.#gone());
    }

    /** True if an earlier page left something to go on with. */
    get left() {
        return Boolean(this.store.get('conversation')) || this.outbox.items.length > 0;
    }

    /** True if what is written now goes into the conversation there is. */
    get current() {
        return Boolean(this.transcript) && this.transcript.status !== 'archived';
    }

    get waiting() {
        return this.current && this.transcript.status === 'waiting';
    }

    get endable() {
        return this.current && ['waiting', 'ongoing'].includes(this.transcript.status);
    }

    /** Messages of the operator the visitor has not seen, in any tab. */
    get unread() {
        const seen = this.#seen();

        return (this.transcript?.messages ?? []).filter((one) => one.author !== 'visitor' && one.number > seen).length;
    }

    /** Takes part under a ticket: when the visitor opens the chat, or an earlier page left a conversation. */
    async join() {
        if (this.joined) {
            return;
        }
        this.joined = true;
        this.changed();
        try {
            const kept = this.store.get('conversation');

            this.adopt(kept ?? (await this.api.call('current')).conversation);
            this.ready = true;
            this.unreachable = false;
            this.joinFailures = 0;
            this.leader.start();
            tellPage(this);
        } catch (problem) {
            this.joined = false;
            this.unreachable = true;
            this.joinFailures++;
            this.joinTimer = setTimeout(() => this.join(), backoff(this.joinFailures, { least: problem.retryAfter ?? 0 }));
        }
        this.changed();
    }

    /** What was already there when the page was loaded is on the screen: from now on messages are news. */
    shown() {
        if (this.transcript?.newest > 0 && !this.transcript.missing) {
            this.quiet = false;
        }
    }

    /** Puts a message on its way. */
    send(text) {
        this.refused = '';
        this.outbox.add(text, { after: this.transcript?.newest ?? 0, conversation: this.conversation, consent: this.agreed });
        this.writing.sent();
        this.leader.take();
        this.channel.post({ type: 'outbox' });
        if (this.joinFailures) {
            clearTimeout(this.joinTimer);
        }
        this.join();
    }

    /**
     * @param {string} reason an outcome that is no place, "blocked", or "consent" where the shop asks for one
     * @param {number} [until] ms, with "blocked"
     */
    refuse(reason, until = 0) {
        this.refused = reason;
        this.refusedUntil = until;
        this.onrefused?.();
        this.changed();
    }

    retry(key) {
        this.refused = '';
        this.leader.take();
        this.outbox.retry(key, { consent: this.agreed });
    }

    /**
     * Leaves a message of the contact form; who waits does not wait any longer then.
     *
     * @throws {ApiProblem|NetworkProblem}
     */
    async leaveMessage(body) {
        const conversation = this.waiting ? this.conversation : undefined;

        await this.api.call('message', {
            body: { ...body, conversation, language: this.config.language ?? '' }, ticket: this.ready,
        });
        this.refused = '';
        body.consent && this.shop.consented(`${body.fields.first_name ?? ''} ${body.fields.last_name ?? ''}`.trim());
        this.shop.deliver();
        // it has ended; unless somebody took it meanwhile
        this.reading.poller.now();
    }

    /** True for a customer who is signed in. */
    get customer() {
        return /^\d+\.c/.test(personOf(this.api.kept()?.ticket));
    }

    /** Ends the conversation. @returns {Promise<boolean>} whether it is ended */
    async end() {
        const key = newKey();

        for (let tries = 1; tries <= 3; tries++) {
            try {
                await this.api.call('end', { body: { key, conversation: this.conversation } });
                this.reading.poller.now();
                return true;
            } catch (problem) {
                if (problem instanceof ApiProblem && problem.definite) {
                    return false;
                }
                await new Promise((resolve) => setTimeout(resolve, backoff(tries)));
            }
        }

        return false;
    }

    /** The visitor has the messages before their eyes. */
    look() {
        const newest = Math.max(0, ...(this.transcript?.messages ?? [])
            .filter((one) => one.author !== 'visitor').map((one) => one.number));

        if (this.current && newest > this.#seen()) {
            this.store.set('seen', { conversation: this.conversation, number: newest });
            this.channel.post({ type: 'seen' });
            // a lost mark is made good by the next one or by the next post
            this.api.call('seen', { body: { conversation: this.conversation, number: newest } }).catch(() => {});
            this.changed();
        }
    }

    /** The conversation the visitor is in, null or 0 for none. */
    adopt(conversation) {
        if (conversation && conversation !== this.conversation) {
            this.transcript = new Transcript(conversation);
            this.quiet = true;
            this.store.set('conversation', conversation);
        } else if (!conversation) {
            this.transcript = null;
            this.store.remove('conversation');
        }
        this.conversation = conversation || 0;
        this.#pace();
    }

    /** An acknowledged message; from the tab that sent it, or told by it. */
    acknowledge({ conversation, placement, ...message }) {
        this.adopt(conversation);
        this.transcript.acknowledge(message);
        this.transcript.place(placement);
        if (this.leader.leading) {
            this.channel.post({ type: 'sent', message: { conversation, placement, ...message } });
            this.reading.soon();
        }
        this.changed();
    }

    changed() {
        this.onchange();
    }

    #seen() {
        const seen = this.store.get('seen');

        return seen?.conversation === this.conversation ? seen.number : 0;
    }

    /** Leads or follows, has a conversation or not: what runs follows from that. */
    #pace() {
        const { leading } = this.leader;

        leading && this.current ? this.reading.start() : this.reading.stop();
        leading ? this.outbox.start() : this.outbox.stop();
    }

    #hear({ type, update, event, message, settings }) {
        if (!this.ready) {
            return;
        }
        if (type === 'update') {
            this.reading.take(update);
        } else if (type === 'event') {
            this.reading.hear(event);
        } else if (type === 'sent') {
            this.outbox.reload();
            this.acknowledge(message);
        } else if (type === 'outbox') {
            this.outbox.reload();
        } else if (type === 'settings') {
            this.onsettings?.(settings);
        } else if (type === 'reset') {
            this.drop();
        } else {
            this.changed();
        }
    }

    #outboxChanged() {
        // the constructor's own reading comes before there is anybody to tell
        if (this.leader?.leading) {
            this.channel.post({ type: 'outbox' });
        }
        this.outbox && this.changed();
    }

    /** Another ticket: if it names somebody else, nothing of the one before may stay on the screen. */
    #person(ticket, former) {
        const signedIn = /^\d+\.g/.test(personOf(former)) && /^\d+\.c/.test(personOf(ticket));

        if (!former || personOf(ticket) === personOf(former)) {
            return;
        }
        if (signedIn) {
            // still the one who wrote these texts; the shop made the guest's conversation the customer's
            this.reading.stream.restart();
            this.#adopted();
            return;
        }
        this.outbox.clear();
        this.store.remove('draft');
        this.onforget?.();
        this.channel.post({ type: 'reset' });
        this.drop();
    }

    /** Goes on with the conversation if it is the customer's now; else nothing of it stays. */
    async #adopted() {
        const answer = await this.api.call('current').catch(() => null);

        if (answer && answer.conversation !== (this.conversation || null)) {
            this.channel.post({ type: 'reset' });
            await this.drop();
        }
    }

    /** Nothing of the conversation so far is this person's; which one is, the entry knows. */
    async drop() {
        this.adopt(0);
        this.outbox.reload();
        if (this.ready) {
            this.changed();
            const answer = await this.api.call('current').catch(() => null);

            answer?.conversation && this.adopt(answer.conversation);
            this.changed();
        }
    }

    #gone() {
        if (this.reading.poller.running) {
            this.api.beacon('gone', { stream: this.stream, conversation: this.conversation });
        }
    }
}
