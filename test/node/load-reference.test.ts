import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadApplication } from '../../src/node/load-application.js';
import { loadReference } from '../../src/node/load-reference.js';
import { findSeason, findSpecialty } from '../../src/reference/index.js';
import { minimalYaml } from '../support/applications.js';
import { tempFolder } from './temp-folder.js';

const ROWS = `seasons:
  - id: eras-2027
    events:
      - { id: review-begins, date: 2026-09-30 }
forms:
  - id: ent-slor
    name: ENT SLOR
    note: One page.
`;

function found(diagnostics: readonly { code: string; source?: { file: string; line: number } }[]): string[] {
  return diagnostics.map(({ code, source }) => `${code} ${path.basename(source?.file ?? '')}:${source?.line ?? 0}`);
}

describe('loadReference', () => {
  it('reads rows and lays them over the built-in tables', async () => {
    const folder = tempFolder({ 'reference.yaml': ROWS });
    const { reference, diagnostics } = await loadReference(path.join(folder, 'reference.yaml'));
    expect(diagnostics).toEqual([]);
    expect(findSeason(reference, 2027)?.events.find(({ id }) => id === 'review-begins')).toMatchObject({
      date: '2026-09-30',
      expected: false,
    });
  });

  it('reads JSON', async () => {
    const folder = tempFolder({ 'rows.json': '{"specialties":[{"id":"urology","name":"Urology (AUA)"}]}' });
    const { reference } = await loadReference(path.join(folder, 'rows.json'));
    expect(findSpecialty(reference, 'urology')?.name).toBe('Urology (AUA)');
  });

  it('says where a row is wrong', async () => {
    const text = `${ROWS}services:\n  - id: new-service\n    nmae: New\nuploadGuides:\n  - { id: g, service: no-such, short: [], steps: [] }\n`;
    const folder = tempFolder({ 'reference.yaml': text });
    const { rows, diagnostics } = await loadReference(path.join(folder, 'reference.yaml'));
    expect(rows).toBeNull();
    expect(found(diagnostics)).toEqual(['input/unknown-key reference.yaml:11']);
    await writeFile(path.join(folder, 'reference.yaml'), text.replace('nmae', 'name'));
    const again = await loadReference(path.join(folder, 'reference.yaml'));
    expect(found(again.diagnostics)).toEqual(['input/unknown-reference reference.yaml:13']);
  });

  it('never throws for a file that is not there', async () => {
    const { diagnostics } = await loadReference(path.join(tempFolder(), 'none.yaml'));
    expect(diagnostics[0]?.code).toBe('input/file-missing');
  });
});

describe('an application with reference tables', () => {
  const request = 'request:\n      type: standardized\n      form: ent-slor';

  it('takes them from a file beside it, with the words that they add', async () => {
    const folder = tempFolder({
      'application.yaml': `${minimalYaml.replace('request:', request)}reference: reference.yaml\n`,
      'reference.yaml': ROWS,
    });
    const { application, diagnostics, sources } = await loadApplication(folder);
    expect(diagnostics).toEqual([]);
    expect(application?.reference).toMatchObject({ forms: [{ id: 'ent-slor' }] });
    expect(Object.keys(sources).map((file) => path.basename(file))).toEqual(['application.yaml', 'reference.yaml']);
  });

  it('takes them inline', async () => {
    const inline = 'reference:\n  forms:\n    - { id: ent-slor, name: ENT SLOR, note: One page. }\n';
    const folder = tempFolder({ 'application.yaml': minimalYaml.replace('request:', request) + inline });
    const { application, diagnostics } = await loadApplication(folder);
    expect(diagnostics).toEqual([]);
    expect(application?.letters[0]?.request.form).toBe('ent-slor');
  });

  it('does not take a form that no table has', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml.replace('request:', request) });
    const { application, diagnostics } = await loadApplication(folder);
    expect(application).toBeNull();
    expect(found(diagnostics)).toEqual(['input/bad-value application.yaml:31']);
    expect(diagnostics[0]?.hints.join()).toMatch(/eslor/);
  });

  it('is not an application when its tables have errors, inline or beside it', async () => {
    const bad = 'forms:\n  - { id: ent-slor, name: ENT SLOR }\n';
    const beside = tempFolder({
      'application.yaml': `${minimalYaml.replace('request:', request)}reference: reference.yaml\n`,
      'reference.yaml': bad,
    });
    const inline = tempFolder({
      'application.yaml': `${minimalYaml}reference:\n${bad.replace(/^/gm, '  ').trimEnd()}\n`,
    });
    const first = await loadApplication(beside);
    const second = await loadApplication(inline);
    expect([first.application, second.application]).toEqual([null, null]);
    expect(found(first.diagnostics)).toEqual(['input/missing reference.yaml:2']);
    expect(second.diagnostics[0]).toMatchObject({ code: 'input/missing', path: 'reference.forms[0].note' });
    expect(second.diagnostics[0]?.source?.line).toBe(minimalYaml.split('\n').length + 2);
  });

  it('reads no file outside its folder', async () => {
    const folder = tempFolder({ 'application.yaml': `${minimalYaml}reference: ../reference.yaml\n` });
    const { application, diagnostics } = await loadApplication(folder);
    expect(application).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code: 'input/bad-value', path: 'reference' });
    expect(diagnostics[0]?.message).toMatch(/outside/);
  });
});
