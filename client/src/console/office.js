import { showBlocks } from './dialog-block.js';
import { showKeys } from './dialog-keys.js';
import { askForProfile } from './dialog-profile.js';
import { tell } from './dialogs.js';

/** What the operator looks at or changes beside the conversations: own profile, sounds, who is kept out, the keys. */
export class Office {
    /**
     * @param {{
     *   root: ShadowRoot, t: Function, config: object, desks: import('./desks.js').Desks, profile: import('./profile.js').Profile,
     *   actions: import('./actions.js').Actions, clock: (ms: number) => string, redraw: () => void
     * }} options
     */
    constructor(options) {
        Object.assign(this, options);
    }

    async profileDialog() {
        const { root, t, config, desks, profile } = this;
        const shops = desks.all.map(({ shop, board }) => {
            const kept = profile.of(shop);

            return { id: shop.id, name: shop.name, profile: { ...kept, name: kept.name || board?.me.name || '' } };
        });
        const changed = await askForProfile(root, t, shops, profile.muted, {
            allowed: config.sounds,
            submit: (wish) => this.#keep(wish),
        });

        if (changed) {
            this.actions.refreshOnline();
            this.redraw();
        }
    }

    async toggleMute() {
        const muted = !Object.values(this.profile.muted).every(Boolean);

        try {
            await this.profile.mute({ message: muted, conversation: muted });
        } catch (problem) {
            this.actions.tell(this.t('failed', { detail: problem.message }));
        }
        this.redraw();
    }

    async blocksDialog() {
        const { root, t, desks, clock } = this;

        try {
            const lists = await Promise.all(desks.all.map(async (desk) => {
                const { blocks } = await desk.api.call('blocks');

                return blocks.map((block) => ({ ...block, desk }));
            }));

            await showBlocks(root, t, lists.flat(), {
                when: clock,
                unblock: (block) => this.#unblock(block),
            });
        } catch (problem) {
            await tell(root, t, { title: t('failed', { detail: problem.message }) });
        }
    }

    keysDialog() {
        return showKeys(this.root, this.t);
    }

    async #unblock({ desk, id }) {
        try {
            await desk.api.call('unblock', { body: { block: id } });
            return '';
        } catch (problem) {
            return this.t('failed', { detail: problem.message });
        }
    }

    /** @returns {Promise<string>} "", or why it was refused */
    async #keep({ name, capacities, languages, muted }) {
        try {
            for (const [i, { shop }] of this.desks.all.entries()) {
                await this.profile.change(shop, { name, capacity: capacities[i], languages });
            }
            await this.profile.mute({ ...this.profile.muted, ...muted });
            return '';
        } catch (problem) {
            return this.t('failed', { detail: problem.message });
        }
    }
}
