import { el } from './dom.js';

/** Where a link may begin: an address with its scheme, one without ("www."), or an e-mail address. */
const CANDIDATE = /(?:https?:\/\/|mailto:|www\.)[^\s<>"“”«»]+|[\w.!#$%&'*+/=?^`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

/** A sentence goes on after an address: these signs at its end are the sentence's. */
const AFTER = /[.,:;!?…'’*_~]$/u;

const PAIRS = { ')': '(', ']': '[', '}': '{' };

const SAFE = ['http:', 'https:', 'mailto:'];

/**
 * A message's text as nodes: text, with the addresses in it as links. Text is data (I8): nothing is parsed as markup, a
 * link's text is the address as it was written, and its target has one of three schemes.
 *
 * @param {string} text
 * @returns {Node[]}
 */
export function linked(text) {
    const nodes = [];
    let from = 0;

    for (const { 0: whole, index } of text.matchAll(CANDIDATE)) {
        const written = trimmed(whole);
        const href = addressOf(written);

        if (href) {
            nodes.push(text.slice(from, index), el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, written));
            from = index + written.length;
        }
    }
    nodes.push(text.slice(from));

    return nodes.filter((node) => node !== '').map((node) => (typeof node === 'string' ? document.createTextNode(node) : node));
}

/**
 * @param {string} written as it stands in the text
 * @returns {string} the address behind it, "" if it is none
 */
export function addressOf(written) {
    const whole = /^(?:https?:|mailto:)/i.test(written) ? written : /^www\./i.test(written) ? `https://${written}` : `mailto:${written}`;

    try {
        const { protocol, hostname, username, pathname, href } = new URL(whole);
        const complete = protocol === 'mailto:' ? /.@./.test(pathname) : /[^.]/.test(hostname) && username === '';

        return SAFE.includes(protocol) && complete ? href : '';
    } catch {
        return '';
    }
}

/** Without the punctuation behind it; a closing bracket belongs to an address that has its opening one. */
function trimmed(text) {
    for (let end = text; ; text = end) {
        const last = end.at(-1);

        if (AFTER.test(end) || PAIRS[last] && count(end, last) > count(end, PAIRS[last])) {
            end = end.slice(0, -1);
        }
        if (end === text) {
            return end;
        }
    }
}

const count = (text, sign) => text.split(sign).length - 1;
