import { askedBy } from './shortcuts.js';

/** Does what keys ask for. The console alone hears them: the page's own keys stay the page's. */
export class Keys {
    /** @param {import('./element.js').ConsoleElement} console */
    constructor(console) {
        this.console = console;
        console.shadowRoot.addEventListener('keydown', (event) => this.#hear(event));
    }

    #hear(event) {
        const focused = this.console.shadowRoot.activeElement;
        const does = askedBy(event, focused);

        if (does) {
            event.preventDefault();
            event.stopPropagation();
            this.#do(does, this.#room(focused));
        }
    }

    /** The window with the focus, else the one used last. @returns {number} its conversation, 0 if there is none */
    #room(focused) {
        const inside = focused?.closest('.room')?.dataset.conversation;
        const [last] = [...this.console.windows.shown].sort((a, b) => b.used - a.used);

        return Number(inside ?? last?.id ?? 0);
    }

    #do(does, id) {
        const { console } = this;
        const view = console.views.get(id);

        switch (does) {
            case 'next-unread':
                this.#nextUnread(id);
                break;
            case 'next-window':
                this.#step(id, 1);
                break;
            case 'previous-window':
                this.#step(id, -1);
                break;
            case 'search':
                console.remember({ recapMinimised: false });
                console.recap.lists.toggleSearch(true);
                break;
            case 'recap':
                console.recap.title.focus();
                break;
            case 'keys':
                console.office.keysDialog();
                break;
            case 'leave-text':
                (view?.element.contains(console.shadowRoot.activeElement) ? view.title : console.recap.title).focus();
                break;
            default:
                if (view) {
                    this.#inRoom(does, id, view);
                }
        }
    }

    #inRoom(does, id, view) {
        const { console } = this;
        const { line, away, along } = view.room;
        const open = !away && !along && line?.status === 'ongoing';

        if (does === 'write') {
            view.focus();
        } else if (does === 'minimise') {
            console.minimise(id);
        } else if (does === 'hide') {
            console.hide(id);
        } else if (open && !view.desk.assists(id)) {
            console.actions[does](id);
        }
    }

    /** The next in Ongoing after this one that has something unread, round and round. */
    #nextUnread(id) {
        const lines = this.console.desks.list('ongoing');
        const at = lines.findIndex((line) => line.id === id);
        const next = [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find((line) => this.console.desks.unread(line) > 0);

        if (next) {
            this.console.open(next.id);
        }
    }

    #step(id, by) {
        const { shown } = this.console.windows;
        const at = shown.findIndex((one) => one.id === id);
        const { activeElement } = this.console.shadowRoot;
        const inside = activeElement?.closest('.room');

        if (shown.length) {
            // from the recap the way leads into the window used last, not past it
            const to = inside ? shown[(at + by + shown.length) % shown.length] : shown[Math.max(0, at)];

            this.console.views.get(to.id).focus();
        }
    }
}
