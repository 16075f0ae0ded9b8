/**
 * A day's name as the operator reads dates: today and yesterday by name, others by date, in the operator's own time zone
 * and language.
 *
 * @param {string} language
 * @param {() => number} [now]
 * @returns {{key: (ms: number) => string, name: (ms: number) => string}}
 */
export function daysFor(language, now = () => Date.now()) {
    const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
    const dateAndYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
    const key = (ms) => new Date(ms).toDateString();

    return {
        key,
        name(ms) {
            const today = new Date(now());
            const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1).getTime();
            const back = [today.getTime(), yesterday].findIndex((day) => key(day) === key(ms));
            const sameYear = new Date(ms).getFullYear() === today.getFullYear();

            return back >= 0 ? capital(near.format(-back, 'day'), language) : (sameYear ? date : dateAndYear).format(ms);
        },
    };
}

function capital(text, language) {
    const [first = '', ...others] = text;

    return first.toLocaleUpperCase(language) + others.join('');
}
