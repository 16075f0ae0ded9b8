/**
 * How an operator goes online: display name, capacity a shop, languages, own sounds. The back office keeps it where it
 * offers an address for that, else the browser does.
 */
export class Profile {
    /** @param {{config: object, memory: import('./memory.js').Memory, post?: (url: string, body: object) => Promise<void>}} options */
    constructor({ config, memory, post = postJson }) {
        Object.assign(this, { config, memory, post });
        if (config.links.profile && Object.keys(memory.profiles).length) {
            // the page was made with what the back office keeps
            memory.profiles = {};
            memory.save();
        }
    }

    /** @returns {{name: string, capacity: number|null, languages: string[]}} as it is for a shop */
    of(shop) {
        const { name = '', capacity = null, languages = [] } = { ...shop.config, ...this.memory.profiles[shop.id] };

        return { name, capacity, languages };
    }

    /** What `online` is asked with; what was never chosen is the shop's default. */
    wish(shop) {
        const { name, capacity, languages } = this.of(shop);

        return { ...name && { name }, ...capacity && { capacity }, ...languages.length && { languages } };
    }

    get muted() {
        return this.memory.muted ?? this.config.mute;
    }

    /** @param {{message: boolean, conversation: boolean}} muted */
    async mute(muted) {
        this.memory.muted = muted;
        this.memory.save();
        await this.#keep({ mute: muted });
    }

    /**
     * @param {object} shop
     * @param {{name: string, capacity: number|null, languages: string[]}} profile
     * @throws {Error} if the back office did not take it
     */
    async change(shop, profile) {
        await this.#keep({ shop: shop.id, ...profile });
        this.memory.profiles[shop.id] = profile;
        this.memory.save();
    }

    async #keep(body) {
        if (this.config.links.profile) {
            await this.post(this.config.links.profile, body);
        }
    }
}

async function postJson(url, body) {
    const response = await fetch(url, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), credentials: 'same-origin',
    });

    if (!response.ok) {
        const { detail, error } = await response.json().catch(() => ({}));
        throw new Error(detail || error || `${response.status}`);
    }
}
