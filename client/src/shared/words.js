/**
 * The words of a language, with `{name}` places filled in.
 *
 * @param {Record<string, Record<string, string>>} catalogues by language, "en" is complete
 * @param {string} language such as "fr-ca"
 * @returns {(word: string, values?: Record<string, string|number>) => string}
 */
export function wordsFor(catalogues, language) {
    const base = (language || 'en').toLowerCase();
    const words = { ...catalogues.en, ...(catalogues[base] ?? catalogues[base.split('-')[0]]) };

    return (word, values = {}) => words[word].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * A text of the shop's owner, which comes by language.
 *
 * @param {Record<string, string>|string|undefined} texts
 * @param {string} language
 * @returns {string} "" if there is none
 */
export function textIn(texts, language) {
    if (typeof texts === 'string') {
        return texts;
    }
    const base = (language || '').toLowerCase();

    return texts?.[base] || texts?.[base.split('-')[0]] || Object.values(texts ?? {}).find(Boolean) || '';
}
