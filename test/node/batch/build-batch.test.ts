import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.js';
import { buildBatch, type BatchProgress, type BatchResult } from '../../../src/node/batch/index.js';
import { applicationSchema } from '../../../src/schema/application.js';
import { manifestSchema, type Manifest } from '../../../src/schema/manifest.js';
import { minimalApplication } from '../../support/applications.js';
import { tempFolder } from '../temp-folder.js';
import { built, filesIn, outcomes, TINY, yamlOf } from './batch-folder.js';

function manifestIn(outDir: string, name = 'manifest.json'): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(path.join(outDir, name), 'utf8')));
}

function threeApplicants(): { home: string; outDir: string } {
  const ids = ['ada', 'ben', 'chi'];
  const home = tempFolder(Object.fromEntries(ids.map((id) => [`${id}/application.yaml`, yamlOf(id)])));
  return { home, outDir: path.join(tempFolder(), 'out') };
}

describe('buildBatch', () => {
  it('makes every packet, and a manifest with what is known of each', async () => {
    const { home, outDir } = threeApplicants();
    const run = await built(home, { outDir });
    expect(run.summary).toMatchObject({ complete: true, applicants: 3, made: 6, failed: 0, unchanged: 0 });
    expect([...filesIn(outDir).keys()]).toEqual([
      ...['ada', 'ben', 'chi'].flatMap((id) => [`${id}/chen.pdf`, `${id}/rivera.pdf`]),
      'index.html',
      'manifest.csv',
      'manifest.json',
    ]);
    const manifest = manifestIn(outDir);
    expect(manifest.applicants.map(({ id, letters }) => [id, letters])).toEqual(
      ['ada', 'ben', 'chi'].map((id) => [id, ['rivera', 'chen']]),
    );
    for (const { file, bytes, pages, conformance } of manifest.applicants.flatMap(({ packets }) => packets)) {
      const pdf = readFileSync(path.join(outDir, file ?? ''));
      expect([pdf.length, conformance]).toEqual([bytes, { pdfUa: '1', pdfA: '2a' }]);
      expect(pages).toBeGreaterThan(0);
    }
    const csv = readFileSync(path.join(outDir, 'manifest.csv'), 'utf8').split('\r\n');
    expect([csv[0]?.charCodeAt(0), csv.length]).toEqual([0xfeff, 8]);
    expect(csv[1]).toMatch(/^ada,Linh Tran,rivera,.*,2026-09-15,ready,ada\/rivera\.pdf,\d+,\d+,[0-9a-f]{64},/);
  });

  it('makes nothing again that has not changed, and says why it makes something', async () => {
    const { home, outDir } = threeApplicants();
    await built(home, { outDir });
    const before = filesIn(outDir);
    const again = await built(home, { outDir });
    expect([again.summary.made, again.summary.unchanged]).toEqual([0, 6]);
    expect(filesIn(outDir)).toEqual(before);

    writeFileSync(path.join(home, 'ada/application.yaml'), yamlOf('ada').replace('2026-09-15', '2026-09-16'));
    writeFileSync(path.join(home, 'ben/application.yaml'), `# only a comment\n${yamlOf('ben')}`);
    rmSync(path.join(outDir, 'chi/chen.pdf'));
    writeFileSync(path.join(outDir, 'ben/chen.pdf'), 'scribbled');
    expect(outcomes(await built(home, { outDir }))).toEqual([
      'ada/chen made input-changed',
      'ada/rivera made input-changed',
      'ben/chen made altered',
      'ben/rivera unchanged',
      'chi/chen made missing',
      'chi/rivera unchanged',
    ]);
    const dated = await built(path.join(home, 'chi'), { outDir, today: '2026-07-07', dryRun: true });
    expect(outcomes(dated)).toEqual(['chi/chen planned date-changed', 'chi/rivera planned date-changed']);
    const themed = await built(path.join(home, 'chi'), {
      outDir,
      theme: { text: { size: 10.25 } },
      dryRun: true,
    });
    expect(outcomes(themed)).toEqual(['chi/chen planned template-changed', 'chi/rivera planned template-changed']);
    const forced = await built(path.join(home, 'chi'), { outDir, force: true });
    expect(outcomes(forced)).toEqual(['chi/chen made forced', 'chi/rivera made forced']);
  });

  it('keeps what it knows of applicants that a run does not name', async () => {
    const { home, outDir } = threeApplicants();
    await built(home, { outDir });
    await built(path.join(home, 'ada'), { outDir, force: true });
    expect(manifestIn(outDir).applicants.map(({ id }) => id)).toEqual(['ada', 'ben', 'chi']);
    expect((await built(home, { outDir })).summary).toMatchObject({ made: 0, unchanged: 6, leftOver: 0 });
  });

  it('makes the letters asked for, and the others later', async () => {
    const { home, outDir } = threeApplicants();
    expect(outcomes(await built(home, { outDir, letters: ['chen'] }))).toEqual(
      ['ada', 'ben', 'chi'].map((id) => `${id}/chen made new`),
    );
    expect((await built(home, { outDir })).summary).toMatchObject({ made: 3, unchanged: 3, leftOver: 0 });
  });

  it('reports packets whose letter or applicant is gone, and removes only what it wrote', async () => {
    const { home, outDir } = threeApplicants();
    await built(home, { outDir });
    writeFileSync(path.join(home, 'ada/application.yaml'), yamlOf('ada', ['rivera']));
    rmSync(path.join(home, 'ben'), { recursive: true });
    renameSync(path.join(home, 'chi'), path.join(home, 'chi-2'));
    writeFileSync(path.join(outDir, 'ben/rivera.pdf'), 'with notes of the writer');
    writeFileSync(path.join(outDir, 'ben/mine.pdf'), 'not of the batch');
    const found = async (options: object) => {
      const run = await built(home, { outDir, ...options });
      const left = run.results.flatMap((result) => (result.kind === 'left-over' ? [result] : []));
      return left.map(({ file, action }) => `${path.relative(outDir, file)} ${action}`).sort();
    };
    expect(await found({})).toEqual(['ada/chen.pdf kept', 'ben/chen.pdf kept', 'ben/rivera.pdf changed']);
    expect(await found({ dryRun: true, prune: true })).toHaveLength(3);
    expect(await found({ prune: true })).toEqual([
      'ada/chen.pdf removed',
      'ben/chen.pdf removed',
      'ben/rivera.pdf changed',
    ]);
    expect([...filesIn(outDir).keys()].filter((name) => name.endsWith('.pdf'))).toEqual([
      'ada/rivera.pdf',
      'ben/mine.pdf',
      'ben/rivera.pdf',
      'chi/chen.pdf',
      'chi/rivera.pdf',
    ]);
  });

  it('removes nothing outside the output folder, whatever a manifest says', async () => {
    const { home, outDir } = threeApplicants();
    await built(home, { outDir });
    const victim = path.join(path.dirname(outDir), 'victim.pdf');
    const bytes = readFileSync(path.join(outDir, 'ada/chen.pdf'));
    writeFileSync(victim, bytes);
    const { sha256 } = manifestIn(outDir).applicants[0]?.packets[1] ?? {};
    const manifest = { ...manifestIn(outDir), leftOver: [{ file: '../victim.pdf', sha256 }] };
    writeFileSync(path.join(outDir, 'manifest.json'), JSON.stringify(manifest));
    expect((await built(home, { outDir, prune: true })).summary.removed).toBe(0);
    expect(readFileSync(victim).equals(bytes)).toBe(true);
  });

  it('says of an applicant that has errors now which packets are outdated', async () => {
    const { home, outDir } = threeApplicants();
    await built(home, { outDir });
    writeFileSync(path.join(home, 'ben/application.yaml'), yamlOf('ben').replace('email:', 'emial:'));
    const run = await built(home, { outDir, prune: true });
    expect(run.summary).toMatchObject({ applicantsFailed: 1, unchanged: 4, removed: 0 });
    const ben = manifestIn(outDir).applicants.find(({ id }) => id === 'ben');
    expect([ben?.status, ben?.packets.map(({ status }) => status)]).toEqual(['failed', ['outdated', 'outdated']]);
    expect(ben?.problems[0]).toMatchObject({ code: 'input/unknown-key' });
    writeFileSync(path.join(home, 'ben/application.yaml'), yamlOf('ben'));
    expect(outcomes(await built(home, { outDir })).filter((text) => text.startsWith('ben'))).toEqual([
      'ben/chen made failed-before',
      'ben/rivera made failed-before',
    ]);
  });

  it('lets the first of two applicants with one folder have it, and refuses the second', async () => {
    const home = tempFolder({
      'a/application.yaml': yamlOf('linh'),
      'b/application.yaml': yamlOf('LINH'),
      'Trần Linh/application.yaml': yamlOf('x').replace('id: x', 'pronouns: she/her'),
      'Tran Linh/application.yaml': yamlOf('x').replace('id: x', 'pronouns: she/her'),
    });
    const outDir = tempFolder();
    for (const jobs of [0, 2]) {
      const run = await built(home, { outDir, jobs });
      const refused = run.results.filter((result) => result.kind === 'applicant' && !result.ok);
      expect(refused.map((result) => result.kind === 'applicant' && result.file)).toEqual([
        expect.stringContaining('Trần Linh'),
        expect.stringContaining('b/application'),
      ]);
      expect(manifestIn(outDir).summary).toMatchObject({ applicants: 4, applicantsFailed: 2, packets: 4 });
    }
  });

  it('splits a batch into shards that have every applicant once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `applicant-${index}`);
    const home = tempFolder(Object.fromEntries(ids.map((id) => [`${id}/application.yaml`, yamlOf(id, ['rivera'])])));
    const outDir = tempFolder();
    const seen: string[] = [];
    for (const index of [1, 2, 3]) {
      const run = await built(home, { outDir, shard: { index, count: 3 } });
      seen.push(...run.packets.map(({ applicantId }) => applicantId));
      const names = manifestIn(outDir, `manifest.${index}-of-3.json`).applicants.map(({ id }) => id ?? '');
      expect(names.sort()).toEqual(run.packets.map(({ applicantId }) => applicantId).sort());
    }
    expect(seen.sort()).toEqual([...ids].sort());
  });

  it('takes applicants as data, as they come', async () => {
    const outDir = tempFolder();
    const application = applicationSchema.parse(minimalApplication());
    async function* people() {
      for (const id of ['ada', 'ben'])
        yield { application: { ...application, applicant: { ...application.applicant, id } } };
    }
    expect((await built(people(), { outDir })).summary).toMatchObject({ applicants: 2, made: 2 });
    expect((await built(people(), { outDir })).summary).toMatchObject({ applicants: 2, unchanged: 2 });
  });

  it('works only as fast as its results are taken', async () => {
    const outDir = tempFolder();
    const application = applicationSchema.parse(minimalApplication());
    let asked = 0;
    function* people() {
      for (; asked < 100; asked += 1)
        yield { application: { ...application, applicant: { ...application.applicant, id: `a${asked}` } } };
    }
    const batch = buildBatch(people(), { outDir, today: '2026-07-06', jobs: 0, template: TINY });
    await batch.next();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked).toBeLessThan(25);
    await batch.return();
    expect(manifestIn(outDir).complete).toBe(false);
  });

  it('stops when told to, with a manifest of what was made, and goes on from there', async () => {
    const { home, outDir } = threeApplicants();
    const stop = new AbortController();
    const seen: BatchResult[] = [];
    const run = async () => {
      for await (const result of buildBatch(home, {
        outDir,
        today: '2026-07-06',
        jobs: 1,
        signal: stop.signal,
        template: TINY,
      })) {
        seen.push(result);
        if (result.kind === 'packet') stop.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(seen.at(-1)).toMatchObject({ kind: 'summary', complete: false });
    const { complete, summary } = manifestIn(outDir);
    expect(complete).toBe(false);
    expect(summary.packets).toBeGreaterThan(0);
    expect([...filesIn(outDir).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect((await built(home, { outDir })).summary).toMatchObject({
      complete: true,
      unchanged: summary.packets,
      made: 6 - summary.packets,
    });
  });

  it('knows what a killed run has made, and takes away what it left unfinished', async () => {
    const { home, outDir } = threeApplicants();
    const undisturbed = path.join(tempFolder(), 'out');
    await built(home, { outDir: undisturbed });
    await built(home, { outDir });
    const journal = manifestIn(outDir).applicants.map((entry) => JSON.stringify(entry));
    rmSync(path.join(outDir, 'manifest.json'));
    mkdirSync(path.join(outDir, 'ada'), { recursive: true });
    const { sha256 } = await import('../../../src/node/batch/hash.js');
    const lines = journal.map((json) => `${sha256(json).slice(0, 8)} ${json}\n`);
    // The kill came in the middle of the last line, and of a file.
    writeFileSync(path.join(outDir, '.lor-packet.journal'), lines.join('').slice(0, -40));
    const { hostname } = await import('node:os');
    const host =
      hostname()
        .replace(/[^a-z0-9]/gi, '')
        .slice(0, 32) || 'host';
    writeFileSync(path.join(outDir, `ada/.chen.pdf.${host}-4194999-0-1.tmp`), 'half');
    expect(outcomes(await built(home, { outDir }))).toEqual([
      ...['ada/chen', 'ada/rivera', 'ben/chen', 'ben/rivera'].map((name) => `${name} unchanged`),
      ...['chi/chen', 'chi/rivera'].map((name) => `${name} made new`),
    ]);
    const pdfs = (folder: string) => [...filesIn(folder)].filter(([name]) => !name.startsWith('manifest'));
    expect(pdfs(outDir)).toEqual(pdfs(undisturbed));
  });

  it('lets go of its journal when no manifest can be written, and goes on from there', async () => {
    const { home, outDir } = threeApplicants();
    // Before anything is made, a folder in that place is refused.
    const onProgress = ({ made }: BatchProgress): void => {
      if (made === 6) mkdirSync(path.join(outDir, 'manifest.csv/in-the-way'), { recursive: true });
    };
    await expect(built(home, { outDir, onProgress })).rejects.toThrow('could not be written');
    const open = existsSync('/proc/self/fd')
      ? readdirSync('/proc/self/fd').flatMap((fd) => {
          try {
            return readlinkSync(`/proc/self/fd/${fd}`);
          } catch {
            return [];
          }
        })
      : [];
    expect(open.filter((file) => file.includes(outDir))).toEqual([]);
    rmSync(path.join(outDir, 'manifest.csv'), { recursive: true });
    expect((await built(home, { outDir })).summary).toMatchObject({ made: 0, unchanged: 6 });
  });

  it('tells its progress', async () => {
    const { home, outDir } = threeApplicants();
    const told: BatchProgress[] = [];
    await built(home, { outDir, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({
      applicants: 3,
      applicantsDone: 3,
      made: 6,
      failed: 0,
      current: { number: 3, name: 'chi' },
    });
    expect(told.map(({ made }) => made)).toEqual([...told.map(({ made }) => made)].sort((a, b) => a - b));
  });

  it('makes nothing with a template that cannot be used', async () => {
    const { home, outDir } = threeApplicants();
    await expect(built(home, { outDir, template: 'clasic' })).rejects.toBeInstanceOf(TemplateError);
    expect(() => filesIn(outDir)).toThrow();
  });
});
