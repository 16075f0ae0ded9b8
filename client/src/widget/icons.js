import { icon } from '../shared/dom.js';

export const chatIcon = () => icon(
    'M12 3.5c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-1 0-2-.14-2.9-.4L4.6 20.5l.9-3.6C4 15.5 3 13.5 3 11.3c0-4.4 4-7.8 9-7.8z',
    'M8.2 11.4h.01M12 11.4h.01M15.8 11.4h.01',
);
export const downIcon = () => icon('M6 9.5l6 6 6-6');
