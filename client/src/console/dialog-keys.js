import { el } from '../shared/dom.js';
import { tell } from './dialogs.js';
import { KEYS } from './shortcuts.js';

const SIGNS = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** All keys, as the console has them. */
export function showKeys(root, t) {
    const shown = (key) => key.split('+').map((part) => el('kbd', {}, SIGNS[part] ?? part));

    return tell(root, t, {
        title: t('keys'),
        text: t('keys-text'),
        fields: [el('dl', { class: 'keys' }, ...KEYS.flatMap(({ keys, word }) => [
            el('dt', {}, ...keys.flatMap((key, i) => [i ? ` ${t('or')} ` : null, ...shown(key)])),
            el('dd', {}, t(word)),
        ]))],
    });
}
