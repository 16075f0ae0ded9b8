/**
 * Keys of the console. Single keys work only while the focus is in the console and not in a text (WCAG 2.1.4); those
 * with Alt also in a text.
 */
export const KEYS = [
    { keys: ['n'], does: 'next-unread', word: 'key-next-unread' },
    { keys: [']', 'Alt+ArrowDown'], does: 'next-window', word: 'key-next-window' },
    { keys: ['[', 'Alt+ArrowUp'], does: 'previous-window', word: 'key-previous-window' },
    { keys: ['r'], does: 'write', word: 'key-write' },
    { keys: ['e'], does: 'end', word: 'key-end' },
    { keys: ['t'], does: 'transfer', word: 'key-transfer' },
    { keys: ['m'], does: 'minimise', word: 'key-minimise' },
    { keys: ['h'], does: 'hide', word: 'key-hide' },
    { keys: ['s'], does: 'search', word: 'key-search' },
    { keys: ['l'], does: 'recap', word: 'key-recap' },
    { keys: ['Escape'], does: 'leave-text', word: 'key-leave-text' },
    { keys: ['?'], does: 'keys', word: 'key-keys' },
];

const isText = (element) => element?.matches?.('textarea, select, input:not([type=checkbox], [type=radio])') ?? false;

/** @returns {string} the key as it stands in KEYS, such as "Alt+ArrowDown" */
function named({ key, altKey }) {
    return altKey ? `Alt+${key}` : key;
}

/**
 * What a key asks for.
 *
 * @param {KeyboardEvent} event
 * @param {Element|null} focused within the console
 * @returns {string} what to do, "" for nothing
 */
export function askedBy(event, focused) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || focused?.closest?.('dialog')) {
        return '';
    }
    const name = named(event);
    const { does = '' } = KEYS.find(({ keys }) => keys.includes(name)) ?? {};
    const text = isText(focused);

    if (does === 'leave-text') {
        return text ? does : '';
    }

    return text && !event.altKey ? '' : does;
}
