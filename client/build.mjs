/*
 * Bundles the browser side: one deferred script each for the shop's pages and for the back office.
 * Usage: node client/build.mjs [widget|console …]
 */
import { readFile, stat, writeFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const KIB = 1024;
const source = fileURLToPath(new URL('src/', import.meta.url));
const target = fileURLToPath(new URL('../module/views/js/', import.meta.url));

/** Every page view of a shop loads the widget, so its size has a limit that fails the build. */
const bundles = {
    widget: { limit: 15 * KIB },
    console: { limit: Infinity },
};

/** Style sheets become minified text for constructed style sheets; esbuild's own text loader keeps every space. */
const css = {
    name: 'css-as-text',
    setup(build) {
        build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
            const { code } = await esbuild.transform(await readFile(path, 'utf8'), {
                loader: 'css',
                minify: true,
                target: ['chrome94', 'firefox93', 'safari15.4'],
            });
            return { contents: code.trim(), loader: 'text' };
        });
    },
};

/**
 * Members of our own objects that may have short names. None of them is a member of the browser's objects, of
 * the protocol's JSON, or of what is stored or sent to other tabs.
 */
const SHORT = new RegExp(`^(${[
    'acknowledge', 'adopt', 'api', 'asking', 'availability', 'avatar', 'beacon', 'begin', 'blind', 'byNumber',
    'clock', 'composer', 'confirm', 'css', 'current', 'definite', 'discard', 'due', 'endButton',
    'endable', 'exchange', 'failures', 'fetching', 'filling', 'fit', 'forget', 'former', 'heard', 'hurry',
    'joinFailures', 'joinTimer', 'joined', 'kept', 'launcher', 'leader', 'leading', 'least', 'look', 'merge',
    'mirror', 'missing', 'most', 'names', 'newest', 'onfollow', 'onforget', 'onlead', 'onproblem', 'onsettings',
    'onticket', 'onwell', 'outbox', 'placed', 'poller', 'problem', 'quiet', 'reading', 'refused', 'following', 'renewing', 'retry',
    'retryAfter', 'running', 'session', 'settle', 'shown', 'stopper', 'storage', 'store', 'ticketHeaders',
    'ticketUrl', 'titled', 'told', 'transcript', 'typingName', 'unreachable', 'unread', 'way', 'within',
    'words', 'writing',
].join('|')})$`);

async function bundle(name) {
    const result = await esbuild.build({
        entryPoints: [`${source}${name}/main.js`],
        bundle: true,
        format: 'iife',
        target: 'es2020',
        // known to every browser since 2021; written out for older ones they would be a tenth of the widget
        supported: { 'class-private-method': true, 'class-private-field': true, 'class-private-brand-check': true },
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        write: false,
        plugins: [css],
        mangleProps: name === 'widget' ? SHORT : undefined,
        logLevel: 'warning',
    });

    return result.outputFiles[0].contents;
}

async function exists(path) {
    return stat(path).then(() => true, () => false);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in bundles));
if (unknown.length) {
    console.error(`build.mjs: no bundle "${unknown[0]}"; there are ${Object.keys(bundles).join(', ')}`);
    process.exit(2);
}

await mkdir(target, { recursive: true });
for (const name of wanted.length ? wanted : Object.keys(bundles)) {
    if (!wanted.length && !await exists(`${source}${name}/main.js`)) {
        console.log(`${name}.js: no source, left out`);
        continue;
    }

    const contents = await bundle(name);
    const size = gzipSync(contents, { level: 9 }).length;
    const { limit } = bundles[name];

    await writeFile(`${target}${name}.js`, contents);
    console.log(`${name}.js: ${(contents.length / KIB).toFixed(1)} KiB, ${(size / KIB).toFixed(2)} KiB gzipped`
        + (limit < Infinity ? ` (limit ${limit / KIB} KiB)` : ''));
    if (size > limit) {
        console.error(`build.mjs: ${name}.js is over its limit by ${size - limit} bytes gzipped`);
        process.exitCode = 1;
    }
}
