import { Preview } from './preview.js';

/**
 * Shows the visitor's chat as these settings would make it, in the middle of a page of the back office: the real window
 * with sample messages, which asks nothing and keeps nothing.
 *
 * @param {HTMLElement} container its width is the preview's; the window never leaves it
 * @param {{settings: object, language: string, mode?: 'chat'|'form', phone?: boolean}} options settings: the public
 *   settings of docs/protocol.md, as far as they are known
 * @returns {{update: (patch: object) => void, destroy: () => void}} update: takes any of the options; objects in
 *   `settings` are merged, so that one text in one language is enough
 */
window.onlinechatPreview = (container, options) => {
    const preview = new Preview(container, options);

    return { update: (patch) => preview.update(patch), destroy: () => preview.destroy() };
};
