/*
 * Hands the widget's words (src/words/*.json) to the module, so that a shop can change them among PrestaShop's
 * translations: module/data/words.php names them as the core's extractor wants them, the XLIFF files have the French.
 * Usage: node client/words.mjs [--check]
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const DOMAIN = 'Modules.Onlinechat.Shop';
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const json = async (name) => JSON.parse(await readFile(at(`client/src/words/${name}.json`), 'utf8'));
const php = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The translator knows a wording by its English text: two words with the same have one translation. */
function unambiguous(en, fr) {
    const known = new Map();

    for (const [word, text] of Object.entries(en)) {
        const other = known.get(text);

        if (other && fr[other] !== fr[word]) {
            throw new Error(`"${other}" and "${word}" are both "${text}", but differ in French`);
        }
        known.set(text, word);
    }
}

function data(en, fr) {
    const lines = (entries) => entries.map((line) => `        ${line}\n`).join('');

    return `<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

/* The widget's words, written by client/words.mjs. Each "key" is a wording of PrestaShop's translations. */
return [
    'words' => [
${lines(Object.entries(en).map(([word, text]) => `${php(word)} => ['key' => ${php(text)}, 'domain' => '${DOMAIN}'],`))}    ],
    'fr' => [
${lines(Object.entries(fr).map(([word, text]) => `${php(word)} => ${php(text)},`))}    ],
];
`;
}

/** The file with the words' units; its others (subjects of mails) stay where they are. */
function translated(file, en, fr) {
    const units = Object.entries(en).map(([word, text]) => `      <trans-unit id="${createHash('md5').update(text).digest('hex')}">
        <source>${xml(text)}</source>
        <target>${xml(fr[word])}</target>
      </trans-unit>
`);
    const begin = '      <!-- the widget: client/words.mjs -->\n';
    const end = '      <!-- end of the widget -->\n';
    const rest = file.replace(new RegExp(`${begin}[^]*?${end}`), '');

    return rest.replace('    </body>', `${begin}${units.join('')}${end}    </body>`);
}

const [en, fr] = await Promise.all([json('en'), json('fr')]);
const wanted = new Map([[at('module/data/words.php'), () => data(en, fr)]]);

unambiguous(en, fr);
for (const folder of (await readdir(at('module/translations'))).filter((name) => name.startsWith('fr-'))) {
    const path = at(`module/translations/${folder}/ModulesOnlinechatShop.${folder}.xlf`);

    wanted.set(path, (file) => translated(file, en, fr));
}
for (const [path, make] of wanted) {
    const file = await readFile(path, 'utf8').catch(() => '');
    const made = make(file);

    if (made !== file) {
        if (process.argv.includes('--check')) {
            console.error(`${path} is not what client/words.mjs makes of client/src/words: run it without --check`);
            process.exitCode = 1;
        } else {
            await writeFile(path, made);
        }
    }
}
