/** The page's title with the number of unread messages before it, as the browser's tab shows it. */
export function countInTitle(n, page = document) {
    const plain = page.title.replace(/^\(\d+\) /, '');
    const title = n > 0 ? `(${n}) ${plain}` : plain;

    if (page.title !== title) {
        page.title = title;
    }
}
