/**
 * Small helpers to build DOM. Text is data: nothing here parses HTML, and nothing sets inline styles, so
 * that a strict content policy of the shop is met.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag with classes after dots, such as "p.note"
 * @param {Record<string, any>} [properties] `on…` functions are listeners; `hidden`, `disabled`, `value` and
 *   other properties of the element are set as such; what has a dash or is unknown to it becomes an
 *   attribute; null, undefined and false leave an attribute out
 * @param {...(Node|string|null|false)} children strings become text
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
    const [name, ...classes] = tag.split('.');
    const element = document.createElement(name);

    element.classList.add(...classes);
    for (const [property, value] of Object.entries(properties)) {
        if (property.startsWith('on')) {
            element.addEventListener(property.slice(2), value);
        } else if (property in element && property !== 'role') {
            element[property] = value;
        } else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(property, value === true ? '' : value);
        }
    }
    element.append(...children.filter((child) => child || child === ''));

    return element;
}

/**
 * A picture of lines on a 24 × 24 grid, hidden from screen readers: the button around it has the name.
 *
 * @param {...string} paths the `d` of each path
 */
export function icon(...paths) {
    const svg = document.createElementNS(SVG, 'svg');

    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    paths.forEach((d) => {
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('d', d);
        svg.append(path);
    });

    return svg;
}

/**
 * A style sheet for a shadow root: constructed, not inserted, so that any style-src allows it. Browsers
 * that cannot (Safari before 16.4) get a style element.
 *
 * @param {ShadowRoot} root
 * @param {string} css
 * @returns {(css: string) => void} replaces the sheet's rules
 */
export function style(root, css) {
    let replace;

    if ('adoptedStyleSheets' in root) {
        const sheet = new CSSStyleSheet();
        replace = (text) => sheet.replaceSync(text);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } else {
        const element = el('style');
        replace = (text) => say(element, text);
        root.append(element);
    }
    replace(css);

    return replace;
}

/** Sets the text only if it differs, so that a live region does not speak for nothing. */
export function say(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}
