/** @returns {string} the value of one of the page's cookies, "" if there is none */
export function cookie(name) {
    const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));

    return found ? found.slice(name.length + 1) : '';
}
