/** What PrestaShop calls a page by where the shop has no friendly addresses. */
const NAMES = ['fc', 'module', 'controller', 'id_product', 'id_category', 'id_cms'];

/**
 * The page's path as the owner's patterns see it: from "/", without the shop's base address and the language before it.
 *
 * @param {Location} location
 * @param {string} [base] such as "/shop/fr/"
 */
export function pathOf({ pathname, search }, base = '/') {
    const path = `${pathname}/`.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname;
    const query = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => NAMES.includes(name))).toString();

    return (path + (path === '/index.php' && query ? `?${query}` : '')).slice(0, 2000);
}
