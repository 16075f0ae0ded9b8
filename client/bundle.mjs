import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const source = fileURLToPath(new URL('src/', import.meta.url));

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
 * One script of everything below src/NAME/main.js.
 *
 * @param {'widget'|'window'|'console'|'preview'|'statistics'} name
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(name) {
    const result = await esbuild.build({
        entryPoints: [`${source}${name}/main.js`],
        bundle: true,
        format: 'iife',
        target: 'es2020',
        // known to every browser since 2021; written out for older ones they would be a tenth of it all
        supported: { 'class-private-method': true, 'class-private-field': true, 'class-private-brand-check': true },
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        metafile: true,
        write: false,
        plugins: [css],
        logLevel: 'warning',
    });

    return Buffer.concat([result.outputFiles[0].contents, await noticesOf(Object.keys(result.metafile.inputs))]);
}

/** Whose code went in says under which licence it did, as the licence asks. @param {string[]} inputs paths of sources */
async function noticesOf(inputs) {
    const names = new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
    const texts = await Promise.all([...names].map(async (name) => {
        const folder = new URL(`../node_modules/${name}/`, import.meta.url);
        const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.md|\.txt)?$/i.test(one));

        if (!file) {
            throw new Error(`bundle.mjs: node_modules/${name} has no licence to be bundled with it`);
        }
        const text = await readFile(new URL(file, folder), 'utf8');

        return `/*! ${name}\n${text.replaceAll('*/', '* /').trim()} */\n`;
    }));

    return Buffer.from(texts.join(''));
}
