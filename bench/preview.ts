import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/support/chromium.js';
import { ROOT } from './peers.js';
import { median, textTable } from './statistics.js';

/** A kind of change: what saves it, and what the pages say then, where they say it in words. */
interface Change {
  readonly title: string;
  save(round: number): void | Promise<void>;
  shows?(round: number): string;
}

function edit(file: string, what: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`${file} has no ${what.source}`);
  writeFileSync(file, changed);
}

/** A photo as a telephone makes it, of one colour or another. */
async function photo(browser: Browser, round: number): Promise<Buffer> {
  const picture = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  await picture.setContent(`<body style="background: linear-gradient(hsl(${round * 40} 60% 60%), #222)"></body>`);
  const jpeg = await picture.screenshot({ type: 'jpeg', quality: 85 });
  await picture.close();
  return jpeg;
}

function changesOf(folder: string, template: string, photos: readonly Buffer[]): readonly Change[] {
  const application = path.join(folder, 'application.yaml');
  const partial = path.join(template, 'partials/story.md.hbs');
  return [
    {
      title: 'data',
      save: (round) => edit(application, /email: tram\S*/, `email: tram.${round}@example.org`),
      shows: (round) => `tram.${round}@example.org`,
    },
    {
      title: 'statement',
      save: (round) => edit(path.join(folder, 'personal-statement-internal-medicine.md'), /\n*(?:Sentence \d+ of the test\.\n)?$/, `\n\nSentence ${round} of the test.\n`), // prettier-ignore
    },
    { title: 'theme', save: (round) => writeFileSync(path.join(template, 'template.json'), templateText(round)) },
    {
      title: 'template',
      save: (round) => writeFileSync(partial, `# A story\n\nTold the ${round}. time, of {{applicant.name}}.\n`),
      shows: (round) => `Told the ${round}. time`,
    },
    {
      title: 'photo',
      save: (round) => writeFileSync(path.join(folder, 'photo.jpg'), photos[round % photos.length] ?? ''),
    },
  ];
}

const templateText = (round: number): string =>
  JSON.stringify({ name: 'mine', contract: 1, extends: 'classic', theme: { colors: { accent: round % 2 ? '#1f3a5f' : '#5f1f3a' } } }); // prettier-ignore

async function startPreview(folder: string, template: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ['preview', folder, '--template', template, '--today', '2026-07-06'];
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args]);
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [found] = /http:\/\/[\d.:]+\/?/.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the preview ended: ${text}`)));
  });
  return { child, url };
}

/**
 * Prints how long the pages in a browser lag behind a change that is saved (issue: within a second): from the saved file
 * to all pages of the packet shown anew, of the example and a template over `classic`.
 */
export async function measurePreview(rounds: number): Promise<void> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lor-packet-preview-'));
  const folder = path.join(root, 'applicant');
  const template = path.join(root, 'template');
  cpSync(path.join(ROOT, 'examples/img-internal-medicine'), folder, { recursive: true });
  mkdirSync(path.join(template, 'partials'), { recursive: true });
  writeFileSync(path.join(template, 'template.json'), templateText(0));
  writeFileSync(path.join(template, 'partials/story.md.hbs'), '# A story\n\nOf {{applicant.name}}.\n');
  edit(path.join(folder, 'application.yaml'), /\n {2}place: /, '\n  photo: photo.jpg\n  place: ');
  edit(path.join(folder, 'application.yaml'), /\nshare: .*/, '\nshare: [scores, program-names, visa, gaps, photo]');
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const photos = [await photo(browser, 0), await photo(browser, 1)];
  writeFileSync(path.join(folder, 'photo.jpg'), photos[0] ?? '');
  const { child, url } = await startPreview(folder, template);
  try {
    await page.goto(url);
    await page.waitForSelector('main svg');
    await page.waitForFunction(() => document.querySelectorAll('main svg').length > 5);
    const rows = [['change', 'median ms', 'most ms']];
    for (const change of changesOf(folder, template, photos)) {
      const lags: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const version = await page.evaluate(() => Number(document.body.dataset['version']));
        const start = performance.now();
        await change.save(round);
        await page.waitForFunction((known) => Number(document.body.dataset['version']) > known, version, {
          polling: 5,
        });
        lags.push(performance.now() - start);
        const labels = await page.locator('main svg').evaluateAll((pages) => pages.map((svg) => svg.getAttribute('aria-label') ?? '').join('\n')); // prettier-ignore
        if (change.shows && !labels.includes(change.shows(round))) throw new Error(`${change.title}: not shown`);
        await page.waitForTimeout(250);
      }
      rows.push([change.title, median(lags).toFixed(0), Math.max(...lags).toFixed(0)]);
    }
    const pages = await page.locator('main svg').count();
    console.log(
      `preview of ${pages} pages, from the saved file to the pages in Chromium; ${rounds} changes of each kind`,
    );
    console.log(textTable(rows));
  } finally {
    child.kill();
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  }
}
