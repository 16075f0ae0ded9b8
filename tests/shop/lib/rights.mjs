import { count, query } from './shop.mjs';

const VIEW = 'ROLE_MOD_MODULE_ONLINECHAT_READ';
const OURS = " JOIN PREFIX_authorization_role r USING (id_authorization_role) JOIN PREFIX_profile_lang p USING (id_profile)"
    + " WHERE p.name = 'No chat' AND r.slug LIKE '%ONLINECHAT%'";

/**
 * Gives the profile that has none the right to read these entries of the module, and to view the module: without that
 * the core calls none of its hooks. @param {...string} tabs as "CHAT"
 */
export async function give(shop, ...tabs) {
    const into = (table, slugs) => query(shop, `INSERT IGNORE INTO PREFIX_${table} (id_profile, id_authorization_role)`
        + ' SELECT DISTINCT p.id_profile, r.id_authorization_role FROM PREFIX_profile_lang p, PREFIX_authorization_role r'
        + ` WHERE p.name = 'No chat' AND r.slug IN (${slugs.map((slug) => `'${slug}'`).join()})`);

    await into('access', tabs.map((tab) => `ROLE_MOD_TAB_ADMINONLINECHAT${tab}_READ`));
    await into('module_access', [VIEW]);
}

/** Every right to one of its entries. @param {string} tab as "HISTORY" */
export async function giveAll(shop, tab) {
    await query(shop, 'INSERT IGNORE INTO PREFIX_access (id_profile, id_authorization_role)'
        + ' SELECT DISTINCT p.id_profile, r.id_authorization_role FROM PREFIX_profile_lang p, PREFIX_authorization_role r'
        + ` WHERE p.name = 'No chat' AND r.slug LIKE 'ROLE_MOD_TAB_ADMINONLINECHAT${tab}\\_%'`);
}

/** How many of them the profile has. */
export async function given(shop) {
    const held = (table) => count(shop, `SELECT COUNT(DISTINCT r.slug) n FROM PREFIX_${table} a${OURS}`);

    return await held('access') + await held('module_access');
}

export async function take(shop) {
    for (const table of ['access', 'module_access']) {
        await query(shop, `DELETE a FROM PREFIX_${table} a${OURS}`);
    }
}
