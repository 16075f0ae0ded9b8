import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const root = fileURLToPath(new URL('../../../', import.meta.url));
const extension = process.env.ONLINECHAT_EXTENSION ?? `${root}build/ext/modules/onlinechat.so`;

/** tools/shops … @returns {Promise<string>} what it printed */
export async function shops(...words) {
    const { stdout, stderr } = await run(`${root}tools/shops`, words, { cwd: root, maxBuffer: 1e8 });

    // PrestaShop 8's console ends with 0 whatever became of it
    if (words.includes('prestashop:module') && !stdout.includes('succeeded')) {
        throw Object.assign(new Error(`${words.join(' ')}: ${stdout}`), { stdout, stderr });
    }

    return stdout;
}

/** The logs of a shop: PHP's own, and Symfony's for it. */
async function logs(path) {
    const folder = `${path}/var/logs`;
    const names = await readdir(folder).catch(() => []);

    return [`${root}build/run/shop-${basename(path)}/php.log`, ...names.map((name) => `${folder}/${name}`)];
}

/** Refusals that tests ask for; and what a page that is still open asks while the module is taken away, by routes the core still knows, or no more. */
const EXPECTED = /AccessDeniedHttpException|does neither exist as service nor as class|No route found for \\?"/;

const read = new Map();

/** What the logs hold so far is nobody's complaint. */
export async function forgetComplaints(path) {
    for (const file of await logs(path)) {
        read.set(file, (await readFile(file).catch(() => '')).length);
    }
}

/** What PHP said of the module's files since then: each once, without its moment. */
export async function complaints({ path }) {
    const texts = await Promise.all((await logs(path)).map(async (file) => (
        (await readFile(file).catch(() => Buffer.alloc(0))).subarray(read.get(file) ?? 0).toString()
    )));
    const said = texts.join('\n').split('\n')
        .filter((line) => /\] (?:PHP |php\.\w+: |request\.(?:ERROR|CRITICAL): )/.test(line) && line.includes('/modules/onlinechat/') && !EXPECTED.test(line));

    return [...new Set(said.map((line) => line.replace(/^\[[^\]]*\] /, '')))];
}

/** A served shop with the people of the tests, and the chat emptied. */
export async function prepare(line) {
    const [path, version, address] = line.split(' ');
    const office = (await shops('list', path)).trim().split(address).pop().replace(/\//g, '');
    const script = fileURLToPath(new URL('../prepare.php', import.meta.url));
    const once = () => run('php', ['-d', `extension=${extension}`, '-d', 'error_reporting=0', script, path]);
    // A module just uploaded has the core making its cache anew: who boots in that moment may find half of it.
    const { stdout } = await once().catch(once);

    return { path, version, url: address.replace(/\/$/, ''), office, ...JSON.parse(stdout.trim().split('\n').pop()) };
}

/** A second shop, at a domain of its own: on DOMAIN, or off. */
export async function multistore(shop, ...words) {
    const script = fileURLToPath(new URL('../multistore.php', import.meta.url));
    const { stdout } = await run('php', ['-d', `extension=${extension}`, '-d', 'error_reporting=0', '-d', 'memory_limit=1G',
        script, shop.path, ...words]);

    return stdout;
}

/** $p: the shop's parameters, $l: a link to its database, $sql: what the command line gave. */
const CONNECT = '[, $describe, $root, $sql] = $argv;'
    + ' $p = (require "$root/app/config/parameters.php")["parameters"];'
    + ' $l = new PDO("mysql:host={$p["database_host"]};port={$p["database_port"]};dbname={$p["database_name"]}",'
    + ' $p["database_user"], $p["database_password"]);';

/** Rows of the shop's database. "PREFIX_" stands for its prefix. */
export async function query(shop, sql) {
    const code = CONNECT + ' $s = $l->query(str_replace("PREFIX_", $p["database_prefix"], $sql));'
        + ' echo json_encode($s->columnCount() ? $s->fetchAll(PDO::FETCH_ASSOC) : []);';
    const { stdout } = await run('php', ['-r', code, '--', '-', shop.path, sql]);

    return JSON.parse(stdout);
}

/** What language the employee of most tests has the back office in. */
export async function speak(shop, language) {
    await query(shop, `UPDATE PREFIX_employee SET id_lang = (SELECT id_lang FROM PREFIX_lang WHERE iso_code = '${language}')`
        + ` WHERE email = '${shop.employees.ines.email}'`);
}

/** While a table is locked against everybody: who reads it waits. */
export async function whileLocked(shop, table, work) {
    const code = `${CONNECT} $l->exec("LOCK TABLES " . str_replace("PREFIX_", $p["database_prefix"], $sql) . " WRITE");`
        + ' echo "locked\\n"; fgets(STDIN);';
    const holder = spawn('php', ['-r', code, '--', '-', shop.path, table], { stdio: ['pipe', 'pipe', 'inherit'] });

    try {
        await once(holder.stdout, 'data');
        await work();
    } finally {
        holder.stdin.end();
    }
}

/** The shop's pages as if the module were not installed, as cheaply as can be: none of its hooks is called. */
export async function withoutModule(shop, work) {
    const module = "(SELECT id_module FROM PREFIX_module WHERE name = 'onlinechat')";

    const on = () => query(shop, `INSERT IGNORE INTO PREFIX_module_shop (id_module, id_shop, enable_device) VALUES (${module}, 1, 7)`);
    // whoever ends this in the middle gets the shop back as it was
    const ended = () => on().finally(() => process.exit(1));

    SIGNALS.forEach((signal) => process.once(signal, ended));
    try {
        await query(shop, `DELETE FROM PREFIX_module_shop WHERE id_module = ${module} AND id_shop = 1`);

        return await work();
    } finally {
        SIGNALS.forEach((signal) => process.off(signal, ended));
        await on();
    }
}

/** @returns {Promise<number>} the column "n" of the one row */
export async function count(shop, sql) {
    return Number((await query(shop, sql))[0].n);
}

/** What an installation puts into the shop's own tables. */
export async function traces(shop) {
    return {
        tabs: await count(shop, "SELECT COUNT(*) n FROM PREFIX_tab WHERE module = 'onlinechat'"),
        hooks: await count(shop, 'SELECT COUNT(*) n FROM PREFIX_hook_module h JOIN PREFIX_module m USING (id_module)'
            + " WHERE m.name = 'onlinechat'"),
        configuration: await count(shop, "SELECT COUNT(*) n FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\_%'"),
        roles: await count(shop, "SELECT COUNT(*) n FROM PREFIX_authorization_role WHERE slug LIKE '%ONLINECHAT%'"),
        meta: await count(shop, "SELECT COUNT(*) n FROM PREFIX_meta WHERE page LIKE 'module-onlinechat-%'"),
        tables: (await query(shop, "SHOW TABLES LIKE 'PREFIX_onlinechat\\_%'")).length,
    };
}

/** Some settings are made when they are first asked for: how many there are says nothing of a new installation. */
export const withoutSettings = ({ configuration, ...left }) => left;
export const withoutTables = ({ tables, ...left }) => left;

export async function secrets(shop) {
    return (await query(shop, "SELECT value FROM PREFIX_configuration WHERE name = 'ONLINECHAT_SECRETS'"))[0]?.value;
}

export async function setErase(shop, value) {
    await query(shop, `UPDATE PREFIX_configuration SET value = '${value}' WHERE name = 'ONLINECHAT_ERASE'`);
}

/** A conversation of one message. */
export async function talk(stage) {
    const operator = await stage.operator();
    const visitor = await stage.visitor();

    await visitor.open();
    await visitor.say('Please remember this');
    await operator.arrived('Guest');
}
