import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(new URL('reset.php', import.meta.url));

const NEEDED = ['ONLINECHAT_URL', 'ONLINECHAT_EXTENSION', 'ONLINECHAT_MYSQL_SOCKET', 'ONLINECHAT_REDIS_SOCKET'];

/** @returns {string} why the tests cannot run here, "" if they can */
export function missing() {
    const absent = NEEDED.filter((name) => !process.env[name]);

    return absent.length ? `no services: ${absent.join(', ')} not set (tools/services start)` : '';
}

/** An empty shop with these settings (Chat::publish()). */
export async function resetShop(settings = {}) {
    await run('php', ['-d', `extension=${process.env.ONLINECHAT_EXTENSION}`, script, JSON.stringify(settings)]);
}
