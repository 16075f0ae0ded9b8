const MOST = 9;

/**
 * The number of unread messages on the page's icon, as the browser's tab shows it; without any the page's own again.
 * The pictures are files of the module: one that is drawn here would need a policy that allows "data:".
 */
export class Favicon {
    /** @param {string} folder where unread-1.svg and so on are @param {Document} [page] */
    constructor(folder, page = document) {
        Object.assign(this, { folder, page, shown: 0, link: null, own: [] });
    }

    /** @param {number} n */
    show(n) {
        if (n !== this.shown) {
            this.shown = n;
            n ? this.#replace(`${this.folder}unread-${n > MOST ? 'more' : n}.svg`) : this.#restore();
        }
    }

    #replace(href) {
        if (!this.link) {
            // of several icons browsers choose as they like
            this.own = [...this.page.querySelectorAll('link[rel~="icon"]')];
            this.own.forEach((icon) => icon.remove());
            this.link = Object.assign(this.page.createElement('link'), { rel: 'icon', type: 'image/svg+xml' });
            this.page.head.append(this.link);
        }
        this.link.href = href;
    }

    #restore() {
        this.link?.remove();
        this.page.head.append(...this.own);
        Object.assign(this, { link: null, own: [] });
    }
}
