/*
 * Bundles the browser side: for the shop's pages a deferred script, and the one that it loads when the chat is
 * opened; for the back office a deferred script, and the
 * preview of its configuration page and the charts of its statistics. Usage:
 * node client/build.mjs [widget|window|console|preview|statistics …]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';

const KIB = 1024;
const target = fileURLToPath(new URL('../module/views/js/', import.meta.url));

/** Every page view of a shop loads the widget, so its size has a limit that fails the build. */
const bundles = {
    widget: { limit: 15 * KIB },
    window: { limit: Infinity },
    console: { limit: Infinity },
    preview: { limit: Infinity },
    statistics: { limit: Infinity },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in bundles));
if (unknown.length) {
    console.error(`build.mjs: no bundle "${unknown[0]}"; there are ${Object.keys(bundles).join(', ')}`);
    process.exit(2);
}

await mkdir(target, { recursive: true });
for (const name of wanted.length ? wanted : Object.keys(bundles)) {
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
