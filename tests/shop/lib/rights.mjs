import { count, query } from './shop.mjs';

const OURS = " JOIN PREFIX_authorization_role r USING (id_authorization_role) JOIN PREFIX_profile_lang p USING (id_profile)"
    + " WHERE p.name = 'No chat' AND r.slug LIKE '%ONLINECHAT%'";

/** Gives the profile that has none the right to read these entries of the module. @param {...string} tabs as "CHAT" */
export async function give(shop, ...tabs) {
    const slugs = tabs.map((tab) => `'ROLE_MOD_TAB_ADMINONLINECHAT${tab}_READ'`).join();

    await query(shop, 'INSERT IGNORE INTO PREFIX_access (id_profile, id_authorization_role)'
        + ' SELECT p.id_profile, r.id_authorization_role FROM PREFIX_profile_lang p, PREFIX_authorization_role r'
        + ` WHERE p.name = 'No chat' AND r.slug IN (${slugs})`);
}

export const given = (shop) => count(shop, `SELECT COUNT(DISTINCT r.slug) n FROM PREFIX_access a${OURS}`);

export const take = (shop) => query(shop, `DELETE a FROM PREFIX_access a${OURS}`);
