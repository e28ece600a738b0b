import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser } from '../../support/chromium.js';
import { built, yamlOf } from '../batch/batch-folder.js';
import { tempFolder } from '../temp-folder.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Needs Chromium: `apt-get install chromium`, or CHROMIUM in the environment.
describe.skipIf(CHROMIUM === undefined)('the pages in Chromium', () => {
  it('pass axe, fetch nothing, and fit paper', { timeout: 60_000 }, async () => {
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada'),
      'ben/application.yaml': yamlOf('ben', ['rivera']).replace('2026-09-15', '2026-06-30'),
      'chi/application.yaml': yamlOf('chi').replaceAll('targetDate', 'targetDaet'),
      'dov/application.yaml': yamlOf('dov').replaceAll('2026-09-15', '2026-09-20\n      status: uploaded'),
    });
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ['index', 'plans', 'reminders', 'mail'] });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const fetched: string[] = [];
      page.on('request', (request) => void fetched.push(request.url()));
      for (const name of ['index.html', 'ben/plan.html']) {
        const url = pathToFileURL(path.join(outDir, name)).href;
        await page.goto(url);
        expect(fetched.splice(0)).toEqual([url]);
        const results = await page.evaluate<AxeResults>(`${AXE}; axe.run(document, { resultTypes: ['violations'] })`);
        expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(results.passes.length).toBeGreaterThan(15);
        const broken = await page.evaluate<number>(
          `[...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).length`,
        );
        expect(broken).toBe(0);
        // A4 less its margins, at 96 dots an inch: nothing is cut at the right edge.
        await page.setViewportSize({ width: 703, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(703);
        await page.emulateMedia({ media: 'screen' });
      }
    } finally {
      await browser.close();
    }
  });

  it('keep names readable beside one of any length, on a phone and on paper', { timeout: 60_000 }, async () => {
    const long = 'Q'.repeat(90);
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada').replace('family: Rivera', `family: ${long}`),
      'ben/application.yaml': yamlOf('ben').replace('family: Tran', `family: ${long}`),
    });
    const outDir = tempFolder();
    await built(folder, { outDir, outputs: ['index', 'plans'] });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const name of ['index.html', 'ada/plan.html', 'ben/plan.html']) {
        await page.goto(pathToFileURL(path.join(outDir, name)).href);
        await page.setViewportSize({ width: 375, height: 800 });
        // Room for "Marguerite" in the size of the page: narrower cells break ordinary names amid a word.
        const narrowest = `Math.min(...[...document.querySelectorAll('tbody th')].map((cell) => cell.clientWidth))`;
        expect(await page.evaluate(narrowest), name).toBeGreaterThanOrEqual(100);
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(375);
        await page.setViewportSize({ width: 703, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(703);
        await page.emulateMedia({ media: 'screen' });
      }
    } finally {
      await browser.close();
    }
  });
});
