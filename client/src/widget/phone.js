/** Where the window takes the whole screen; the style sheets say the same. */
export const PHONE = '(max-width: 480px), (max-height: 420px)';
