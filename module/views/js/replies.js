/* The table of canned replies: sorting, searching, deleting. Not bundled: the core's own scripts do the work. */
// jQuery's order: the core makes its components in a listener of this kind
window.$(() => {
    const { Grid, GridExtensions } = window.prestashop.component;
    const grid = new Grid('onlinechat_reply');

    [
        'SortingExtension', 'FiltersResetExtension', 'FiltersSubmitButtonEnablerExtension', 'LinkRowActionExtension',
        'SubmitRowActionExtension', 'SubmitBulkActionExtension', 'BulkActionCheckboxExtension',
    ].forEach((name) => grid.addExtension(new GridExtensions[name]()));
});
