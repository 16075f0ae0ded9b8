/** @returns {boolean} whether a text leaves no ink: the server refuses such a message, invisible signs count as spaces */
export const blank = (text) => /^[\s\p{DI}]*$/u.test(text);
