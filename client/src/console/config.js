/**
 * What the back office's page tells the console, with everything filled in that older pages leave out.
 *
 * @param {object} given the page's JSON
 * @returns {{
 *   shops: {id: number, name: string, entry: string, fallback?: string, ticket: string, gateway?: string, config: {name?: string, capacity?: number, languages?: string[]}}[],
 *   language: string, locale: string, employee: number, supervisor: boolean,
 *   sounds: {message: boolean, conversation: boolean}, mute: {message: boolean, conversation: boolean},
 *   links: {customer?: string, replies?: string, profile?: string, history?: string}
 * }}
 */
export function configOf(given) {
    const { shops, entry, fallback = '', ticket, shop, language = 'en', locale = language, employee = 0, supervisor = false } = given;
    const served = shops?.length ? shops : [{ id: shop, name: '', entry, fallback, ticket }];

    return {
        shops: served.map((one) => ({ ...one, name: one.name ?? '', config: one.config ?? {} })),
        language,
        locale,
        employee,
        supervisor,
        // what the shop's owner allows, and what the operator does not want of it
        sounds: { message: true, conversation: true, ...given.sounds_allowed ?? given.sounds },
        mute: { message: false, conversation: false, ...given.mute },
        links: given.links ?? {},
    };
}
