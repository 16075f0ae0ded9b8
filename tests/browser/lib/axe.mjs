import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { settled } from './wait.mjs';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails if axe-core has anything to say about the page, or a part of it, as it is now. @param {object} [part] axe-core's context */
export async function axeFindsNothing(page, state, part = null) {
    await settled(page);
    if (!await page.evaluate(() => 'axe' in window)) {
        await page.evaluate(await source);
    }
    const violations = await page.evaluate(async (context) => {
        // forced colours are the person's own; computed styles still tell the page's
        const forced = matchMedia('(forced-colors: active)').matches;
        const result = await window.axe.run(context ?? document, {
            resultTypes: ['violations'], rules: { 'color-contrast': { enabled: !forced } },
        });

        return result.violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes
            .map(({ target, failureSummary }) => `    ${target.flat().join(' >> ')}: ${failureSummary}`).join('\n')}`);
    }, part);

    if (violations.length) {
        throw new Error(`axe-core, ${state}:\n${violations.join('\n')}`);
    }
}
