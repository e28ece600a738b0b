import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Preview, servePreview } from '../../../src/node/index.js';
import { CHROMIUM, openBrowser } from '../../support/chromium.js';
import { tempFolder } from '../temp-folder.js';

const TODAY = '2026-07-06';

/** A template of one short section over the built-in one, and a small copy of the example, both to be changed. */
function subject(): { folder: string; application: string; template: string; partial: string } {
  const root = tempFolder({
    'template/template.json': '{ "name": "mine", "contract": 1, "extends": "classic" }',
    'template/partials/story.md.hbs': '# A story\n\nOf {{applicant.name}}.\n',
  });
  const folder = path.join(root, 'applicant');
  cpSync('examples/img-internal-medicine', folder, { recursive: true });
  const template = path.join(root, 'template');
  return {
    folder,
    application: path.join(folder, 'application.yaml'),
    template,
    partial: path.join(template, 'partials/story.md.hbs'),
  };
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Status, headers and text of an answer; `host` as a browser would send it. */
function ask(
  url: string,
  options: { host?: string; method?: string } = {},
): Promise<{ status: number; text: string; csp: string }> {
  return new Promise((resolve, reject) => {
    const { host, method = 'GET' } = options;
    const sent = request(url, { method, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('latin1')));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text,
          csp: String(response.headers['content-security-policy'] ?? ''),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

let files: ReturnType<typeof subject>;
let preview: Preview;
beforeEach(async () => {
  files = subject();
  preview = await servePreview({ place: files.folder, template: files.template, today: TODAY });
});
afterEach(() => preview.close());

describe('the preview', () => {
  it('is served on the loopback address, and to it by that name alone', async () => {
    expect(new URL(preview.url).hostname).toBe('127.0.0.1');
    expect((await ask(preview.url)).status).toBe(200);
    expect((await ask(preview.url, { host: 'evil.example:80' })).status).toBe(403);
    expect((await ask(`${preview.url}api/state`, { host: 'evil.example' })).text).not.toContain('Nguy');
    expect((await ask(preview.url, { method: 'POST' })).status).toBe(405);
    expect((await ask(preview.url)).csp).toContain("default-src 'none'");
  });

  it('says in words that its port is taken', async () => {
    const port = Number(new URL(preview.url).port);
    await expect(servePreview({ place: files.folder, today: TODAY, port })).rejects.toThrow(
      `port ${port} cannot be used: another program uses it`,
    );
  });

  it('answers for letters that exist, as pages and as PDF, and for nothing else', async () => {
    const pages = JSON.parse((await ask(`${preview.url}api/letters/dang-general`)).text) as { pages: string[] };
    expect(pages.pages.length).toBeGreaterThan(5);
    expect(pages.pages[0]).toMatch(/^<svg /);
    expect((await ask(`${preview.url}api/letters/dang-general.pdf`)).text.slice(0, 5)).toBe('%PDF-');
    for (const other of [
      'api/letters/nobody',
      'api/letters/%E0%A4%A',
      'application.yaml',
      '../package.json',
      '/',
      '/x:9999999/',
    ]) {
      expect((await ask(`${preview.url}${other}`)).status).toBe(404);
    }
  });

  it('says what stands in the way with its frame, and keeps the last good state', async () => {
    edit(files.partial, (text) => text.replace('applicant.name', 'applicant.nmae'));
    await expect
      .poll(async () => (JSON.parse((await ask(`${preview.url}api/state`)).text) as { frames: string }).frames, {
        timeout: 30_000,
      })
      .toContain('{{applicant.nmae}}');
    const state = JSON.parse((await ask(`${preview.url}api/state`)).text) as { letters: unknown[] };
    expect(state.letters).toHaveLength(4);
  });
});

describe.skipIf(CHROMIUM === undefined)('in a browser (needs Chromium)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(40_000);
    await page.goto(preview.url);
    await page.waitForSelector('main svg');
  });
  afterEach(() => page.close());

  const labels = async (): Promise<string> =>
    (
      await page.locator('main svg').evaluateAll((pages) => pages.map((svg) => svg.getAttribute('aria-label') ?? ''))
    ).join('\n');

  it('shows the letters, the pages of the chosen one, and the findings', async () => {
    expect(await page.locator('nav button').count()).toBe(4);
    expect(await labels()).toContain('Of Bảo Trâm Nguyễn');
    await page.locator('nav button').nth(3).click();
    await page.waitForFunction(() =>
      document.querySelector('[aria-current=true]')?.textContent?.includes('dang-general'),
    );
    await expect.poll(labels, { timeout: 30_000 }).toContain('Đặng');
    expect(await page.locator('#findings li').count()).toBeGreaterThan(0);
  });

  it('follows a change of the template and of the data, and keeps its pages when something is wrong', async () => {
    edit(files.partial, () => '# Another story\n\nOf {{applicant.name}}, told anew.\n');
    await expect.poll(labels, { timeout: 30_000 }).toContain('told anew');
    const drawn = page.locator('main svg');
    await drawn.evaluateAll((pages) => pages.forEach((svg) => svg.setAttribute('data-drawn', 'before')));
    edit(files.application, (text) => text.replace('tram.nguyen@example.org', 'tram@example.net'));
    await expect.poll(labels, { timeout: 30_000 }).toContain('tram@example.net');
    // Pages that did not change are not drawn again.
    const kept = await page.locator('main svg[data-drawn]').count();
    expect(kept).toBeGreaterThan((await drawn.count()) / 2);
    expect(kept).toBeLessThan(await drawn.count());

    edit(files.partial, () => '# Broken\n\n{{#if title}}\n');
    await page.waitForSelector('#problems:not([hidden])');
    expect(await page.locator('#problems').textContent()).toContain('story.md.hbs:3:1');
    expect(await labels()).toContain('told anew');
    expect(await page.locator('main').getAttribute('class')).toBe('stale');

    edit(files.partial, () => '# Mended\n\nAll is well.\n');
    await expect.poll(labels, { timeout: 30_000 }).toContain('All is well');
    expect(await page.locator('#problems').isHidden()).toBe(true);
  });

  it('draws ink: the page is no blank', async () => {
    const shot = await page
      .locator('main svg')
      .first()
      .screenshot({ path: path.join(tempFolder({}), 'page.png') });
    const ink = await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [306, 396];
      const context = canvas.getContext('2d');
      if (!context) return 0;
      context.drawImage(image, 0, 0, 306, 396);
      const { data } = context.getImageData(0, 0, 306, 396);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 140) dark += 1;
      return dark;
    }, shot.toString('base64'));
    expect(ink).toBeGreaterThan(1000);
  });
});
