/* The steps: step C only while offline mode is on, a warning before unsaved changes are lost, and Save always in sight. */
(() => {
    const form = document.getElementById('onlinechat-settings');

    if (!form) {
        return;
    }
    const unsaved = document.getElementById('onlinechat-unsaved');
    const stepC = document.getElementById('onlinechat-step-C');
    const linkC = document.querySelector('a[href="#onlinechat-step-C"]');
    const forms = [form, ...['servers', 'agency'].map((name) => document.getElementById(`onlinechat-${name}`))].filter(Boolean);
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
            // what stands unsaved in another form would be lost all the same
            leaving = changed().every((other) => other === one);
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

    /** Where the bar with Save stays: below what PrestaShop keeps at the top, which differs by version and width. */
    const place = () => {
        const kept = [...document.querySelectorAll('#header, #header_infos, .header-toolbar')]
            .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
            .map((one) => one.getBoundingClientRect().bottom);
        const page = document.getElementById('onlinechat-page');

        page.style.setProperty('--onlinechat-top', `${Math.max(0, ...kept)}px`);
        page.style.setProperty('--onlinechat-bar', `${document.getElementById('onlinechat-save').offsetHeight}px`);
    };

    new ResizeObserver(place).observe(document.getElementById('onlinechat-save'));
    window.addEventListener('resize', place);
    // 8's header loses a line as soon as somebody scrolls
    window.addEventListener('scroll', place, { passive: true });
    // After the core's own scripts, which furnish fields as they start.
    window.addEventListener('load', () => {
        // What was refused is not kept: it is unsaved from the start.
        const refused = form.querySelector('.invalid-feedback, .alert-danger');

        forms.forEach((one) => kept.set(one, refused && one === form ? '' : written(one)));
        follow();
    });
})();
