import Bowser from 'bowser';

const KINDS = new Set(['desktop', 'mobile', 'tablet', 'tv']);

/**
 * What a browser says of itself, in the words of people.
 *
 * @param {string} agent its User-Agent
 * @param {(word: string) => string} t
 * @returns {string} such as "Phone · Safari 17 · iOS 17.4", "" if it says nothing
 */
export function deviceOf(agent, t) {
    if (!agent) {
        return '';
    }
    const { browser, os, platform } = Bowser.parse(agent);
    const version = (browser.version ?? '').split('.')[0];

    return [
        KINDS.has(platform.type) ? t(`device-${platform.type}`) : '',
        [browser.name, version].filter(Boolean).join(' '),
        [os.name, os.versionName ?? os.version].filter(Boolean).join(' '),
    ].filter(Boolean).join(' · ');
}
