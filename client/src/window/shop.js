import { Consents } from './consents.js';

/** What the visitor's window asks of pages of the shop: what the bare entry, which knows no PrestaShop, cannot do. */
export class ShopPages {
    /**
     * @param {{mail?: string, consent?: string, transcript?: string}} config addresses; one that lacks is not asked
     * @param {import('../shared/api.js').Api} api
     * @param {import('../shared/storage.js').Store} store
     */
    constructor(config, api, store) {
        Object.assign(this, { config, api, consents: new Consents({ url: config.consent, api, store }) });
    }

    /** Has the shop send the letter now: without a cron and with nobody in the back office nothing else would. */
    deliver() {
        const { mail } = this.config;

        // the message is kept, and what is due stays due: a failure is not the visitor's business
        mail && fetch(mail, { method: 'POST', credentials: 'same-origin', keepalive: true }).catch(() => {});
    }

    /** Tells that the shop's text was agreed to; the message is taken already. @param {string} [name] as a guest typed it */
    consented(name = '') {
        this.consents.add(name);
    }

    /**
     * Has a conversation mailed to the customer's own address.
     *
     * @throws {ApiProblem|NetworkProblem}
     */
    async mailTranscript(conversation) {
        await this.api.tell(this.config.transcript, { conversation }, await this.api.ticket());
    }
}
