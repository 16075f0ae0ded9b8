import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The private services of a fault test. */
export class Services {
    constructor(root, name) {
        Object.assign(this, { root, name, folder: `${root}/build/run/${name}` });
    }

    #tool(verb, ...services) {
        return run(`${this.root}/tools/services`, [verb, this.name, ...services], { env: { ...process.env, ONLINECHAT_REDIS_SAVE: '1 1' } });
    }

    async start() {
        await this.#tool('start');
        const { stdout } = await run('bash', ['-c', '. "$0"; env -0', `${this.folder}/env`]);

        this.environment = Object.fromEntries(stdout.split('\0').filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    }

    async has(service) {
        return readFile(`${this.folder}/${service}.pid`).then(() => true, () => false);
    }

    async kill(service) {
        process.kill(-Number(await readFile(`${this.folder}/${service}.pid`, 'utf8')), 'SIGKILL');
        await this.#tool('start', service);
    }

    php(...words) {
        const extension = process.env.ONLINECHAT_EXTENSION || `${this.root}/build/ext/modules/onlinechat.so`;

        return run('php', ['-d', `extension=${extension}`, ...words], { env: this.environment }).then(({ stdout }) => stdout);
    }

    async stop() {
        await this.#tool('stop');
        await rm(this.folder, { recursive: true, force: true });
    }
}
