import { newKey } from '../shared/key.js';
import { Transcript } from '../shared/transcript.js';
import { wordsFor } from '../shared/words.js';
import en from '../words/preview.en.json';
import fr from '../words/preview.fr.json';

const MINUTE = 60000;

/** What window/session.js is to the window, with a few messages that nobody wrote. */
export class Sample {
    constructor(language, mode, { store }, onchange) {
        Object.assign(this, {
            store, onchange, left: false, conversation: 1, waiting: false, quiet: true, refused: '', joined: true, ready: true, unread: 0,
            unreachable: false, customer: false, transcript: mode === 'chat' ? conversation(wordsFor({ en, fr }, language)) : null,
            outbox: { items: [], discard() {} }, writing: { input() {} },
            reading: { typing: false, degraded: false, failures: 0 },
        });
    }

    get current() {
        return Boolean(this.transcript);
    }

    get endable() {
        return this.current;
    }

    /** What is tried out in the preview stands there as it would in the shop. */
    send(text) {
        const { transcript } = this;

        transcript?.acknowledge({ number: transcript.newest + 1, text, at: Date.now(), key: newKey() });
        this.onchange();
    }

    async leaveMessage() {}

    join() {}

    look() {}

    shown() {}

    retry() {}
}

function conversation(words) {
    const now = Date.now();
    const transcript = new Transcript(1);
    const messages = [['visitor', 'question'], ['operator', 'answer'], ['visitor', 'thanks']]
        .map(([author, word], i) => ({ number: i + 1, author, name: '', text: words(word), at: now - (3 - i) * MINUTE }));

    transcript.apply({ conversation: 1, from: 1, to: 3, last: 3, revision: 1, status: 'ongoing', readByOther: 3, messages });

    return transcript;
}
