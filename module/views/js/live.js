/* The live preview (G9): the real window, as what stands in the form would make it. */
(() => {
    const aside = document.getElementById('onlinechat-preview');
    const form = document.getElementById('onlinechat-settings');

    if (!aside || !form || !window.onlinechatPreview) {
        return;
    }
    const { languages, usual, settings: kept } = JSON.parse(aside.dataset.onlinechatPreview);
    const stage = document.getElementById('onlinechat-stage');
    const TEXTS = ['header', 'welcome', 'form_header', 'form_welcome', 'privacy'];
    const field = (name) => form.querySelector(`[name="onlinechat[${name}]"]`);
    const chosen = (name) => aside.querySelector(`[name="onlinechat-preview-${name}"]:checked`).value;
    const on = (name) => field(name)?.type === 'radio'
        ? form.querySelector(`[name="onlinechat[${name}]"]:checked`)?.value === '1' : Boolean(field(name)?.checked);

    /** A language without a text has the default language's (G7), as it will be in the shop. */
    const texts = (name) => {
        const of = (language) => field(`${name}][${language.id}`)?.value ?? '';
        const instead = of(languages.find(({ iso }) => iso === usual) ?? languages[0]);

        return Object.fromEntries(languages.map((language) => [language.iso, of(language) || instead]));
    };

    const colours = () => Object.fromEntries([...form.querySelectorAll('input[type=color]')]
        .map((one) => [/\[(\w+)\]$/.exec(one.name)[1], one.value]));
    const among = (name) => [...form.querySelectorAll(`[name^="onlinechat[${name}]["]`)].filter((one) => one.checked)
        .map((one) => /\[(\w+)\]$/.exec(one.name)[1]);

    const position = () => ({
        ...kept.position,
        ...field('side') && { side: field('side').type === 'radio' ? form.querySelector('[name="onlinechat[side]"]:checked')?.value : field('side').value },
        ...field('offset_inline') && { inline: Number(field('offset_inline').value) },
        ...field('offset_block') && { block: Number(field('offset_block').value) },
    });

    const settings = () => ({
        ...kept,
        ...Object.fromEntries(TEXTS.map((name) => [name, texts(name)])),
        operator_name: field('operator_name')?.value ?? '',
        colours: colours(),
        position: position(),
        form: { ask: among('ask'), require: among('require') },
    });

    /** The language tab that is open; the core's own script shows and hides them. */
    const language = () => {
        const open = form.querySelector('.js-locale-input:not(.d-none)');

        return (languages.find(({ id }) => String(id) === open?.dataset.langId) ?? languages[0]);
    };

    const options = () => ({ settings: settings(), language: language().iso, mode: chosen('mode'), phone: chosen('device') === 'phone' });
    let preview = null;
    let due = 0;

    const show = () => {
        due = 0;
        const now = options();

        document.getElementById('onlinechat-preview-language').textContent = languages.length > 1 ? language().name : '';
        document.getElementById('onlinechat-nothing').hidden = now.mode !== 'form' || on('offline_mode');
        stage.classList.toggle('onlinechat-phone', now.phone);
        if (preview) {
            preview.update(now);
        } else {
            preview = window.onlinechatPreview(stage, now);
        }
    };

    // At most once a frame, however fast somebody types or draws over a colour.
    const follow = () => {
        due ||= requestAnimationFrame(show);
    };

    aside.hidden = false;
    [form, aside].forEach((one) => ['input', 'change'].forEach((name) => one.addEventListener(name, follow)));
    new MutationObserver(follow).observe(form, { subtree: true, attributeFilter: ['class'] });
    // Whoever edits the contact form sees the contact form, and the other way round.
    form.addEventListener('focusin', ({ target }) => {
        const step = target.closest('.onlinechat-step')?.id;
        const mode = { 'onlinechat-step-B': 'chat', 'onlinechat-step-C': 'form' }[step];

        if (mode && mode !== chosen('mode')) {
            aside.querySelector(`[name="onlinechat-preview-mode"][value="${mode}"]`).checked = true;
            follow();
        }
    });
    show();
})();
