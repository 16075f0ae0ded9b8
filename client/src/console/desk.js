import { Channel } from '../shared/channel.js';
import { newKey } from '../shared/key.js';
import { Poller } from '../shared/poller.js';
import { PACE } from '../shared/stream.js';
import { Pushed } from './pushed.js';
import { Room } from './room.js';
import { write } from './write.js';

/**
 * The operator's side of the talk with one shop's entry, without any DOM: the board, the rooms, the state of the
 * link. The leading tab polls; it tells the others what it hears.
 *
 * link: connecting | well | slow (Redis could not be asked) | lost | signed-out
 */
export class Desk {
    /**
     * @param {{
     *   shop: {id: number, name: string}, api: import('../shared/api.js').Api, store: import('../shared/storage.js').Store,
     *   leading: () => boolean, onchange: () => void, push?: object
     * }} options push: of Pushed
     */
    constructor({ shop, api, store, leading, onchange, push }) {
        Object.assign(this, { shop, api, store, leading, onchange, board: null, cursor: 0, link: 'connecting' });
        this.stream = newKey();
        this.typing = [];
        this.rooms = new Map();
        this.along = new Map();
        this.channel = new Channel(store.names('tabs'), (message) => this.#told(message));
        this.poller = new Poller({
            poll: (about) => this.#poll(about),
            onproblem: (problem, failures) => this.#failed(problem, failures),
        });
        this.pushed = new Pushed(this, push);
    }

    /** Asks the leading tab what it knows, and tells pages that are older than the last sign-in where tickets are now. */
    start() {
        this.channel.post({ type: 'hello' });
        this.channel.post({ type: 'door', url: this.api.ticketUrl });
    }

    /** This tab polls and sends from now on. */
    lead() {
        this.rooms.forEach((room) => room.startSending());
        this.poller.start();
    }

    /** Another tab does. */
    follow() {
        this.#stop();
        this.rooms.forEach((room) => room.outbox.stop());
        this.channel.post({ type: 'hello' });
    }

    get online() {
        return this.board?.me.online ?? false;
    }

    /** @returns {object[]} the board's lines of all lists */
    get lines() {
        return this.board ? [...this.board.ongoing, ...this.board.assisting, ...this.board.waiting, ...this.board.finished] : [];
    }

    /** Is the conversation a colleague's, who asked me to look in? */
    assists(id) {
        return this.board?.assisting.some((one) => one.id === id) ?? false;
    }

    /** The name of an operator who is online here, "" if unknown. */
    nameOf(operator) {
        const { me, colleagues = [] } = this.board ?? {};

        return [me, ...colleagues].find((one) => one?.id === operator)?.name ?? '';
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
                leading: this.leading,
                onchange: () => this.onchange(),
                onread: (range) => this.channel.post({ type: 'range', range }),
                onsent: (message) => this.channel.post({ type: 'sent', id, message }),
            });
            this.rooms.set(id, room);
            if (this.board) {
                this.#follow(room);
            }
            if (this.leading()) {
                room.startSending();
            }
        }

        return room;
    }

    /** A supervisor reads a colleague's. @param {object|null} line of the overview; null: not open any more */
    readAlong(id, line) {
        this.along.set(id, line);
        this.#follow(this.room(id));
        this.onchange();
    }

    unread(line) {
        return this.rooms.get(line.id)?.unread ?? 0;
    }

    /** The newest message of the visitor that is here, 0 if there is none. */
    newestOfVisitor(id) {
        return this.rooms.get(id)?.newestOfVisitor ?? 0;
    }

    /** A write that changes the board; the board is asked for at once. */
    async act(action, body) {
        const placement = await write(this.api, action, body);

        this.refresh();

        return placement;
    }

    refresh() {
        this.leading() ? this.poller.now() : this.channel.post({ type: 'refresh' });
    }

    /**
     * Another tab changed a conversation's outbox. It is the storage that tells, not the channel: a message
     * over the channel may be here before what it speaks of can be read.
     */
    reloadOutbox(id) {
        (this.leading() ? this.room(id) : this.rooms.get(id))?.reloadOutbox();
    }

    /** Another page load brought a ticket that may be good. */
    reviveAfterSignOut() {
        if (this.link === 'signed-out' && this.leading()) {
            this.setLink('connecting');
            this.poller.start();
        }
    }

    async #poll({ hidden, signal }) {
        const query = { cursor: this.cursor, stream: this.stream, typing: this.typing.join(','), hidden };
        const { status, data, delay } = await this.api.exchange('watch', { query, signal });

        if (status === 204) {
            this.setLink('well');
        } else {
            this.#hear(data);
            this.channel.post({ type: 'update', update: data });
        }
        // not before: what it begins with is compared with what there is
        this.poller.running && this.pushed.stream.start();

        return Math.max(data?.delay ?? delay, this.pushed.stream.well ? PACE : 0);
    }

    #stop() {
        this.poller.stop();
        this.pushed.stream.stop();
    }

    #failed(problem, failures) {
        // 403: the back office makes no more tickets for this person
        if (problem.status === 401 || problem.status === 403) {
            this.#stop();
            this.setLink('signed-out');
        } else if (failures > 1 || navigator.onLine === false || problem.status) {
            this.setLink('lost');
        }
    }

    #hear(update) {
        this.link = update.degraded ? 'slow' : 'well';
        if (update.changed) {
            this.pushed.typingIs(update.typing ?? []);
        }
        if (update.board) {
            this.cursor = update.board.cursor;
            this.#lay({ assisting: [], ...update.board });
        }
        this.onchange();
    }

    /** A line of the board is known to be another now. */
    replace(line) {
        const lists = ['ongoing', 'assisting', 'waiting', 'finished'];

        this.#lay({ ...this.board, ...Object.fromEntries(lists.map((name) => [
            name, this.board[name].map((one) => (one.id === line.id ? line : one)),
        ])) });
    }

    #lay(board) {
        this.board = board;
        this.#stock();
        for (const room of this.rooms.values()) {
            this.#follow(room);
        }
    }

    /**
     * Rooms without a window: where messages left unsent by an earlier page have to be sent, and where only
     * the messages themselves can tell how many of them are the visitor's and unread.
     */
    #stock() {
        const left = new Set(this.store.under('outbox:').map((name) => Number.parseInt(name, 10)));

        for (const { id, last, readByOperator } of [...this.board.ongoing, ...this.board.assisting]) {
            if (left.has(id) || last > readByOperator) {
                this.room(id);
            }
        }
    }

    #follow(room) {
        const line = this.line(room.id);

        if (line) {
            this.along.delete(room.id);
        }
        room.follow(line ?? this.along.get(room.id), !line && this.along.has(room.id));
    }

    /** @param {string} link also for the other tabs */
    setLink(link) {
        if (link !== this.link) {
            this.link = link;
            this.channel.post({ type: 'link', link });
            this.onchange();
        }
    }

    #told(message) {
        switch (message.type) {
            case 'hello':
                if (this.leading() && this.board) {
                    const { board, typing, link } = this;
                    this.channel.post({ type: 'update', update: { changed: true, board, typing, degraded: link === 'slow' } });
                }
                break;
            case 'update':
                if (!this.leading()) {
                    this.#hear(message.update);
                }
                break;
            case 'event':
                if (!this.leading()) {
                    this.pushed.hear(message.event);
                }
                break;
            case 'link':
                if (!this.leading()) {
                    this.link = message.link;
                    this.onchange();
                }
                break;
            case 'door':
                this.api.ticketUrl = message.url;
                this.reviveAfterSignOut();
                break;
            case 'refresh':
                if (this.leading()) {
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
