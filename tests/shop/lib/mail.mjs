import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { query } from './shop.mjs';

const NAMES = ['PS_MAIL_METHOD', 'PS_MAIL_SERVER', 'PS_MAIL_SMTP_PORT', 'PS_MAIL_SMTP_ENCRYPTION', 'PS_MAIL_TYPE', 'PS_MAIL_USER', 'PS_MAIL_PASSWD'];
export const SMTP = 2;
export const OFF = 3;

const freePort = () => new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
    });
});

/** Sets a shop's mail to a server of our own while `work` runs, and back. @param {(mails: object[], set: Function) => Promise<void>} work */
export async function withMail(shop, work) {
    const names = NAMES.map((name) => `'${name}'`).join(', ');
    const before = await query(shop, `SELECT name, value FROM PREFIX_configuration WHERE name IN (${names}) AND id_shop IS NULL`);
    const set = async (values) => {
        for (const [name, value] of Object.entries(values)) {
            await query(shop, `DELETE FROM PREFIX_configuration WHERE name = '${name}'`);
            if (value !== null) {
                await query(shop, `INSERT INTO PREFIX_configuration (name, value, date_add, date_upd) VALUES ('${name}', '${value}', NOW(), NOW())`);
            }
        }
    };
    const port = await freePort();
    const catcher = spawn('/usr/bin/python3', [fileURLToPath(new URL('catcher.py', import.meta.url)), String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: catcher.stdout });
    const mails = [];

    try {
        await new Promise((resolve, reject) => {
            lines.once('line', resolve);
            catcher.once('exit', (code) => reject(new Error(`catcher.py ended: ${code}`)));
        });
        lines.on('line', (line) => mails.push(JSON.parse(line)));
        await set({
            PS_MAIL_METHOD: SMTP, PS_MAIL_SERVER: '127.0.0.1', PS_MAIL_SMTP_PORT: port, PS_MAIL_SMTP_ENCRYPTION: 'off',
            PS_MAIL_TYPE: 3, PS_MAIL_USER: '', PS_MAIL_PASSWD: '',
        });
        await work(mails, set);
    } finally {
        catcher.kill();
        await set(Object.fromEntries(NAMES.map((name) => [name, before.find((row) => row.name === name)?.value ?? null])));
    }
}
