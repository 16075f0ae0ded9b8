import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../gdpr.php', import.meta.url));
const extension = process.env.ONLINECHAT_EXTENSION ?? fileURLToPath(new URL('../../../build/ext/modules/onlinechat.so', import.meta.url));

/** PrestaShop's own privacy module, at work. @returns {Promise<string>} */
export async function psgdpr(shop, ...words) {
    const { stdout } = await promisify(execFile)('php', ['-d', `extension=${extension}`, '-d', 'error_reporting=0',
        '-d', 'memory_limit=1G', script, shop.path, ...words.map(String)], { maxBuffer: 1e8 });

    return stdout.trim().split('\n').pop();
}
