/** This script's own element: it is known only while the script first runs. */
const own = document.currentScript;

/**
 * The address of window.js: what the page says, or, in pages of older versions, beside this script.
 *
 * @param {{window?: string}} config
 */
export function windowAddress(config, script = own) {
    if (config.window) {
        return config.window;
    }
    const address = new URL(script?.src || '', location.href);

    if (!address.pathname.endsWith('/widget.js')) {
        throw new Error('onlinechat: the page does not say where window.js is (config.window)');
    }
    address.pathname = address.pathname.replace(/widget\.js$/, 'window.js');

    return address.href;
}

/**
 * Runs a script of the module. A script element and no import(): another server (PrestaShop's media
 * servers) would have to allow that with CORS headers. Under "trusted types" the shop's policy has to
 * name the policy "onlinechat".
 *
 * @returns {Promise<void>} when it has run
 */
export function run(address) {
    return new Promise((resolve, reject) => {
        const script = document.createElement('script');

        script.nonce = own?.nonce ?? '';
        script.onload = () => resolve();
        script.onerror = () => {
            script.remove();
            reject(new Error(`onlinechat: ${address} cannot be loaded`));
        };
        script.src = trusted(address);
        document.head.append(script);
    });
}

let policy;

function trusted(address) {
    try {
        policy ??= window.trustedTypes?.createPolicy('onlinechat', { createScriptURL: (url) => url });
    } catch {
        // the page's policy names no such policy: if it demands one, the browser refuses the address
    }

    return policy ? policy.createScriptURL(address) : address;
}
