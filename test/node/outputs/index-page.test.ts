import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.js';
import { mergeManifests } from '../../../src/node/batch/merge-manifests.js';
import { built, yamlOf } from '../batch/batch-folder.js';
import { tempFolder } from '../temp-folder.js';

const NASTY = '"Bad <img src=x onerror=alert(1)> & \'Co\'"';

function home(): string {
  return tempFolder({
    'ada/application.yaml': yamlOf('ada').replace('family: Tran', `family: ${JSON.stringify(NASTY)}`),
    'ben/application.yaml': yamlOf('ben', ['rivera']).replace('2026-09-15', '2026-06-30'),
    'chi/application.yaml': yamlOf('chi').replaceAll('targetDate', 'targetDaet'),
  });
}

const read = (outDir: string, name = 'index.html'): string => readFileSync(path.join(outDir, name), 'utf8');

describe('index.html', () => {
  it('says what is due, overdue first, who must act, and what failed; the same after a run that makes nothing', async () => {
    const folder = home();
    const outDir = tempFolder();
    const run = await built(folder, { outDir });
    expect(run.summary.index).toBe(path.join(outDir, 'index.html'));
    const page = read(outDir);
    const rows = [...page.matchAll(/<tr( class="overdue")?><td class="date"><time datetime="([^"]+)">/g)];
    expect(rows.map(([, overdue, date]) => [date, overdue !== undefined])).toEqual([
      ['2026-06-30', true],
      ['2026-09-15', false],
      ['2026-09-15', false],
    ]);
    expect(page).toContain('href="ben/rivera.pdf"');
    expect(page).toContain('<h3 id="act-applicant">');
    expect(page).toMatch(/<h2 id="failures">[^]*chi\/application\.yaml[^]*targetDaet/);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const again = await built(folder, { outDir });
    expect(again.summary).toMatchObject({ made: 0, unchanged: 3 });
    expect(read(outDir)).toBe(page);
  });

  it('says when to remind the writer of a letter that was asked for', async () => {
    const text = yamlOf('ada', ['rivera']).replace('2026-09-15', '2026-09-15\n      status: sent');
    const folder = tempFolder({ 'ada/application.yaml': text });
    const next = async (today: string): Promise<string | undefined> => {
      const outDir = tempFolder();
      await built(folder, { outDir, outputs: ['index'], today });
      return /<td>sent<\/td><td>([^<]*)/.exec(read(outDir))?.[1]?.replaceAll('\u00a0', ' ');
    };
    expect(await next('2026-08-24')).toBe('wait, remind on August 25, 2026');
    expect(await next('2026-08-25')).toBe('remind the writer today');
    expect(await next('2026-09-12')).toBe('wait, remind on September 13, 2026');
    expect(await next('2026-09-14')).toBe('see whether it is in');
    expect(await next('2026-09-16')).toBe('remind the writer');
  });

  it('takes no value for markup', async () => {
    const outDir = tempFolder();
    await built(home(), { outDir });
    const page = read(outDir);
    expect(page).not.toContain('<img');
    expect(page).toContain('Bad &lt;img src=x onerror=alert(1)&gt; &amp; &#39;Co&#39;');
  });

  it('is made for more than one applicant, when asked for, and not over a page of somebody else', async () => {
    const folder = home();
    const outDir = tempFolder();
    const one = path.join(folder, 'ben');
    expect((await built(one, { outDir })).summary.index).toBeNull();
    expect((await built(folder, { outDir: tempFolder(), outputs: [] })).summary.index).toBeNull();
    writeFileSync(path.join(outDir, 'index.html'), '<p>my own page</p>');
    const kept = await built(one, { outDir, outputs: ['index'] });
    expect(kept.results).toContainEqual(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'output/exists' })] }),
    );
    expect(read(outDir)).toBe('<p>my own page</p>');
  });

  it('has its words from a folder, whose mistakes are told before anything is made', async () => {
    const texts = tempFolder({
      'pages/index.html.hbs': '<!doctype html><title>Unsere Briefe {{summary.packets}}</title>',
    });
    const outDir = tempFolder();
    await built(home(), { outDir, texts });
    expect(read(outDir)).toMatch(/^<!doctype html><title>Unsere Briefe 3<\/title>\n/);
    const wrong = tempFolder({ 'pages/index.html.hbs': '{{sumary.packets}}', 'pages/indx.html.hbs': '' });
    await expect(built(home(), { outDir, texts: wrong })).rejects.toBeInstanceOf(TemplateError);
    const unknown = tempFolder({ 'pages/index.html.hbs': '{{sumary.packets}}' });
    await expect(built(home(), { outDir, texts: unknown })).rejects.toMatchObject({
      diagnostics: [{ code: 'template/unknown-field', hints: ['did you mean "summary"?'] }],
    });
  });

  it('is made of merged shards, with links to where their packets are', async () => {
    const folder = home();
    const top = tempFolder();
    const files: string[] = [];
    for (const index of [1, 2]) {
      const outDir = path.join(top, `shard-${index}`);
      await built(folder, { outDir, shard: { index, count: 2 }, outputs: ['index'] });
      expect(read(outDir, `index.${index}-of-2.html`)).toContain(`part ${index} of 2`);
      files.push(path.join(outDir, `manifest.${index}-of-2.json`));
    }
    const { index } = await mergeManifests(files, path.join(top, 'manifest.json'));
    expect(index).toBe(path.join(top, 'index.html'));
    const links = [...read(top).matchAll(/href="([^"]+\.pdf)"/g)].map(([, href]) => href ?? '');
    expect(links).toHaveLength(3);
    for (const href of links) expect(readFileSync(path.join(top, href)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
