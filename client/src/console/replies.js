import { el, say } from '../shared/dom.js';
import { fillReply, matching, tokenBefore } from './reply-text.js';
import { getJson, knowledgeOf } from './knowledge.js';
import { shortNameOf } from './names.js';

/** By address: one reading a page, however many windows there are. */
const read = new Map();

function repliesFrom(url) {
    if (!read.has(url)) {
        read.set(url, getJson(url).then(({ replies }) => replies).catch(() => {
            // asked for again with the next stroke
            read.delete(url);

            return [];
        }));
    }

    return read.get(url);
}

/**
 * Canned replies (issue 5.7): "/" and some letters offer them above the text field. A mount (mounts.js). The focus
 * stays in the field; the list is told by aria-activedescendant.
 */
export function replies(about) {
    if (!about.config.links.replies) {
        return null;
    }

    return { compose: new Replies(about).element };
}

class Replies {
    constructor(about) {
        Object.assign(this, about, { shown: [], at: 0, closedFor: '' });
        this.id = `replies-${this.room.id}`;
        this.element = el(
            'div',
            { class: 'replies' },
            this.list = el('ul', { role: 'listbox', id: this.id, 'aria-label': this.t('replies'), hidden: true }),
            this.told = el('span', { class: 'hush', role: 'status' }),
        );
        this.field.setAttribute('aria-autocomplete', 'list');
        this.field.setAttribute('aria-controls', this.id);
        this.field.addEventListener('input', () => this.#look());
        this.field.addEventListener('click', () => this.#look());
        this.field.addEventListener('blur', () => this.#close());
        this.field.addEventListener('keydown', (event) => this.#key(event), true);
    }

    get #token() {
        const { value, selectionStart, selectionEnd } = this.field;

        return selectionStart === selectionEnd ? tokenBefore(value, selectionStart) : null;
    }

    async #look() {
        const token = this.#token;

        if (!token || token.text === this.closedFor) {
            this.closedFor = token ? this.closedFor : '';
            this.#close();
            return;
        }
        this.closedFor = '';
        const { replies: url } = this.config.links;
        const all = await repliesFrom(`${url}${url.includes('?') ? '&' : '?'}id_shop=${this.shop.id}`);

        if (this.#token?.text === token.text) {
            this.#show(matching(all, token.text.slice(1), [this.room.line?.language, this.config.language]));
        }
    }

    #show(found) {
        const { line } = this.room;

        this.shown = found;
        this.at = 0;
        this.list.hidden = found.length === 0;
        this.list.replaceChildren(...found.map((reply, at) => el(
            'li',
            {
                role: 'option', id: `${this.id}-${at}`, 'aria-selected': 'false',
                // the field keeps the focus
                onpointerdown: (event) => event.preventDefault(),
                onclick: () => this.#choose(at),
            },
            el('span', { class: 'shortcut' }, `/${reply.shortcut}`),
            reply.language !== (line?.language ?? '') && el('span', { class: 'lang' }, reply.language),
            el('span', { class: 'text', dir: 'auto' }, reply.text),
        )));
        say(this.told, found.length ? this.t(found.length === 1 ? 'replies-one' : 'replies-other', { n: found.length }) : '');
        this.#mark(0);
    }

    #mark(at) {
        this.at = at;
        [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
        if (this.list.hidden) {
            this.field.removeAttribute('aria-activedescendant');
        } else {
            this.field.setAttribute('aria-activedescendant', `${this.id}-${at}`);
            this.list.children[at].scrollIntoView({ block: 'nearest' });
        }
    }

    #close() {
        if (!this.list.hidden) {
            this.#show([]);
        }
    }

    #key(event) {
        const n = this.shown.length;

        if (this.list.hidden || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
            return;
        }
        const act = {
            ArrowDown: () => this.#mark((this.at + 1) % n),
            ArrowUp: () => this.#mark((this.at + n - 1) % n),
            Enter: () => this.#choose(this.at),
            Escape: () => {
                this.closedFor = this.#token?.text ?? '';
                this.#close();
            },
        }[event.shiftKey ? '' : event.key];

        if (act) {
            event.preventDefault();
            event.stopImmediatePropagation();
            act();
        }
    }

    /** Puts the reply where the shortcut stands; what could not be filled in is selected, to be typed. */
    async #choose(at) {
        const { text } = this.shown[at];
        const token = this.#token;

        this.#close();
        if (!token) {
            return;
        }
        const knowledge = /\{(customer_firstname|product)\}/.test(text) ? await this.#known() : null;
        const filled = fillReply(text, this.#values(knowledge));
        const left = filled.search(/\{\w+\}/);

        this.write(filled, token);
        if (left >= 0) {
            const start = token.from + left;
            this.field.setSelectionRange(start, start + /\{\w+\}/.exec(filled)[0].length);
        }
    }

    #known() {
        return knowledgeOf(this).known().catch(() => null);
    }

    #values(knowledge) {
        const { line } = this.room;
        const named = line && line.role !== 'guest' && line.name;

        return {
            customer_firstname: knowledge?.customer?.firstname ?? (named ? shortNameOf(line, this.t).split(/\s+/)[0] : ''),
            operator: this.shop.config.name || line?.operatorName,
            shop: this.shop.name,
            product: knowledge?.product?.name ?? knowledge?.page?.title,
        };
    }
}
