/** The contact form's fields with the server's limits, in characters. Texts of these names label them. */
export const FIELDS = {
    first_name: { most: 80, autocomplete: 'given-name' },
    last_name: { most: 80, autocomplete: 'family-name' },
    email: { most: 255, autocomplete: 'email', type: 'email', dir: 'ltr' },
    phone: { most: 32, autocomplete: 'tel', type: 'tel', dir: 'ltr' },
    message: { most: 4000, autocomplete: 'off' },
};

/** The server's, too: a telephone as PrestaShop's address form takes it. */
const FORMS = { email: [/^[^\s@]+@[^\s@]+$/, 'field_email'], phone: [/^[+0-9. ()/-]*$/, 'field_phone'] };

/** The server's own, where a shop publishes no other rules. */
const DEFAULT = { ask: Object.keys(FIELDS), require: ['email', 'message'] };

/**
 * Which fields are asked for and required. A form without its message would be empty: it is always asked.
 *
 * @param {{ask?: string[], require?: string[]}|undefined} form of the public settings
 * @returns {{name: string, required: boolean}[]}
 */
export function fieldsOf(form) {
    const { ask, require } = { ...DEFAULT, ...form };

    return Object.keys(FIELDS).filter((name) => name === 'message' || ask.includes(name))
        .map((name) => ({ name, required: name === 'message' || require.includes(name) }));
}

/** @returns {string} the word for what is wrong with a value, "" if nothing is */
export function fault(name, value, required) {
    if (value === '') {
        return required ? 'field_missing' : '';
    }
    if (Array.from(value).length > FIELDS[name].most) {
        return 'field_long';
    }

    const [form, word] = FORMS[name] ?? [];

    return form?.test(value) === false ? word : '';
}

/** @returns {string} the word for a field the server refused */
export function refusal(name, code) {
    return code === 'too-long' ? 'field_long' : code === 'blank' ? 'field_missing' : FORMS[name]?.[1] ?? 'field_wrong';
}
