import { Channel } from '../shared/channel.js';
import { newKey } from '../shared/key.js';
import { Leader } from '../shared/leader.js';
import { Poller } from '../shared/poller.js';
import { Room } from './room.js';
import { write } from './write.js';

/**
 * The operator's side of the talk with the entry, without any DOM: the board, the rooms, the state of the
 * link. One tab leads and polls; it tells the others what it hears.
 *
 * link: connecting | well | slow (Redis could not be asked) | lost | signed-out
 */
export class Desk {
    /**
     * @param {{
     *   api: import('../shared/api.js').Api, store: import('../shared/storage.js').Store,
     *   memory: import('./memory.js').Memory, onchange: () => void
     * }} options
     */
    constructor({ api, store, memory, onchange }) {
        Object.assign(this, { api, store, memory, onchange, board: null, cursor: 0, link: 'connecting' });
        this.stream = newKey();
        this.typing = [];
        this.rooms = new Map();
        this.channel = new Channel(store.names('tabs'), (message) => this.#told(message));
        this.poller = new Poller({
            poll: (about) => this.#poll(about),
            onproblem: (problem, failures) => this.#failed(problem, failures),
        });
        this.leader = new Leader({
            name: store.names('leader'),
            onlead: () => this.#lead(),
            onfollow: () => this.#follow(),
        });
    }

    start() {
        this.leader.start();
        this.channel.post({ type: 'hello' });
    }

    get online() {
        return this.board?.me.online ?? false;
    }

    /** @returns {object[]} the board's lines of all lists */
    get lines() {
        return this.board ? [...this.board.ongoing, ...this.board.waiting, ...this.board.finished] : [];
    }

    line(id) {
        return this.lines.find((one) => one.id === id) ?? null;
    }

    /** The room of a conversation, made when first asked for. */
    room(id) {
        let room = this.rooms.get(id);

        if (!room) {
            room = new Room({
                id,
                api: this.api,
                store: this.store,
                leading: () => this.leader.leading,
                onchange: () => this.onchange(),
                onread: (range) => this.channel.post({ type: 'range', range }),
                onsent: (message) => this.channel.post({ type: 'sent', id, message }),
            });
            this.rooms.set(id, room);
            if (this.board) {
                room.follow(this.line(id));
            }
            if (this.leader.leading) {
                room.startSending();
            }
        }

        return room;
    }

    unread(line) {
        return this.rooms.get(line.id)?.unread ?? 0;
    }

    get unreadTotal() {
        return this.board ? this.board.ongoing.reduce((sum, line) => sum + this.unread(line), 0) : 0;
    }

    /** A write that changes the board; the board is asked for at once. */
    async act(action, body) {
        const placement = await write(this.api, action, body);

        this.refresh();

        return placement;
    }

    refresh() {
        this.leader.leading ? this.poller.now() : this.channel.post({ type: 'refresh' });
    }

    /**
     * Another tab changed a conversation's outbox. It is the storage that tells, not the channel: a message
     * over the channel may be here before what it speaks of can be read.
     */
    reloadOutbox(id) {
        (this.leader.leading ? this.room(id) : this.rooms.get(id))?.reloadOutbox();
    }

    /** Another page load brought a ticket that may be good. */
    reviveAfterSignOut() {
        if (this.link === 'signed-out' && this.leader.leading) {
            this.#setLink('connecting');
            this.poller.start();
        }
    }

    async #poll({ hidden, signal }) {
        const query = { cursor: this.cursor, stream: this.stream, typing: this.typing.join(','), hidden };
        const { status, data, delay } = await this.api.exchange('watch', { query, signal });

        if (status === 204) {
            this.#setLink('well');
            return delay;
        }
        this.#hear(data);
        this.channel.post({ type: 'update', update: data });

        return data.delay;
    }

    #failed(problem, failures) {
        // 403: the back office makes no more tickets for this person
        if (problem.status === 401 || problem.status === 403) {
            this.poller.stop();
            this.#setLink('signed-out');
        } else if (failures > 1 || navigator.onLine === false || problem.status) {
            this.#setLink('lost');
        }
    }

    #hear(update) {
        this.link = update.degraded ? 'slow' : 'well';
        if (update.changed) {
            this.typing = update.typing ?? [];
        }
        if (update.board) {
            this.board = update.board;
            this.cursor = update.board.cursor;
            this.memory.prune(new Set(this.lines.map(({ id }) => id)));
            this.#stock();
            for (const room of this.rooms.values()) {
                room.follow(this.line(room.id));
            }
        }
        this.onchange();
    }

    /**
     * Rooms without a window: where messages left unsent by an earlier page have to be sent, and where only
     * the messages themselves can tell how many of them are the visitor's and unread.
     */
    #stock() {
        const left = new Set(this.store.under('outbox:').map((name) => Number.parseInt(name, 10)));

        for (const { id, last, readByOperator } of this.board.ongoing) {
            if (left.has(id) || last > readByOperator) {
                this.room(id);
            }
        }
    }

    #setLink(link) {
        if (link !== this.link) {
            this.link = link;
            this.channel.post({ type: 'link', link });
            this.onchange();
        }
    }

    #lead() {
        this.rooms.forEach((room) => room.startSending());
        this.poller.start();
    }

    #follow() {
        this.poller.stop();
        this.rooms.forEach((room) => room.outbox.stop());
        this.channel.post({ type: 'hello' });
    }

    #told(message) {
        switch (message.type) {
            case 'hello':
                if (this.leader.leading && this.board) {
                    const { board, typing, link } = this;
                    this.channel.post({ type: 'update', update: { changed: true, board, typing, degraded: link === 'slow' } });
                }
                break;
            case 'update':
                if (!this.leader.leading) {
                    this.#hear(message.update);
                }
                break;
            case 'link':
                if (!this.leader.leading) {
                    this.link = message.link;
                    this.onchange();
                }
                break;
            case 'refresh':
                if (this.leader.leading) {
                    this.poller.now();
                }
                break;
            case 'range':
                this.rooms.get(message.range.conversation)?.hear(message.range);
                break;
            case 'sent':
                this.rooms.get(message.id)?.acknowledge(message.message);
                break;
            default:
        }
    }
}
