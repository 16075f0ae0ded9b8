/**
 * When the shop opens again, in the visitor's own time zone: today the time alone, else the day with it.
 *
 * @param {number} opens ms since 1970; 0: open, or unknown
 * @param {string} language
 * @param {(word: string, values: object) => string} words
 * @param {number} [now]
 * @returns {string} "" if there is nothing to say
 */
export function openingText(opens, language, words, now = Date.now()) {
    if (!(opens > now)) {
        return '';
    }
    const time = { hour: 'numeric', minute: '2-digit' };
    const today = new Date(opens).toDateString() === new Date(now).toDateString();
    const format = new Intl.DateTimeFormat(language, today ? time : { weekday: 'long', day: 'numeric', month: 'long', ...time });

    return words(today ? 'opens_at' : 'opens_on', { time: format.format(opens) });
}
