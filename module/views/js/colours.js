/* Colours: the browser's picker and the number beside it, and a warning where text is hard to read on its background. */
(() => {
    const HEX = /^#?([0-9a-f]{6})$/i;
    const ENOUGH = 4.5;
    const field = (name) => document.querySelector(`[name="onlinechat[${name}]"]`);

    /** Relative luminance (WCAG 2.2). @param {string} colour #rrggbb */
    const luminance = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);

    const contrast = (one, other) => {
        const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);

        return (more + 0.05) / (less + 0.05);
    };

    /** A number to type or paste, which the picker of some browsers does not offer. */
    const number = (picker) => {
        const text = document.createElement('input');

        Object.assign(text, { type: 'text', className: 'form-control onlinechat-hex', value: picker.value, maxLength: 7, spellcheck: false, disabled: picker.disabled });
        text.setAttribute('aria-label', `${picker.labels[0]?.textContent.trim() ?? picker.name} #rrggbb`);
        text.dir = 'ltr';
        picker.classList.add('onlinechat-picker');
        picker.after(text);
        picker.addEventListener('input', () => {
            text.value = picker.value;
            text.removeAttribute('aria-invalid');
        });
        text.addEventListener('input', (event) => {
            const [, hex] = HEX.exec(text.value.trim()) ?? [];

            text.toggleAttribute('aria-invalid', !hex);
            if (hex) {
                picker.value = `#${hex.toLowerCase()}`;
                picker.dispatchEvent(new Event('change', { bubbles: true }));
            }
            event.stopPropagation();
        });
        text.addEventListener('change', () => {
            text.value = picker.value;
            text.removeAttribute('aria-invalid');
        });
        new MutationObserver(() => {
            text.disabled = picker.disabled;
        }).observe(picker, { attributeFilter: ['disabled'] });
    };

    const warn = (warning) => {
        const [text, background] = ['text', 'background'].map((part) => field(`${warning.dataset.onlinechatContrast}_${part}`));
        const show = () => {
            // Rounded down: 4.49 is not enough, and 4.5 would say it were.
            const ratio = Math.floor(contrast(text.value, background.value) * 10) / 10;
            const said = ratio < ENOUGH ? warning.dataset.text.replace('%ratio%', ratio.toLocaleString(document.documentElement.lang || undefined)) : '';

            if (warning.textContent !== said) {
                warning.textContent = said;
            }
        };

        [text, background].forEach((one) => ['input', 'change'].forEach((name) => one.addEventListener(name, show)));
        show();
    };

    document.querySelectorAll('#onlinechat-settings input[type=color]').forEach(number);
    document.querySelectorAll('[data-onlinechat-contrast]').forEach(warn);
})();
