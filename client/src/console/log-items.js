/**
 * What a conversation's log shows, in order: messages by number (never by time, clocks may be wrong), what happened
 * between them, a separator where a day begins, and one's own messages on their way.
 *
 * @param {{messages: object[], pending: object[], events: {after: number, at: number, key: string}[]}} room
 * @param {(ms: number) => string} dayOf a name for the day of a time
 * @returns {{kind: 'day'|'event'|'message', key: string|number, item: object}[]}
 */
export function logItems({ messages, pending, events }, dayOf) {
    const items = [];
    let day = '';
    let next = 0;
    const happened = (until) => {
        for (; next < events.length && events[next].after < until; next++) {
            items.push({ kind: 'event', key: events[next].key, item: events[next] });
        }
    };

    for (const message of messages) {
        happened(message.number);
        if (dayOf(message.at) !== day) {
            day = dayOf(message.at);
            items.push({ kind: 'day', key: `day-${message.number}`, item: message });
        }
        // a message that was pending keeps the element it had then
        items.push({ kind: 'message', key: message.key ?? message.number, item: message });
    }
    happened(Infinity);

    return [...items, ...pending.map((item) => ({
        kind: 'message', key: item.key, item: { ...item, author: 'operator', pending: true },
    }))];
}
