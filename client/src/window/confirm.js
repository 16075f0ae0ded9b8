import { el, say } from '../shared/dom.js';

/** Asks before the conversation is ended: a modal dialog, the browser keeps the focus inside. */
export class Confirm {
    /**
     * @param {(word: string) => string} words
     * @param {() => Promise<boolean>} act
     */
    constructor(words, act) {
        this.problem = el('p.problem', { role: 'alert' });
        this.yes = el('button.yes', { onclick: () => this.#act(act, words('end_failed')) }, words('end_yes'));
        this.element = el(
            'dialog',
            { 'aria-labelledby': 'question', 'aria-describedby': 'detail', onkeydown: (event) => event.stopPropagation() },
            el('h2', { id: 'question' }, words('end_question')),
            el('p', { id: 'detail' }, words('end_detail')),
            this.problem,
            el('div.choices',
                {  },
                el('button.no', { onclick: () => this.element.close() }, words('end_no')),
                this.yes,
            ),
        );
    }

    ask() {
        say(this.problem, '');
        this.element.showModal();
    }

    async #act(act, problem) {
        this.yes.disabled = true;
        const done = await act();
        this.yes.disabled = false;
        if (done) {
            this.element.close();
        } else {
            say(this.problem, problem);
        }
    }
}
