/** What leaves no ink, as the server's table has it (ext/core/oc_utf8.c): spaces, controls, signs nobody sees. */
const INVISIBLE = /^[\s\p{Cc}\p{DI}\u2800\uFFF9-\uFFFB\u2000-\u200F\u2028-\u202F\u205F-\u206F]*$/u;

/** @returns {boolean} whether a text leaves no ink: the server refuses such a message */
export const blank = (text) => INVISIBLE.test(text);
