import { el } from '../shared/dom.js';

/** Text with a link where there is an address: what an employee may not open has none. */
export function link(url, text) {
    return url ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, text) : el('span', { dir: 'auto' }, text);
}

/** A page of the shop. Its address comes from the visitor's browser: nothing but the web's own schemes is followed. */
export function pageLink({ url, title }) {
    return link(/^(https?:\/\/|\/(?!\/))/i.test(url) ? url : null, title || url);
}

/** @param {string} language of the employee */
export function formatsFor(language) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const names = new Intl.DisplayNames([language], { type: 'language' });

    return {
        day: (ms) => day.format(ms),
        time: (ms) => time.format(ms),
        moment: (ms) => moment.format(ms),
        language: (code) => {
            try {
                return code ? names.of(code) : '';
            } catch {
                // PrestaShop has codes of its own ("gb", "qc"), some of which are no languages
                return code;
            }
        },
    };
}
