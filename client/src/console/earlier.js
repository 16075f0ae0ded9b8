import { el, say } from '../shared/dom.js';

/** The earlier conversations of the same customer, one click away: read when unfolded. */
export function earlier({ room, t, formats }) {
    const state = el('p', { class: 'facts-state', role: 'status' });
    const list = el('div', {});
    const element = el('details', { class: 'earlier' }, el('summary', {}, t('earlier')), state, list);

    element.addEventListener('toggle', async () => {
        if (!element.open || !room.line) {
            return;
        }
        say(state, t('reading'));
        try {
            const { conversations } = await room.api.call('thread', { query: { thread: room.line.thread } });
            const others = conversations.filter(({ conversation }) => conversation !== room.id);

            list.replaceChildren(...others.map((one) => talk(one, t, formats)));
            say(state, others.length ? '' : t('earlier-none'));
        } catch (problem) {
            // a line comes into being with the first conversation that is archived
            say(state, problem.status === 404 ? t('earlier-none') : t('facts-failed', { detail: problem.message }));
        }
    });

    return element;
}

function talk({ messages }, t, formats) {
    const first = messages[0];

    return el(
        'details',
        { class: 'talk' },
        el('summary', {}, first ? formats.moment(first.at) : '–', ' · ', t(messages.length === 1 ? 'messages-one' : 'messages-other', { n: messages.length })),
        el('ol', {}, ...messages.map(({ author, name, text, at }) => el(
            'li',
            { class: author },
            el('span', { class: 'by' }, el('bdi', {}, name || t(`by-${author}`)), ' ', el('time', {}, formats.time(at))),
            el('span', { class: 'text', dir: 'auto' }, text),
        ))),
    );
}
