import { query } from './shop.mjs';

const HALF_HOUR = 1800000;
const COLUMNS = ['conversations', 'abandoned', 'missed', 'waited', 'waited_us', 'answered', 'answer_us', 'length_us', 'visitor_messages', 'operator_messages'];

/**
 * What was counted, written past the chat. Times in seconds, of all of a row's conversations together.
 *
 * @param {{at: number, in?: number, operator?: number, conversations?: number, abandoned?: number, missed?: number, waited?: number,
 *   waiting?: number, answered?: number, answer?: number, length?: number, theirs?: number, ours?: number}[]} rows at: ms; in: the shop's id
 */
export async function counted(shop, rows) {
    await query(shop, 'DELETE FROM PREFIX_onlinechat_statistic');
    if (rows.length) {
        const sums = COLUMNS.map((name) => `${name} = ${name} + VALUES(${name})`).join(', ');

        await query(shop, `INSERT INTO PREFIX_onlinechat_statistic (shop, slot, operator, ${COLUMNS.join()}) VALUES `
            + rows.map(({ at, in: id = 1, operator = 0, ...row }) => {
                const n = { conversations: 0, abandoned: 0, missed: 0, waiting: 0, answer: 0, length: 0, theirs: 0, ours: 0, ...row };

                return `(${[id, Math.floor(at / HALF_HOUR), operator, n.conversations, n.abandoned, n.missed, n.waited ?? n.conversations - n.abandoned,
                    n.waiting * 1e6, n.answered ?? n.conversations - n.abandoned, n.answer * 1e6, n.length * 1e6, n.theirs, n.ours].join()})`;
            }).join() + ` ON DUPLICATE KEY UPDATE ${sums}`);
    }
}

/** The page in the back office, with the console folded out of its way. */
export class StatisticsPage {
    constructor(operator) {
        Object.assign(this, { operator, page: operator.page });
        this.figures = this.page.locator('.onlinechat-figures > div');
    }

    async open(more = {}) {
        this.address ??= await this.operator.address('onlinechat/statistics');
        const address = new URL(this.address, this.page.url());

        Object.entries(more).forEach(([name, value]) => address.searchParams.set(name, value));
        await this.page.goto(address.href);
        if (await this.operator.title.getAttribute('aria-expanded') === 'true') {
            await this.operator.title.click();
        }

        return this;
    }

    /** What stands above the charts, by name. */
    async figure(name) {
        return (await this.figures.filter({ has: this.page.locator('dt').getByText(name, { exact: true }) }).locator('dd').textContent()).trim();
    }

    chart(id) {
        return this.page.locator(`figure:has(#onlinechat-chart-${id})`);
    }

    /** A chart's numbers: a list a row, as they are read. */
    numbers(id) {
        return this.chart(id).locator('tbody tr').evaluateAll((rows) => rows.map(({ cells }) => [...cells].map((cell) => cell.textContent.trim())));
    }

    /** Whether a chart has drawn something. */
    drawn(id) {
        return this.chart(id).locator('canvas').evaluate((canvas) => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);

            return data.some((value) => value > 0);
        });
    }
}

/** Days before today, at noon, ms. */
export const ago = (days) => {
    const at = new Date();

    at.setUTCHours(12, 0, 0, 0);

    return at.getTime() - days * 864e5;
};

/** The same day, as the page has it: noon is the same day in the shop's zone. */
export const day = (days) => new Date(ago(days)).toISOString().slice(0, 10);

/** Weeks of three operators, the same each time. */
export function weeks(employees, days) {
    return Array.from({ length: days }, (_, n) => {
        const busy = 3 + ((n * 7) % 5) + (n % 7 < 2 ? 0 : 4);
        const rows = [employees.ines, employees.omar].map(({ id }, i) => {
            const conversations = Math.max(1, busy - 3 * i);

            return { at: ago(n), operator: id, conversations, waiting: conversations * (18 + ((n * 11) % 30) + 12 * i), answer: conversations * (40 + ((n * 13) % 35) + 20 * i),
                length: conversations * (260 + ((n * 37) % 200)), theirs: conversations * 5, ours: conversations * 6 };
        });

        return [...rows, { at: ago(n), conversations: n % 3, abandoned: n % 3, missed: n % 4, length: (n % 3) * 90, theirs: n % 3 }];
    }).flat();
}
