/*
 * The fault test of what is pushed: gateway, Redis and nginx are killed and started again, in turns, while pairs chat
 * through nginx, entry and gateway with the client's own code. Afterwards each acknowledged message has been shown at
 * the other side exactly once, in order; the longest time that took is reported.
 *
 *     node tests/faults/push.mjs [ROUNDS of each, 20 [PAIRS, 4]]
 *
 * Prints TAP. Starts services of its own. Twenty rounds take some ten minutes.
 */

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Services } from './push/Services.mjs';
import { Side } from './push/Side.mjs';

const rounds = Number(process.argv[2] ?? 20);
const pairs = Number(process.argv[3] ?? 4);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const services = new Services(root, `push-${process.pid}`);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
let test = 0;

function result(name, problems) {
    console.log(`${problems.length ? 'not ok' : 'ok'} ${++test} - ${name}`);
    problems.slice(0, 10).forEach((problem) => console.log(`# ${problem}`));
}

async function until(seconds, condition) {
    for (const end = Date.now() + seconds * 1000; !condition(); await wait(20)) {
        if (Date.now() > end) {
            return false;
        }
    }

    return true;
}

const arrived = (sides) => sides.reduce((sum, side) => sum + side.shown.length, 0);

/** What one side wrote, as the other has shown it. */
function compare(writer, reader) {
    const places = new Map();
    const problems = [];

    reader.shown.forEach(({ text, number }, index) => {
        places.has(text) && problems.push(`${text}: shown twice`);
        places.set(text, index);
        index && number !== reader.shown[index - 1].number + 1 && problems.push(`${number} is shown behind ${reader.shown[index - 1].number}`);
    });
    writer.acknowledged.forEach(({ text, number }) => {
        const there = reader.shown[places.get(text)];

        there?.number === number || problems.push(`${text}: acknowledged as ${number}, shown as ${there?.number ?? 'nothing'}`);
    });

    return problems;
}

/** ms from the acknowledgement until the other side shows it. */
function gaps(writer, reader) {
    const at = new Map(reader.shown.map((message) => [message.text, message.at]));

    return writer.acknowledged.map((message) => Math.max(0, (at.get(message.text) ?? Infinity) - message.at));
}

async function open() {
    const list = JSON.parse(await services.php(`${root}/tests/faults/push/chats.php`, String(pairs)));

    return list.flatMap(({ conversation, visitor, operator }, index) => [['visitor', visitor], ['operator', operator]].map(
        ([role, ticket], side) => new Side({
            url: services.environment.ONLINECHAT_URL, role, conversation, ticket, address: `127.0.${index + 1}.${side + 1}`,
        }),
    ));
}

async function disturb(sides) {
    for (const service of ['gateway', 'redis', 'nginx']) {
        const stuck = [];

        for (let round = 1; round <= rounds; round++) {
            const before = arrived(sides);

            await services.kill(service);
            await until(60, () => arrived(sides) >= before + 4 * pairs) || stuck.push(`round ${round}: nothing arrived within 60 s`);
        }
        result(`${rounds} times kill -9 of ${service}: the chat goes on`, stuck);
    }
}

async function judge(sides) {
    await Promise.all(sides.map((side) => side.silence()));
    const couples = sides.map((side, index) => [side, sides[index ^ 1]]);
    await until(60, () => couples.every(([writer, reader]) => reader.transcript.last >= writer.acknowledged.at(-1).number));
    const messages = sides.reduce((sum, side) => sum + side.acknowledged.length, 0);
    const times = couples.flatMap(([writer, reader]) => gaps(writer, reader)).sort((a, b) => a - b);

    result(`I1: each of ${messages} acknowledged messages is shown at the other side once, in order`, couples.flatMap((couple) => compare(...couple)));
    result('afterwards every stream is well again', await until(120, () => sides.every((side) => side.stream.well)) ? [] : ['not within 120 s']);
    result('events were pushed, not only asked for', sides.filter((side) => side.pushed === 0).map((side) => `none to the ${side.role} of ${side.conversation}`));
    console.log(`# from acknowledged to shown: median ${times[times.length >> 1]} ms, p99 ${times[Math.floor(times.length * 0.99)]} ms, longest gap ${times.at(-1)} ms`);
    result('I2: nobody waited longer than 30 s', times.filter((ms) => ms > 30000).map((ms) => `${ms} ms`));
}

let sides = [];
try {
    await services.start();
    if (await services.has('gateway')) {
        sides = await open();
        sides.forEach((side) => side.start());
        await until(30, () => sides.every((side) => side.stream.well)) || result('the streams begin', ['not within 30 s']);
        await until(60, () => arrived(sides) >= 20 * pairs);
        await disturb(sides);
        await judge(sides);
    } else {
        result('kill -9 of the gateway # SKIP the extension is built without libevent', []);
    }
} finally {
    sides.forEach((side) => side.stop());
    await services.stop();
}
console.log(`1..${test}`);
