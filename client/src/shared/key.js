/**
 * A key for one write: 128 random bits as 32 lower-case hex digits. New for every write, and the same
 * for every repetition of it.
 *
 * @returns {string}
 */
export function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));

    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
