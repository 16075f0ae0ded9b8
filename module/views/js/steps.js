/* The steps: step C only while offline mode is on, and a warning before unsaved changes are lost. */
(() => {
    const form = document.getElementById('onlinechat-settings');

    if (!form) {
        return;
    }
    const unsaved = document.getElementById('onlinechat-unsaved');
    const stepC = document.getElementById('onlinechat-step-C');
    const linkC = document.querySelector('a[href="#onlinechat-step-C"]');
    const forms = [form, document.getElementById('onlinechat-servers')].filter(Boolean);
    const written = (one) => JSON.stringify([...new FormData(one)].map(([name, value]) => [name, value.name ?? value]));
    const kept = new Map();
    let leaving = false;
    const changed = () => forms.filter((one) => kept.has(one) && written(one) !== kept.get(one));

    const follow = () => {
        const offline = form.querySelector('[name="onlinechat[offline_mode]"][value="1"]')?.checked ?? true;
        const refused = stepC?.querySelector('.invalid-feedback, .alert-danger');

        if (stepC) {
            stepC.hidden = !offline && !refused;
            linkC.hidden = stepC.hidden;
        }
        unsaved.textContent = changed().includes(form) ? unsaved.dataset.text : '';
    };

    forms.forEach((one) => {
        one.addEventListener('input', follow);
        one.addEventListener('change', follow);
        one.addEventListener('submit', () => {
            leaving = true;
        });
    });
    window.addEventListener('beforeunload', (event) => {
        if (!leaving && changed().length) {
            event.preventDefault();
            // what older browsers ask for
            event.returnValue = '';
        }
    });
    follow();
    // After the core's own scripts, which furnish fields as they start.
    window.addEventListener('load', () => {
        // What was refused is not kept: it is unsaved from the start.
        const refused = form.querySelector('.invalid-feedback, .alert-danger');

        forms.forEach((one) => kept.set(one, refused && one === form ? '' : written(one)));
        follow();
    });
})();
