import { newKey } from '../../../client/src/shared/key.js';
import { query } from './shop.mjs';

const AUTHORS = { visitor: 1, operator: 2, note: 3 };
const quote = (value) => (value === null ? 'NULL' : `'${String(value).replace(/[\\']/g, '\\$&')}'`);
const rows = (all) => all.map((row) => `(${row.map((one) => (typeof one === 'number' ? one : quote(one))).join()})`).join();

/**
 * Lines of the history, each with one archived conversation, written past the chat: many of them take no time.
 *
 * @param {{id: number, customer?: number, name?: string, email?: string, phone?: string, at: number, in?: number, operator?: number,
 *   said?: [('visitor'|'operator'|'note'), string, string][]}[]} lines at: ms; in: the shop's id; said: author, name, text
 */
export async function archive(shop, lines) {
    const all = lines.map((line) => ({ customer: null, name: '', email: null, phone: null, in: 1, operator: 1, said: [['visitor', '', 'Hello']], ...line }));
    const us = (line) => line.at * 1000;

    await query(shop, 'INSERT INTO PREFIX_onlinechat_thread (id, shop, customer, name, email, phone, conversations, last_text, last_at) VALUES '
        + rows(all.map((line) => [line.id, line.in, line.customer, line.name, line.email, line.phone, 1,
            line.said.filter(([author]) => author === 'visitor').pop()[2], us(line)])));
    await query(shop, 'INSERT INTO PREFIX_onlinechat_conversation (id, shop, thread, visitor, name, status, operator, last_number, started_at, last_at) VALUES '
        + rows(all.map((line) => [line.id, line.in, line.id, line.customer ? `c:${line.customer}` : `g:${String(line.id).padStart(32, '0')}`,
            line.name, 4, line.operator, line.said.length, us(line), us(line)])));
    await query(shop, 'INSERT INTO PREFIX_onlinechat_message (conversation, number, author, operator, name, text, at) VALUES '
        + rows(all.flatMap((line) => line.said.map(([author, name, text], i) => [line.id, i + 1, AUTHORS[author],
            author === 'visitor' ? null : line.operator, name, text, us(line) - (line.said.length - 1 - i) * 1e6]))));
    await query(shop, `INSERT INTO PREFIX_onlinechat_undigested (shop, document) VALUES ${rows(all.map((line) => [line.in, line.id]))}`);
}

/** One guest's line with very much said in it: conversations of 20 messages each, numbered from the line's number on. */
export async function archiveMuch(shop, { id, name, at, conversations, customer = null, email = null }) {
    const us = at * 1000;

    await query(shop, `INSERT INTO PREFIX_onlinechat_thread (id, shop, customer, name, email, conversations, last_text, last_at) VALUES (${id}, 1, ${quote(customer)},`
        + ` ${quote(name)}, ${quote(email)}, ${conversations}, 'the last', ${us})`);
    await query(shop, 'INSERT INTO PREFIX_onlinechat_conversation (id, shop, thread, visitor, name, status, operator, last_number, started_at, last_at)'
        + ` SELECT ${id} + seq, 1, ${id}, ${quote(customer ? `c:${customer}` : `g:${String(id).padStart(32, '0')}`)}, ${quote(name)}, 4, 1, 20, ${us}, ${us}`
        + ` FROM seq_0_to_${conversations - 1}`);
    await query(shop, 'INSERT INTO PREFIX_onlinechat_message (conversation, number, author, name, text, at)'
        + ` SELECT c.id, n.seq, 1 + n.seq % 2, '', CONCAT('said ', n.seq, ' in ', c.id - ${id} + 1, REPEAT(' and so on', 7)), ${us} FROM PREFIX_onlinechat_conversation c JOIN`
        + ` seq_1_to_20 n WHERE c.thread = ${id}`);
}

/** A message left in the shop, past the form. */
export async function leave(stage, fields) {
    const page = await (await fetch(`${stage.url}/`)).text();
    const { entry, language } = JSON.parse(/id="onlinechat-config">(.*?)<\/script>/.exec(page)[1]);
    const response = await fetch(`${stage.url}${entry}&action=message`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key: newKey(), fields, language, started: Date.now() - 5000, url: '' }),
    });

    if (!response.ok) {
        throw new Error(`message: ${response.status} ${await response.text()}`);
    }
}
