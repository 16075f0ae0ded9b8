/* A shop among several: a field without a value of its own cannot be edited, as in the core's own forms. */
(() => {
    const fields = document.querySelectorAll('.onlinechat-field');
    const follow = (field, own) => {
        field.querySelectorAll('input, select, textarea').forEach((input) => {
            // the message is always asked for: that one stays as it is
            if (input !== own && !input.hasAttribute('data-fixed')) {
                input.disabled = !own.checked;
            }
        });
    };

    fields.forEach((field) => {
        const own = field.querySelector('.multistore-checkbox');

        own?.addEventListener('change', () => follow(field, own));
    });
    // 9 makes its components only when jQuery says so: after it, as the core's own pages do
    window.jQuery(() => window.prestashop.component.initComponents(['TranslatableInput']));
})();
