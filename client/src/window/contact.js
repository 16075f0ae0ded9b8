import { ApiProblem } from '../shared/api.js';
import { blank } from '../shared/blank.js';
import { el, say } from '../shared/dom.js';
import { newKey } from '../shared/key.js';
import { FIELDS, fault, fieldsOf, refusal } from './fields.js';
import { Terms } from './terms.js';

/** Sooner after it was opened the server takes a form for a program's (with a little to spare), ms. */
const FASTEST = 2200;

const PROBLEMS = { robot: 'form_fast', blocked: 'blocked', 'rate-limited': 'form_often', consent: 'consent_missing' };

/**
 * The contact form (G20): while nobody is here, and instead of waiting in the queue. What is typed is kept for
 * the browser's session, until it is sent.
 */
export class ContactForm {
    /**
     * @param {(word: string, values?: object) => string} words
     * @param {import('../shared/storage.js').Store} memory of the session
     * @param {{send: (body: object) => Promise<void>, changed: () => void, back: () => void}} actions
     */
    constructor(words, memory, actions) {
        Object.assign(this, { words, memory, actions, asked: '', rows: [], sent: false, busy: false, key: '', sentAs: '', started: 0, aside: false });
        this.values = memory.get('form') ?? {};
        this.intro = el('p.intro', { dir: 'auto' });
        this.opens = el('p.opens', { dir: 'auto' });
        this.fields = el('div.fields');
        this.terms = new Terms(words, 'form-consent', () => {});
        // people do not see it, programs fill it in
        this.trap = el('input', { name: 'url', tabIndex: -1, autocomplete: 'off' });
        this.problem = el('p.problem', { role: 'alert' });
        this.submit = el('button.primary', { type: 'submit' }, words('form_send'));
        this.back = el('button.secondary', { type: 'button', onclick: () => actions.back() });
        this.form = el('form',
            { noValidate: true, onsubmit: (event) => this.#submit(event) },
            this.intro, this.opens, this.fields, this.terms.element,
            el('div.hide', { 'aria-hidden': 'true' }, this.trap),
            this.problem,
            el('div.buttons', {}, this.submit, this.back),
        );
        this.thanks = el('div.thanks', { role: 'status', tabIndex: -1 });
        this.element = el('div.form', {}, this.form, this.thanks);
    }

    /** True if something is typed that is not sent. */
    get dirty() {
        return !this.aside && Object.values(this.values).some((value) => !blank(value));
    }

    /**
     * @param {{intro: string, opens: string, values: object, language: string, back: string}} what values: the public
     *   settings; back: the word of the way out, "" for none
     */
    render({ intro, opens, values, language, back }) {
        this.started ||= Date.now();
        say(this.intro, intro);
        say(this.opens, opens);
        this.#ask(fieldsOf(values.form));
        this.terms.render(values, language);
        this.form.hidden = this.sent;
        this.submit.disabled = this.busy;
        // what is typed now would not be sent, and be gone with what is
        this.rows.forEach(({ input }) => {
            input.readOnly = this.busy;
        });
        say(this.submit, this.words(this.busy ? 'sending' : 'form_send'));
        this.back.hidden = !back;
        say(this.back, back && this.words(back));
    }

    /** Puts the focus where one goes on. */
    focus() {
        (this.sent ? this.thanks : this.rows[0].input).focus({ preventScroll: true });
    }

    /** A text that was meant as a chat message. */
    suggest(text) {
        if (text && !this.values.message) {
            this.#set('message', text);
        }
    }

    /** Back to the chat: what is written stays, but no longer asks to be shown. */
    putAside() {
        this.aside = true;
    }

    /** Empty again, for the next message or another person. */
    reset() {
        Object.assign(this, { sent: false, values: {}, sentAs: '', started: 0 });
        this.memory.remove('form');
        this.rows.forEach((row) => {
            row.input.value = '';
            this.#say(row, '');
        });
        this.terms.reset();
        say(this.problem, '');
        this.thanks.replaceChildren();
    }

    /** The owner's fields; rebuilt only when they are others, so that nobody loses the place they write in. */
    #ask(fields) {
        const asked = JSON.stringify(fields);

        if (asked !== this.asked) {
            this.asked = asked;
            this.rows = fields.map((field) => this.#row(field));
            this.fields.replaceChildren(...this.rows.map(({ element }) => element));
        }
    }

    #row({ name, required }) {
        const { autocomplete, type, dir } = FIELDS[name];
        const id = `form-${name}`;
        const error = el('p.error', { id: `${id}-error` });
        const input = el(name === 'message' ? 'textarea' : 'input', {
            id, name, autocomplete, dir: dir ?? 'auto', required, 'aria-describedby': error.id, 'aria-invalid': 'false',
            ...name === 'message' ? { rows: 3 } : { type: type ?? 'text' },
            oninput: () => this.#set(name, input.value),
        });
        const row = { name, required, input, error };

        input.value = this.values[name] ?? '';
        row.element = el(`div.field.${name}`, {},
            el('label', { htmlFor: id }, this.words(name), !required && el('span.optional', {}, ` ${this.words('optional')}`)),
            input, error,
        );

        return row;
    }

    #set(name, value) {
        const row = this.rows.find((one) => one.name === name);

        this.values[name] = value;
        this.aside = false;
        this.memory.set('form', this.values);
        if (row) {
            row.input.value === value || (row.input.value = value);
            row.input.getAttribute('aria-invalid') === 'true' && this.#check(row);
        }
    }

    /** At the attempt to send, not before: what appears while the pointer is on its way to the button moves the button. */
    #check(row) {
        const value = blank(row.input.value) ? '' : row.input.value.trim();
        const word = fault(row.name, value, row.required);

        this.#say(row, word);

        return word === '';
    }

    #say({ name, input, error }, word) {
        input.setAttribute('aria-invalid', String(word !== ''));
        say(error, word && this.words(word, { field: this.words(name), max: FIELDS[name].most }));
    }

    async #submit(event) {
        event.preventDefault();
        const wrong = this.rows.filter((row) => !this.#check(row));

        say(this.problem, '');
        if (wrong.length) {
            wrong[0].input.focus();
        } else if (this.terms.check() && !this.busy) {
            await this.#send();
        }
    }

    async #send() {
        const values = this.rows.map(({ name, input }) => [name, input.value.trim()]);
        const fields = Object.fromEntries(values.filter(([, value]) => !blank(value)));
        const text = JSON.stringify(fields);

        // the same message has the same key, whatever became of the first try
        this.key = this.sentAs === text ? this.key : newKey();
        Object.assign(this, { sentAs: text, busy: true });
        this.actions.changed();
        try {
            // a browser that fills in everything at once must not make a robot of a person
            await new Promise((resolve) => setTimeout(resolve, this.started + FASTEST - Date.now()));
            await this.actions.send({
                key: this.key, fields, started: this.started, url: this.trap.value, ...this.terms.agreed && { consent: true },
            });
            this.reset();
            this.sent = true;
            this.thanks.replaceChildren(el('h3', {}, this.words('thanks')), el('p', {}, this.words('thanks_detail')));
            this.thanks.focus({ preventScroll: true });
        } catch (problem) {
            this.#refused(problem);
        }
        this.busy = false;
        this.actions.changed();
    }

    #refused(problem) {
        const { code = '', field = '' } = problem;
        const row = this.rows.find(({ name }) => field.split('.').pop() === name);

        if (problem instanceof ApiProblem && problem.definite && row) {
            this.#say(row, refusal(row.name, code));
            row.input.focus();
            return;
        }
        if (field === 'url') {
            this.trap.value = '';
        }
        say(this.problem, this.words(field === 'url' ? 'form_trap' : PROBLEMS[code] ?? 'form_failed'));
    }
}
