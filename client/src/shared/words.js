/**
 * The words of a language, with `{name}` places filled in.
 *
 * @param {Record<string, Record<string, string>>} catalogues by language, "en" is complete
 * @param {string} language such as "fr-ca"
 * @param {() => Record<string, Record<string, string>>|undefined} [edited] the shop's own words by language, asked each time
 * @returns {(word: string, values?: Record<string, string|number>) => string}
 */
export function wordsFor(catalogues, language, edited = () => undefined) {
    const base = (language || 'en').toLowerCase();
    const of = (texts) => texts?.[base] ?? texts?.[base.split('-')[0]];
    const words = { ...catalogues.en, ...of(catalogues) };

    return (word, values = {}) => (of(edited())?.[word] || words[word]).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
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
