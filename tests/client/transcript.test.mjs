import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Transcript } from '../../client/src/shared/transcript.js';

const message = (number, author = 'operator', text = `text ${number}`) => ({ number, author, name: 'Anna', text, at: 1000 + number });

function range(from, to, last = to, more = {}) {
    const messages = Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

    return {
        conversation: 7, from, to, last, status: 'ongoing', revision: 1, operator: 1, operatorName: 'Anna', operatorAway: false,
        position: 0, readByOther: 0, messages, ...more,
    };
}

const numbers = (transcript) => transcript.messages.map(({ number }) => number);

test('takes ranges one after the other', () => {
    const transcript = new Transcript(7);
    assert.equal(transcript.apply(range(1, 2)).missing, false);
    assert.equal(transcript.apply(range(3, 3)).changed, true);
    assert.deepEqual(numbers(transcript), [1, 2, 3]);
    assert.equal(transcript.last, 3);
    assert.equal(transcript.operatorName, 'Anna');
});

test('a range that starts too late is a gap, closed by reading what is between', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 2));
    assert.equal(transcript.apply(range(5, 6)).missing, true);
    assert.equal(transcript.last, 2);
    assert.equal(transcript.apply(range(3, 6)).missing, false);
    assert.deepEqual(numbers(transcript), [1, 2, 3, 4, 5, 6]);
    assert.equal(transcript.last, 6);
});

test('an answer that stops short asks for more', () => {
    const transcript = new Transcript(7);
    assert.equal(transcript.apply(range(1, 100, 150)).missing, true);
    assert.equal(transcript.apply(range(101, 150)).missing, false);
});

test('numbers that are not for this reader are covered by the range', () => {
    const transcript = new Transcript(7);
    const answer = range(1, 3);
    answer.messages.splice(1, 1);
    transcript.apply(answer);
    assert.deepEqual(numbers(transcript), [1, 3]);
    assert.equal(transcript.last, 3);
    assert.equal(transcript.missing, false);
});

test('the same twice, or late, changes nothing', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 3));
    assert.equal(transcript.apply(range(1, 3)).changed, false);
    assert.equal(transcript.apply(range(2, 2, 2)).changed, false);
    assert.equal(transcript.last, 3);
    assert.deepEqual(numbers(transcript), [1, 2, 3]);
});

test('an overtaken answer does not turn the state back', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 2, 2, { revision: 5, status: 'finished' }));
    transcript.apply(range(1, 2, 2, { revision: 4, status: 'ongoing' }));
    assert.equal(transcript.status, 'finished');
    assert.equal(transcript.revision, 5);
});

test('another conversation\'s answer is none of ours', () => {
    const transcript = new Transcript(7);
    assert.equal(transcript.apply({ ...range(1, 2), conversation: 8 }).changed, false);
    assert.equal(transcript.apply(null).changed, false);
    assert.deepEqual(numbers(transcript), []);
});

test('an acknowledged message stands at once and is not doubled by the poll', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 1));
    transcript.acknowledge({ number: 2, text: 'mine', at: 5, key: 'k' });
    assert.equal(transcript.last, 2);
    transcript.apply(range(2, 3, 3, { messages: [message(2, 'visitor', 'mine'), message(3)] }));
    assert.deepEqual(numbers(transcript), [1, 2, 3]);
    assert.equal(transcript.messages[1].key, 'k');
});

test('an acknowledgement beyond what is known leaves a gap to read', () => {
    const transcript = new Transcript(7);
    transcript.acknowledge({ number: 3, text: 'mine', at: 5 });
    assert.equal(transcript.last, 0);
    assert.equal(transcript.missing, true);
});

test('a message that a poll brought before its own answer is shown once', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 3, 3, { messages: [message(1, 'visitor', 'hello'), message(2), message(3, 'visitor', 'hello')] }));
    const items = [
        { key: 'a', text: 'hello', state: 'checking', after: 2 },
        { key: 'b', text: 'hello', state: 'sending', after: 2 },
        { key: 'c', text: 'hello', state: 'failed', after: 0 },
    ];
    assert.deepEqual(transcript.merge(items).pending.map(({ key }) => key), ['b', 'c']);
});

test('a routing answer moves the state, without what it does not say', () => {
    const transcript = new Transcript(7);
    transcript.apply(range(1, 1));
    transcript.place({ status: 'waiting', position: 2, operator: null, operatorName: null });
    assert.equal(transcript.status, 'waiting');
    assert.equal(transcript.position, 2);
    assert.equal(transcript.operatorName, null);
    assert.equal(transcript.revision, 1);
});
