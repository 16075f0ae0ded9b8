import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './wait.mjs';

const services = fileURLToPath(new URL('../../../tools/services', import.meta.url));
const run = promisify(execFile);

/** @returns {string} why there are no streams here, "" if there are */
export function noGateway() {
    return (process.env.ONLINECHAT_GATEWAY ?? 'none') === 'none' ? 'the extension was built without libevent' : '';
}

/** Ends the gateway as a crash would. */
export async function killGateway() {
    const pid = Number(await readFile(`${process.env.ONLINECHAT_RUN}/gateway.pid`, 'utf8'));

    process.kill(pid, 'SIGKILL');
}

/** @param {'start'|'stop'} verb stop: as a restart by its service would, every stream is told */
export async function gateway(verb) {
    await run(services, [verb, basename(process.env.ONLINECHAT_RUN), 'gateway']);
}

/** The stream of a visitor's page. */
export function widgetStream(page) {
    return page.evaluateHandle(() => {
        const { stream, poller } = document.querySelector('onlinechat-widget').launcher.chat.session.reading;

        return { stream, poller };
    });
}

/** The stream of a page of the back office. */
export function consoleStream(page) {
    return page.evaluateHandle(() => {
        const { pushed: { stream }, poller } = document.querySelector('onlinechat-console').desks.all[0];

        return { stream, poller };
    });
}

/** Until the stream is well and the next poll therefore far away. */
export async function streams(handle) {
    await until(() => handle.evaluate(({ stream, poller }) => stream.well && poller.due - Date.now() > 15000), 'the stream is well, polls are few');
}

/** Until there is no stream. */
export async function streamless(handle) {
    await until(() => handle.evaluate(({ stream }) => !stream.well), 'the stream is lost');
}
