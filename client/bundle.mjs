import { readFile } from 'node:fs/promises';
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
 * @param {'widget'|'window'|'console'|'preview'} name
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
        write: false,
        plugins: [css],
        logLevel: 'warning',
    });

    return result.outputFiles[0].contents;
}
