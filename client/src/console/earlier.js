import { el, say } from '../shared/dom.js';

/** The earlier conversations of the same customer, one click away: read when unfolded, a part at a time. */
export function earlier({ room, t, formats }) {
    const state = el('p', { class: 'facts-state', role: 'status' });
    const list = el('div', {});
    const more = el('button', { type: 'button', class: 'text-tool', hidden: true }, t('earlier-more'));
    const element = el('details', { class: 'earlier' }, el('summary', {}, t('earlier')), state, list, more);
    const talks = new Talks(list, t, formats);
    let cursor = '';
    let reading = false;

    async function read() {
        say(state, t('reading'));
        reading = true;
        try {
            const { conversations, next } = await room.api.call('thread', { query: { thread: room.line.thread, cursor } });

            talks.add(conversations.filter(({ conversation }) => conversation !== room.id));
            cursor = next ?? '';
            more.hidden = next === null;
            say(state, talks.size || next !== null ? '' : t('earlier-none'));
        } catch (problem) {
            // a line comes into being with the first conversation that is archived
            say(state, problem.status === 404 ? t('earlier-none') : t('facts-failed', { detail: problem.message }));
        } finally {
            reading = false;
        }
    }

    element.addEventListener('toggle', () => {
        if (element.open && room.line && !reading) {
            talks.clear();
            cursor = '';
            read();
        }
    });
    more.addEventListener('click', async () => {
        const known = talks.size;

        if (reading) {
            return;
        }
        await read();
        // the last part takes the button away: who used it goes on at what it brought
        if (more.hidden) {
            talks.focus(known);
        }
    });

    return element;
}

/** One element a conversation; what goes on from the part before is put to the rest of it. */
class Talks {
    #list;
    #t;
    #formats;
    #shown = new Map();

    constructor(list, t, formats) {
        this.#list = list;
        this.#t = t;
        this.#formats = formats;
    }

    get size() {
        return this.#shown.size;
    }

    clear() {
        this.#shown.clear();
        this.#list.replaceChildren();
    }

    add(conversations) {
        for (const one of conversations) {
            const talk = this.#shown.get(one.conversation) ?? this.#begin(one);

            talk.lines.append(...one.messages.map((message) => this.#line(message)));
        }
    }

    /** The conversation at this place, or the last. */
    focus(at) {
        const talks = [...this.#shown.values()];

        (talks[at] ?? talks.at(-1))?.summary.focus();
    }

    #begin({ conversation, messages, last }) {
        const lines = el('ol', {});
        const summary = el(
            'summary',
            {},
            messages.length ? this.#formats.moment(messages[0].at) : '–',
            ' · ',
            this.#t(last === 1 ? 'messages-one' : 'messages-other', { n: last }),
        );

        this.#list.append(el('details', { class: 'talk' }, summary, lines));
        this.#shown.set(conversation, { lines, summary });

        return this.#shown.get(conversation);
    }

    #line({ author, name, text, at }) {
        return el(
            'li',
            { class: author },
            el('span', { class: 'by' }, el('bdi', {}, name || this.#t(`by-${author}`)), ' ', el('time', {}, this.#formats.time(at))),
            el('span', { class: 'text', dir: 'auto' }, text),
        );
    }
}
