/**
 * One attempt to send an item of the outbox (see Outbox's `send`): as the first message of a conversation,
 * or into the one there is. What an item was first sent as, it stays: its key stands for that request.
 *
 * @param {import('./session.js').Session} session
 * @param {object} item
 */
export async function sendItem(session, item) {
    if (!item.action) {
        session.outbox.note(item, session.current
            ? { action: 'post', conversation: session.conversation, seen: session.transcript.last }
            : { action: 'start', held: session.writing.held });
    }

    try {
        return await (item.action === 'post' ? post(session, item) : start(session, item));
    } catch (problem) {
        if (['blocked', 'consent'].includes(problem.code)) {
            session.refuse(problem.code, problem.until);
        }
        throw problem;
    }
}

async function start(session, { key, text, first, held, consent }) {
    const placement = await session.api.call('start', {
        // a held place is behind the gate already, and a repetition must reach the door
        body: { key, text, first: first && !held, ...consent && { consent } },
    });
    const { outcome, conversation, number } = placement;

    session.writing.placed();
    if (['assigned', 'waiting', 'posted'].includes(outcome)) {
        consent && session.shop.consented();
        session.acknowledge({ conversation, number, text, key, at: Date.now(), placement });
        return { state: 'sent' };
    }
    session.refuse(outcome);

    return { state: 'refused', reason: outcome };
}

async function post(session, { key, text, conversation, seen }) {
    const posted = await session.api.call('post', { body: { key, conversation, text, seen } });
    const { accepted, outcome, number, at } = posted;

    if (accepted) {
        session.acknowledge({ conversation, number, text, key, at, placement: posted });
        return { state: 'sent' };
    }
    if (outcome === 'archived') {
        session.adopt(0);
        return { state: 'again' };
    }
    session.refuse(outcome);

    return { state: 'refused', reason: outcome };
}
