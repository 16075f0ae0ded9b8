import assert from 'node:assert/strict';
import { axeFindsNothing } from '../browser/lib/axe.mjs';
import { until, visible } from '../browser/lib/wait.mjs';
import { download } from './lib/history.mjs';
import { give, take } from './lib/rights.mjs';
import { query } from './lib/shop.mjs';
import { ago, counted, day, StatisticsPage, weeks } from './lib/statistics.mjs';

const CHARTS = ['conversations', 'waiting', 'length', 'operators'];

/** Two operators and nobody, of two days. */
const few = ({ ines, omar }) => [
    { at: ago(1), operator: ines.id, conversations: 3, waiting: 30, answer: 150, length: 900, theirs: 9, ours: 12 },
    { at: ago(3), operator: ines.id, conversations: 1, waiting: 50, answer: 90, length: 300, theirs: 2, ours: 3 },
    { at: ago(3), operator: omar.id, conversations: 2, waiting: 0, answer: 40, length: 3600, theirs: 4, ours: 5 },
    { at: ago(3), conversations: 1, abandoned: 1, missed: 4, length: 60, theirs: 1 },
];

const statisticsOf = async (stage, more = {}, who = {}) => new StatisticsPage(await stage.operator({ online: false, ...who })).open(more);

export const tests = [
    {
        name: 'issue 8.4 the statistics: figures, charts drawn, and each chart’s table with the same numbers, by days, weeks and months',
        async run(stage) {
            const { employees } = stage.shop;

            await counted(stage.shop, few(employees));
            const statistics = await statisticsOf(stage, { from: day(6), to: day(0) });

            assert.deepEqual(await Promise.all(['Conversations', 'Ended without an operator', 'Messages left', 'Average wait for an operator',
                'Average wait for the first answer', 'Average length'].map((name) => statistics.figure(name))),
            ['7', '1', '4', '13 s', '47 s', '11 min 34 s']);
            const days = await statistics.numbers('conversations');

            assert.deepEqual(days.map(([, ...numbers]) => numbers.join()), ['0,0,0', '0,0,0', '0,0,0', '4,1,4', '0,0,0', '3,0,0', '0,0,0']);
            assert.deepEqual((await statistics.numbers('waiting')).map(([, ...numbers]) => numbers.join())[5], '10 s,50 s');
            assert.deepEqual((await statistics.numbers('operators')).map((row) => row.slice(0, 2).join()), [
                'Ines Chatter,4', 'Omar Chatter,2', 'Nobody,1']);
            for (const chart of CHARTS) {
                await until(() => statistics.drawn(chart), `the chart "${chart}"`);
            }
            await statistics.page.locator('select[name=by]').selectOption('month');
            await statistics.page.getByRole('button', { name: 'Show' }).click();
            await statistics.page.waitForURL(/by=month/);
            const months = await statistics.numbers('conversations');

            assert.ok(months.length <= 2);
            assert.equal(months.reduce((sum, [, n]) => sum + Number(n), 0), 7);
        },
    },
    {
        name: 'issue 8.4 the statistics of one operator, of days of one’s own, and of days on which nothing happened',
        async run(stage) {
            const { employees } = stage.shop;

            await counted(stage.shop, few(employees));
            const statistics = await statisticsOf(stage);
            const { page } = statistics;

            await page.locator('select[name=operator]').selectOption(String(employees.ines.id));
            await page.locator('input[name=from]').fill(day(3));
            await page.locator('input[name=to]').fill(day(2));
            await page.getByRole('button', { name: 'Show' }).click();
            await page.waitForURL(/operator=/);
            assert.equal(await statistics.figure('Conversations'), '1');
            assert.equal(await statistics.figure('Average wait for an operator'), '50 s');
            assert.equal(await statistics.figures.count(), 4, 'nobody’s are no operator’s');
            assert.equal(await statistics.chart('operators').count(), 0);
            await statistics.open({ from: '2020-01-01', to: '2020-01-31' });
            await visible(page.getByText('Nothing to show for these days'));
            assert.equal(await page.locator('#onlinechat-statistics canvas').count(), 0);
            assert.equal(await page.locator('script[src*="statistics.js"]').count(), 0);
            for (const [more, problem] of [[{ from: '2020-02-01', to: '2020-01-31' }, 'the first day is after the last'],
                [{ from: '2020-02-30', to: '2020-03-31' }, 'both days are needed'], [{ from: '2010-01-01', to: '2020-03-31' }, 'At most 399 days']]) {
                await statistics.open(more);
                await visible(page.locator('.alert-danger', { hasText: problem }));
            }
        },
    },
    {
        name: 'issue 8.4 the statistics as CSV: a row a period and operator with counts and sums; no formula, right quotes',
        async run(stage) {
            const { shop } = stage;

            await counted(shop, few(shop.employees));
            // as an operator might call themselves who is no employee any more
            await query(shop, "REPLACE INTO PREFIX_onlinechat_operator (shop, id, name) VALUES (1, 90001, '=1+1\";x')");
            await query(shop, 'UPDATE PREFIX_onlinechat_statistic SET operator = 90001 WHERE operator = 0');
            try {
                const { page } = await statisticsOf(stage, { from: day(6), to: day(0) });
                const { name, text } = await download(page, page.getByRole('link', { name: 'Export as CSV' }));
                const lines = text.split('\r\n');
                const [{ name: shopName }] = await query(shop, 'SELECT name FROM PREFIX_shop WHERE id_shop = 1');
    
                assert.match(name, /^chat-statistics-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
                assert.equal(lines[0], '\u{FEFF}"from";"to";"shop";"operator";"operator_name";"conversations";"abandoned";"messages_left";"waited";'
                    + '"waiting_seconds";"answered";"answer_seconds";"length_seconds";"visitor_messages";"operator_messages"');
                assert.equal(lines.length, 6);
                assert.equal(lines.at(-1), '');
                assert.ok(lines.includes(`"${day(1)}";"${day(1)}";"${shopName}";"${shop.employees.ines.id}";"Ines Chatter";"3";"0";"0";"3";"30.000";"3";"150.000";"900.000";"9";"12"`), text);
                assert.ok(text.includes('"90001";"\'=1+1"";x";"1";"1";"4"'), text);
            } finally {
                await query(shop, 'DELETE FROM PREFIX_onlinechat_operator WHERE id = 90001');
            }
        },
    },
    {
        name: 'issue 8.4 the statistics have a right of their own, and an entry between history and configuration',
        async run(stage) {
            const { shop } = stage;

            await give(shop, 'HISTORY', 'STATISTICS');
            try {
                const { page } = await stage.operator({ employee: shop.employees.nora, online: false });
                const [{ n }] = await query(shop, "SELECT GROUP_CONCAT(class_name ORDER BY position) n FROM PREFIX_tab WHERE module = 'onlinechat'"
                    + " AND active = 1 AND class_name <> 'AdminOnlinechat'");

                assert.equal(n, 'AdminOnlinechatHistory,AdminOnlinechatStatistics,AdminOnlinechatConfiguration');
                const token = new URL(await page.locator('a[href*="token="]').first().getAttribute('href'), page.url()).searchParams;
                const address = `${stage.url}/${shop.office}/modules/onlinechat/statistics?_token=${token.get('_token') ?? token.get('token')}`;

                assert.equal((await page.goto(address)).status(), 200);
                await page.locator('#onlinechat-statistics').waitFor();
            } finally {
                await take(shop);
            }
        },
    },
    {
        name: 'issue 8.4 the statistics are accessible: axe finds nothing, on a desktop and a phone, which scrolls only down; no inline script or style',
        async run(stage) {
            await counted(stage.shop, weeks(stage.shop.employees, 30));
            for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
                const context = await stage.context('operators', { viewport });
                const statistics = await statisticsOf(stage, {}, { context });
                const { page } = statistics;

                await until(() => statistics.drawn('conversations'), 'the chart');
                for (const table of await page.locator('#onlinechat-statistics details').all()) {
                    await table.locator('summary').focus();
                    await page.keyboard.press('Enter');
                    await visible(table.locator('table'));
                }
                await axeFindsNothing(page, `statistics at ${viewport.width}`, '#onlinechat-statistics');
                assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
            }
            const { page } = await statisticsOf(stage);
            const source = await (await page.request.get(page.url())).text();
            const ours = source.slice(source.indexOf('id="onlinechat-statistics"'), source.indexOf('id="onlinechat-same"'));

            assert.ok(ours.length > 1000);
            assert.doesNotMatch(ours, /<script|<style|\sstyle=|\son\w+=/);
        },
    },
];
