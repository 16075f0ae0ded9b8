import { el, say } from '../shared/dom.js';
import { ask, field, tell } from './dialogs.js';
import { nameOf } from './names.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
const LENGTHS = { 'for-hour': HOUR, 'for-day': DAY, 'for-week': 7 * DAY, 'for-month': 30 * DAY, 'for-year': 365 * DAY };

/**
 * Who is kept out, and for how long.
 *
 * @returns {Promise<{what: 'person'|'address', seconds: number, reason: string}|null>}
 */
export function askToBlock(root, t, name, submit) {
    const what = el('select', {}, ...['person', 'address'].map((one) => el('option', { value: one }, t(`block-${one}`))));
    const length = el('select', {}, ...Object.entries(LENGTHS).map(([word, n]) => el('option', { value: String(n) }, t(word))));
    const reason = el('input', { type: 'text', maxLength: 200, dir: 'auto', autocomplete: 'off' });

    length.value = String(DAY);

    return ask(root, {
        title: t('block-title', { name }),
        text: t('block-text'),
        submit,
        fields: [
            ...field(t('block-what'), what, t('block-what-hint')), ...field(t('block-length'), length), ...field(t('block-reason'), reason),
        ],
        choices: [
            { name: t('cancel'), first: true, answer: () => null },
            {
                name: t('block-confirm'),
                kind: 'grave',
                answer: () => ({ what: what.value, seconds: Number(length.value), reason: reason.value.trim() }),
            },
        ],
    });
}

/** As the conversation's window was headed (G12). */
function blockedName({ what, name, thread, customer, conversation }, t) {
    if (what === 'address' || !thread && customer === null) {
        return name || t('block-nameless', { n: conversation });
    }

    return nameOf({ role: customer === null ? 'guest' : 'customer', customer, name, thread }, t);
}

/**
 * Who is kept out now, each with a way back.
 *
 * @param {object[]} blocks
 * @param {{when: (ms: number) => string, unblock: (block: object) => Promise<string>}} does unblock: "" or why not
 */
export function showBlocks(root, t, blocks, { when, unblock }) {
    const refusal = el('p', { class: 'refusal', role: 'alert', hidden: true });
    const list = el('ul', { class: 'blocks' }, ...blocks.map((block) => {
        const row = el(
            'li',
            {},
            el(
                'div',
                {},
                el('strong', {}, el('bdi', {}, blockedName(block, t))),
                el('span', {}, [t(`blocked-${block.what}`), t('blocked-until', { when: when(block.until) }), block.by && t('blocked-by', { name: block.by })]
                    .filter(Boolean).join(' · ')),
                block.reason ? el('span', { dir: 'auto' }, block.reason) : null,
            ),
            el('button', {
                type: 'button',
                class: 'button thin',
                async onclick() {
                    const refused = await unblock(block);

                    refusal.hidden = !refused;
                    say(refusal, refused);
                    if (!refused) {
                        (row.nextElementSibling ?? row.previousElementSibling ?? row.closest('dialog').querySelector('.choices'))
                            .querySelector('button').focus();
                        row.remove();
                    }
                },
            }, t('unblock')),
        );

        return row;
    }));

    return tell(root, t, {
        title: t('blocks'), text: blocks.length ? '' : t('no-blocks'), fields: blocks.length ? [list, refusal] : [], wide: true,
    });
}
