/** How a visitor is called in the console (G12), and other short texts made of data. */

const TINTS = 5;

/** "#ID name" for customers, "Guest N" with the thread's number for guests. */
export function nameOf(line, t) {
    if (line.role === 'guest') {
        return t('guest', { n: line.thread });
    }

    return line.name
        ? t('customer', { n: line.customer, name: line.name })
        : t('customer-nameless', { n: line.customer });
}

/** @returns {string} the name to talk about somebody, without a number where there is a name */
export function shortNameOf(line, t) {
    return line.role === 'guest' || !line.name ? nameOf(line, t) : line.name;
}

export function initialsOf(line, t) {
    const parts = (line.role === 'guest' ? '' : line.name).trim().split(/\s+/).filter(Boolean);
    const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((part) => [...(part ?? '')][0] ?? '');

    return letters.join('').toLocaleUpperCase() || [...t('guest', { n: '' })][0];
}

export function tintOf(line) {
    return String(line.thread % TINTS);
}

export function unreadText(n, t) {
    return t(n === 1 ? 'unread-one' : 'unread-other', { n });
}

/** A length of time in its largest unit. */
export function lasting(ms, t) {
    const seconds = Math.max(0, Math.floor(ms / 1000));

    if (seconds < 60) {
        return t('seconds', { n: seconds });
    }
    return seconds < 3600
        ? t('minutes', { n: Math.floor(seconds / 60) })
        : t('hours', { n: Math.floor(seconds / 3600) });
}

/**
 * @param {string} language
 * @returns {(ms: number) => string} the time of day, with the date if it was not today
 */
export function clockFor(language) {
    const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

    return (ms) => (new Date(ms).toDateString() === new Date().toDateString() ? time : day).format(ms);
}
