import { panel } from './panel.js';
import { replies } from './replies.js';

/**
 * What stands in a conversation's window beside the talk itself: a panel about the customer, canned replies.
 *
 * A mount is called once for each window, when it is made, and answers what it puts there (all optional):
 *
 *     {
 *       side: HTMLElement,      folded behind the window's "Customer" button, above the messages
 *       compose: HTMLElement,   right above the text field
 *       opened: () => void,     the operator unfolded `side`: the moment to read what it shows
 *       render: (line) => void, at every drawing, with the board's line; cheap, and never a request
 *       styles: string,         CSS for the console's shadow root, taken once
 *     }
 *
 * It is given `about`:
 *
 *     room      room.js: `id`, `line` (Conversation or null), `transcript`, `api` (to the shop's entry)
 *     shop      {id, name, …} as the back office's configuration has it
 *     config    the whole configuration (config.js): links, employee, language
 *     t         words of words/console.*.json
 *     field     the textarea. A key listener of a mount is added with capture and calls
 *               stopImmediatePropagation() for keys it uses: then they neither send nor are shortcuts
 *     write(text, {from, to})   puts text into the field in the place of [from, to), as if it were typed
 */
export const mounts = [panel, replies];

/**
 * @param {object} about
 * @param {Function[]} [all]
 * @returns {{side?: HTMLElement, compose?: HTMLElement, opened?: Function, render?: Function, styles?: string}[]}
 */
export function mountAll(about, all = mounts) {
    return all.map((mount) => mount(about)).filter(Boolean);
}
