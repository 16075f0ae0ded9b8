/* A long exchange in the pop-up and on its page: "Show more" puts the next part where the button stands. */
document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[data-more]');

    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
    }
    event.preventDefault();
    if (link.getAttribute('aria-busy') === 'true') {
        return;
    }
    link.setAttribute('aria-busy', 'true');
    const address = new URL(link.href);

    address.searchParams.set('part', '1');
    address.searchParams.set('said', '1');
    const response = await fetch(address).catch(() => null);
    const text = response?.ok && !response.redirected ? await response.text().catch(() => null) : null;

    if (!link.isConnected) {
        return;
    }
    // signed out meanwhile, or the line is gone: the page behind it says what is the matter
    if (text === null) {
        location.assign(link.href);

        return;
    }
    const part = new DOMParser().parseFromString(text, 'text/html').body;
    const first = part.querySelector('section, [role=alert]');
    const focused = document.activeElement === link;

    link.closest('.onlinechat-more').replaceWith(...part.childNodes);
    // the button is gone: who used it goes on reading where it stood
    if (first && (focused || document.activeElement === document.body)) {
        first.tabIndex = -1;
        first.focus({ preventScroll: true });
    }
});
