/**
 * Brings an element's children to a list, keeping what stays: an element that has the focus, a selection or
 * a scroll position keeps it.
 *
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items
 * @param {{key: (item: T) => string|number, make: (item: T) => HTMLElement, update?: (element: HTMLElement, item: T) => void}} how
 */
export function keyed(parent, items, { key, make, update = () => {} }) {
    const had = new Map([...parent.children].map((child) => [child.dataset.key, child]));
    const wanted = items.map((item) => {
        const name = String(key(item));
        const child = had.get(name) ?? make(item);

        child.dataset.key = name;
        update(child, item);

        return child;
    });

    for (const child of [...parent.children]) {
        if (!wanted.includes(child)) {
            child.remove();
        }
    }
    wanted.forEach((child, at) => place(parent, child, parent.children[at] ?? null));
}

function place(parent, child, before) {
    if (child === before) {
        return;
    }
    if (child.parentNode === parent && parent.moveBefore) {
        parent.moveBefore(child, before);
        return;
    }

    const focused = child.contains(child.getRootNode().activeElement) ? child.getRootNode().activeElement : null;

    parent.insertBefore(child, before);
    focused?.focus({ preventScroll: true });
}
