import { request } from '../shared/request.js';

/** How long a gateway that does not answer is left alone (ms). */
const LEFT = 5 * 60 * 1000;
/** It answers from memory: what takes longer than this is not it (ms). */
const TIMEOUT = 3000;

/**
 * The public status as the gateway has it; the entry's where there is no gateway, or where it cannot say.
 *
 * @param {{config: {gateway?: string, shop: number}, memory: import('../shared/storage.js').Store}} launcher
 * @param {AbortSignal} signal
 * @param {() => Promise<object>} entry
 */
export async function fromGateway({ config: { gateway, shop }, memory }, signal, entry) {
    const left = (memory.get('gateway') ?? 0) - Date.now();

    if (!gateway || left > 0 && left <= LEFT) {
        return entry();
    }
    try {
        // no content: it is there, and does not know
        return (await request(`${gateway}status?shop=${shop}`, { signal, timeout: TIMEOUT })).data ?? entry();
    } catch (problem) {
        if (signal.aborted) {
            throw problem;
        }
        memory.set('gateway', Date.now() + LEFT);

        return entry();
    }
}
