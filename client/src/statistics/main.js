/* The charts of the statistics: each draws the table that stands below it, so that both show the same numbers. */
import {
    BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
} from 'chart.js';
import { duration, step } from './duration.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const DASHES = [[], [6, 4], [2, 3]];
const POINTS = ['circle', 'rect', 'triangle'];
/** A bar across with its name, px. */
const ROW = 34;
const page = document.querySelector('#onlinechat-statistics');
const rtl = getComputedStyle(page).direction === 'rtl';
const locale = document.documentElement.lang || undefined;

/** As it is now: forced colours may come and go. */
const colour = (name) => getComputedStyle(page).getPropertyValue(`--onlinechat-${name}`).trim();

function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];

    return {
        labels: rows.map(({ cells: [name] }) => name.dataset.short ?? name.textContent),
        names: rows.map(({ cells: [name] }) => name.textContent),
        series: heads.flatMap((head, column) => (head.hasAttribute('data-series') ? [{
            label: head.textContent,
            data: rows.map(({ cells }) => (cells[column].dataset.value === '' ? null : Number(cells[column].dataset.value))),
        }] : [])),
    };
}

function dataset(series, index) {
    const paint = colour(`series-${index + 1}`);

    return {
        ...series, backgroundColor: paint, borderColor: paint, borderDash: DASHES[index], borderWidth: 2, pointStyle: POINTS[index],
        pointRadius: series.data.length > 60 ? 2 : 4, spanGaps: true, maxBarThickness: 40,
        categoryPercentage: 0.9, barPercentage: 1,
    };
}

/** Steps as a clock has them, not tens of seconds. */
function clock(scale) {
    scale.options.ticks.stepSize = step(scale.max);
}

function scales(across, seconds, write) {
    const ticks = { color: colour('chart-text'), maxRotation: 60 };
    const grid = { color: colour('chart-grid') };
    const names = { ticks, grid: { display: false }, ...(across ? { position: rtl ? 'right' : 'left' } : { reverse: rtl }) };
    const values = {
        beginAtZero: true, grid, ticks: { ...ticks, precision: 0, callback: write }, afterDataLimits: seconds ? clock : undefined, ...(across ? { reverse: rtl } : { position: rtl ? 'right' : 'left' }),
    };

    return across ? { y: names, x: values } : { x: names, y: values };
}

function draw(figure) {
    const across = figure.dataset.chart === 'across';
    const seconds = figure.dataset.unit === 'seconds';
    const { labels, names, series } = read(figure.querySelector('table'));
    const write = seconds ? duration : (value) => value.toLocaleString(locale);
    const text = colour('chart-text');
    const box = figure.querySelector('.onlinechat-canvas');

    if (across) {
        box.style.height = `${Math.max(3, labels.length) * ROW + 40}px`;
    }

    return new Chart(figure.querySelector('canvas'), {
        type: figure.dataset.chart === 'line' ? 'line' : 'bar',
        data: { labels, datasets: series.map(dataset) },
        options: {
            animation: false, maintainAspectRatio: false, locale, indexAxis: across ? 'y' : 'x', scales: scales(across, seconds, write),
            interaction: { mode: 'index', axis: across ? 'y' : 'x', intersect: false },
            plugins: {
                legend: { display: series.length > 1, rtl, labels: { color: text, usePointStyle: true, boxHeight: 7 } },
                tooltip: { rtl, callbacks: { title: ([{ dataIndex }]) => names[dataIndex], label: ({ dataset: { label }, raw }) => `${label}: ${write(raw)}` } },
            },
        },
    });
}

let charts = [];

function drawAll() {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts.forEach((chart) => chart.destroy());
    charts = [...page.querySelectorAll('figure[data-chart]')].map(draw);
}

drawAll();
matchMedia('(forced-colors: active)').addEventListener('change', drawAll);
