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
 * Members of our own objects that may have short names. None of them is a member of the browser's objects, of
 * the protocol's JSON, or of what is stored or sent to other tabs (tests/client/bundle.test.mjs).
 */
export const SHORT = [
    'acknowledge', 'adopt', 'api', 'asking', 'availability', 'avatar', 'beacon', 'begin', 'blind', 'byNumber',
    'clock', 'composer', 'confirm', 'css', 'current', 'definite', 'discard', 'due', 'endButton', 'endable',
    'exchange', 'failures', 'fetching', 'filling', 'fit', 'following', 'former', 'heard', 'hurry', 'joinFailures',
    'joinTimer', 'joined', 'kept', 'launcher', 'leader', 'leading', 'least', 'look', 'merge', 'mirror', 'missing',
    'most', 'names', 'newest', 'onfollow', 'onforget', 'onlead', 'onproblem', 'onsettings', 'onticket', 'onwell',
    'outbox', 'placed', 'poller', 'quiet', 'reading', 'refused', 'renewing', 'retry', 'retryAfter', 
    'session', 'settle', 'shown', 'stopper', 'storage', 'store', 'ticketUrl', 'titled', 'told', 'transcript',
    'typingName', 'unreachable', 'unread', 'way', 'within', 'words', 'writing',
];

/**
 * One script of everything below src/NAME/main.js.
 *
 * @param {'widget'|'console'} name
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(name) {
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
        mangleProps: name === 'widget' ? new RegExp(`^(${SHORT.join('|')})$`) : undefined,
        logLevel: 'warning',
    });

    return result.outputFiles[0].contents;
}
