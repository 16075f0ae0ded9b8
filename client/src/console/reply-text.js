const MOST = 20;

/** @returns {{text: string, from: number, to: number}|null} the shortcut being typed right before the caret, with its stroke */
export function tokenBefore(value, caret) {
    const found = /(?:^|\s)(\/[\p{L}\p{M}\p{N}_-]*)$/u.exec(value.slice(0, caret));

    return found && { text: found[1], from: caret - found[1].length, to: caret };
}

const base = (language) => (language ?? '').toLowerCase().split('-')[0];
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The replies for what was typed: those in the first of the languages that has any, else all; shortcuts that begin
 * so come before those that only contain it.
 *
 * @param {{shortcut: string, text: string, language: string}[]} replies
 * @param {string} typed without the stroke
 * @param {(string|undefined)[]} languages the customer's, then the operator's
 */
export function matching(replies, typed, languages) {
    const spoken = languages.map(base).find((language) => replies.some((one) => base(one.language) === language));
    const wanted = plain(typed);
    const rank = ({ shortcut, language }) => Number(!plain(shortcut).startsWith(wanted)) + (base(language) === spoken ? 0 : 2);

    return replies
        .filter(({ shortcut, language }) => plain(shortcut).includes(wanted) && (!spoken || base(language) === spoken || wanted.length > 1))
        .sort((a, b) => rank(a) - rank(b) || a.shortcut.localeCompare(b.shortcut))
        .slice(0, MOST);
}

/**
 * Fills placeholders in. A customer without a first name is left out with the comma before; any other that is not
 * known stays as it is, for the operator to see.
 *
 * @param {string} text
 * @param {Record<string, string|undefined>} values
 */
export function fillReply(text, values) {
    const named = values.customer_firstname ? text : text.replace(/,?[ \u00A0]*\{customer_firstname\}/g, '');

    return named.replace(/\{(\w+)\}/g, (whole, name) => values[name] || whole).trimStart();
}
