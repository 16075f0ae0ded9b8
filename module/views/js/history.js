/* The table of the history: sorting, searching, deleting by the core's own scripts, and a line's exchange in a pop-up. */
const dialog = document.querySelector('#onlinechat-history-dialog');
const body = dialog.querySelector('.onlinechat-dialog-body');
const title = dialog.querySelector('h1');
const usual = title.textContent;
/** The line that was asked for last: an answer for another comes too late to be shown. */
let wanted = '';

/** The same address with what the pop-up needs of it: only the exchange, and what was looked for marked. */
function partOf(href) {
    const address = new URL(href);

    address.searchParams.set('part', '1');
    if (dialog.dataset.find) {
        address.searchParams.set('find', dialog.dataset.find);
    }

    return address.href;
}

async function show(href) {
    wanted = href;
    const response = await fetch(partOf(href)).catch(() => null);
    const text = response?.ok && !response.redirected ? await response.text().catch(() => null) : null;

    if (wanted !== href) {
        return;
    }
    // signed out meanwhile, or the line is gone: the page behind it says what is the matter
    if (text === null) {
        location.assign(href);

        return;
    }
    const page = new DOMParser().parseFromString(text, 'text/html');

    body.replaceChildren(...page.body.childNodes);
    title.textContent = body.querySelector('[data-title]')?.dataset.title ?? usual;
    if (!dialog.open) {
        // Escape, keeping the focus inside and giving it back are the browser's own of a modal dialog
        dialog.showModal();
    }
    body.scrollTop = 0;
    body.querySelector('mark')?.scrollIntoView({ block: 'center' });
}

document.querySelector('#onlinechat_history_grid').addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');

    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && /\/history\/\d+-\d+$/.test(new URL(link.href).pathname)) {
        event.preventDefault();
        show(link.href);
    }
});
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
        dialog.close();
    }
});
dialog.addEventListener('close', () => body.replaceChildren());

const pages = document.querySelector('.onlinechat-pages');
const jump = pages.querySelector('form');

jump.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(jump.dataset.jump.replace('_offset', String((jump.elements.page.valueAsNumber - 1) * Number(jump.dataset.limit))));
});
pages.querySelector('select').addEventListener('change', ({ target }) => location.assign(target.dataset.change.replace('_limit', target.value)));

// jQuery's order: the core makes its components in a listener of this kind
window.$(() => {
    const { Grid, GridExtensions } = window.prestashop.component;
    const grid = new Grid('onlinechat_history');

    [
        'SortingExtension', 'FiltersResetExtension', 'FiltersSubmitButtonEnablerExtension', 'LinkRowActionExtension',
        'SubmitRowActionExtension', 'SubmitBulkActionExtension', 'BulkActionCheckboxExtension',
    ].forEach((name) => grid.addExtension(new GridExtensions[name]()));
});
