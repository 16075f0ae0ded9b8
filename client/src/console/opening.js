/**
 * What the switch says outside the shop's opening hours, in the operator's own time zone and language: today the time
 * alone, else the day with it.
 *
 * @param {string} language
 * @param {Function} t
 * @param {() => number} [now]
 * @returns {(opens: number) => string} opens: ms since 1970, 0 if the shop is open or nobody knows; "" then
 */
export function openingFor(language, t, now = () => Date.now()) {
    const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });

    return (opens) => {
        if (!(opens > now())) {
            return '';
        }
        const today = new Date(opens).toDateString() === new Date(now()).toDateString();

        return t(today ? 'form-until' : 'form-until-day', { time: time.format(opens), day: day.format(opens) });
    };
}
