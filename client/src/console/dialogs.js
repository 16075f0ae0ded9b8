import { el, say } from '../shared/dom.js';

let count = 0;

/**
 * A modal question. The focus stays inside and goes back where it was; Escape is the answer null.
 *
 * @param {ParentNode} root where the dialog is put
 * @param {{
 *   title: string, text?: string, fields?: Node[], wide?: boolean,
 *   choices: {name: string, kind?: string, first?: boolean, answer: () => any}[],
 *   submit?: (answer: any) => Promise<string>
 * }} about
 *   submit: does the work while the dialog stays; answered with "" or with why it was refused.
 * @returns {Promise<any>} the choice's answer, null if cancelled
 */
export function ask(root, { title, text = '', fields = [], wide = false, choices, submit = async () => '' }) {
    const id = `onlinechat-dialog-${++count}`;
    const refusal = el('p', { class: 'refusal', role: 'alert', hidden: true });
    const dialog = el('dialog', { class: wide ? 'wide' : '', 'aria-labelledby': id, 'aria-describedby': text ? `${id}-text` : null });
    let answer = null;

    const refuse = (why) => {
        refusal.hidden = false;
        say(refusal, why);
    };
    const choose = async (choice) => {
        let chosen;

        try {
            chosen = choice.answer();
        } catch (problem) {
            // a field against its rule
            refuse(problem.message);
            return;
        }
        const buttons = dialog.querySelectorAll('button');

        buttons.forEach((button) => (button.disabled = true));
        const refused = chosen === null ? '' : await submit(chosen);
        buttons.forEach((button) => (button.disabled = false));
        if (refused) {
            refuse(refused);
            return;
        }
        answer = chosen;
        dialog.close();
    };

    dialog.append(
        el('h2', { id }, title),
        text ? el('p', { id: `${id}-text` }, text) : '',
        ...fields,
        refusal,
        el('div', { class: 'choices' }, ...choices.map((choice) => el('button', {
            type: 'button',
            class: `button ${choice.kind ?? ''}`,
            autofocus: Boolean(choice.first),
            onclick: () => choose(choice),
        }, choice.name))),
    );
    root.append(dialog);
    dialog.showModal();

    return new Promise((resolve) => {
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(answer);
        });
    });
}

/** A field with its label above it. */
export function field(label, input, hint = '') {
    input.id ||= `onlinechat-field-${++count}`;
    const below = hint ? el('p', { class: 'hint', id: `${input.id}-hint` }, hint) : null;

    if (below) {
        input.setAttribute('aria-describedby', below.id);
    }

    return [el('label', { for: input.id }, label), input, ...below ? [below] : []];
}

/** A dialog that only tells something. */
export function tell(root, t, about) {
    return ask(root, { ...about, choices: [{ name: t('close'), first: true, answer: () => null }] });
}

/** @returns {Promise<boolean>} G14: ending asks for confirmation */
export async function askToEnd(root, t, name, submit) {
    return await ask(root, {
        title: t('end-title'),
        text: t('end-text', { name }),
        submit,
        choices: [
            { name: t('cancel'), first: true, answer: () => null },
            { name: t('end-confirm'), kind: 'grave', answer: () => true },
        ],
    }) === true;
}

/**
 * A colleague who is online, with a note that only operators see.
 *
 * @param {'transfer'|'invite'} what
 * @returns {Promise<{operator: number, note: string}|null>}
 */
export function askForColleague(root, t, what, name, colleagues, submit) {
    // who looks in takes no place
    const full = ({ load, capacity }) => what === 'transfer' && load >= capacity;
    const options = colleagues.map((one) => el(
        'option',
        { value: String(one.id), disabled: full(one) },
        t(full(one) ? 'colleague-full' : 'colleague-option', { name: one.name, load: one.load, capacity: one.capacity }),
    ));
    const select = el('select', {}, ...options);
    const note = el('textarea', { rows: 3, maxLength: 4000, dir: 'auto' });
    const nobody = colleagues.every(full);

    select.value = String(colleagues.find((one) => !full(one))?.id ?? '');

    return ask(root, {
        title: t(`${what}-title`, { name }),
        text: nobody ? t(colleagues.length ? 'all-full' : 'nobody-else') : what === 'invite' ? t('invite-text') : '',
        submit,
        fields: nobody ? colleagues.length ? [el('ul', {}, ...options.map(({ textContent }) => el('li', {}, textContent)))] : [] : [...field(t('transfer-to'), select), ...field(t('transfer-note'), note)],
        choices: [
            { name: t(nobody ? 'close' : 'cancel'), answer: () => null },
            ...nobody ? [] : [{
                name: t(`${what}-confirm`),
                kind: 'main',
                answer: () => ({ operator: Number(select.value), note: note.value.trim() }),
            }],
        ],
    });
}

/** @returns {Promise<'end'|'hand_over'|null>} what becomes of open conversations at sign-off (G18) */
export function askForSignOff(root, t, open, submit) {
    return ask(root, {
        title: t('sign-off-title'),
        text: `${t(open === 1 ? 'sign-off-one' : 'sign-off-other', { n: open })} ${t('sign-off-detail')}`,
        submit,
        choices: [
            { name: t('stay-online'), first: true, answer: () => null },
            { name: t('sign-off-hand-over'), answer: () => 'hand_over' },
            { name: t('sign-off-end'), kind: 'grave', answer: () => 'end' },
        ],
    });
}
