import { el } from '../shared/dom.js';
import { ask, field } from './dialogs.js';

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const MOST_LANGUAGES = 20;
const MOST_CAPACITY = 1000;

/**
 * How the operator goes online.
 *
 * @param {{id: number, name: string, profile: {name: string, capacity: number|null, languages: string[]}}[]} shops
 * @param {{message: boolean, conversation: boolean}} muted
 * @param {{allowed: {message: boolean, conversation: boolean}, submit: Function}} more
 */
export function askForProfile(root, t, shops, muted, { allowed, submit }) {
    const [{ profile }] = shops;
    const name = el('input', { type: 'text', maxLength: 80, value: profile.name, dir: 'auto', autocomplete: 'off' });
    const languages = el('input', { type: 'text', value: profile.languages.join(', '), autocomplete: 'off', spellcheck: false });
    const capacities = shops.map((shop) => el('input', { type: 'number', min: '1', max: String(MOST_CAPACITY), value: String(shop.profile.capacity ?? '') }));
    const sounds = ['message', 'conversation'].filter((kind) => allowed[kind]).map((kind) => [
        kind, el('input', { type: 'checkbox', checked: !muted[kind] }),
    ]);

    return ask(root, {
        title: t('profile'),
        submit,
        fields: [
            ...field(t('profile-name'), name, t('profile-name-hint')),
            ...capacities.flatMap((input, i) => field(
                shops.length > 1 ? t('profile-capacity-in', { shop: shops[i].name }) : t('profile-capacity'),
                input,
                t('profile-capacity-hint'),
            )),
            ...field(t('profile-languages'), languages, t('profile-languages-hint')),
            ...sounds.map(([kind, input]) => el('label', { class: 'check' }, input, t(`sound-${kind}`))),
        ],
        choices: [
            { name: t('cancel'), answer: () => null },
            {
                name: t('save'),
                kind: 'main',
                answer: () => ({
                    name: name.value.trim(),
                    capacities: capacities.map((input) => capacityOf(input.value, t)),
                    languages: languagesOf(languages.value, t),
                    muted: Object.fromEntries(sounds.map(([kind, input]) => [kind, !input.checked])),
                }),
            },
        ],
    });
}

/** @returns {number|null} null: the shop's @throws {Error} in words */
export function capacityOf(text, t) {
    const n = Number(text);

    if (text.trim() === '') {
        return null;
    }
    if (!Number.isInteger(n) || n < 1 || n > MOST_CAPACITY) {
        throw new Error(t('profile-capacity-wrong'));
    }

    return n;
}

/** @returns {string[]} ISO codes @throws {Error} in words, naming the code */
export function languagesOf(text, t) {
    const codes = [...new Set(text.toLowerCase().split(/[\s,;]+/).filter(Boolean))];
    const wrong = codes.find((code) => !LANGUAGE.test(code));

    if (wrong || codes.length > MOST_LANGUAGES) {
        throw new Error(wrong ? t('profile-languages-wrong', { code: wrong }) : t('profile-languages-many', { most: MOST_LANGUAGES }));
    }

    return codes;
}
