/** Seconds as the tables have them: "45 s", "2 min 05 s", "1 h 10 min". @param {number} seconds */
export function duration(seconds) {
    if (seconds < 9.95) {
        return `${Number(seconds.toFixed(1))} s`;
    }
    const whole = Math.round(seconds);

    if (whole < 60) {
        return `${whole} s`;
    }
    const two = (value) => String(value).padStart(2, '0');

    if (whole < 3600) {
        return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
    }
    const minutes = Math.round(seconds / 60);

    return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];
const LINES = 6;

/** Seconds between the lines of a chart. @param {number} most the largest value */
export function step(most) {
    return STEPS.find((seconds) => most / seconds <= LINES) ?? STEPS.at(-1) * Math.ceil(most / LINES / STEPS.at(-1));
}
