import { icon } from '../shared/dom.js';

export const sendIcon = () => icon('M12 19V5M5.5 11.5L12 5l6.5 6.5');
export const mailIcon = () => icon('M4 6.5h16v11H4z', 'M4.5 7l7.5 6 7.5-6');
export const endIcon = () => icon('M6.5 6.5l11 11M17.5 6.5l-11 11');
