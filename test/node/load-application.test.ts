import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findApplications, loadApplication } from '../../src/node/index.js';
import { readStatement } from '../../src/node/read-statement.js';
import { minimalApplication, minimalYaml } from '../support/applications.js';
import { JPEGS } from '../image/support/jpegs.js';
import { tempFolder } from './temp-folder.js';

const withoutId = minimalYaml.replace('  id: linh-tran\n', '');

function withStatement(line: string): string {
  return `${minimalYaml}statements:
  - id: ps
    specialty: internal-medicine
    status: draft
    date: 2026-07-01
    ${line}
`;
}

/** The last entry of the minimal application is a letter. */
function withAppendices(lines: readonly string[]): string {
  return `${minimalYaml}    appendices:\n${lines.map((line) => `      - ${line}\n`).join('')}`;
}

function codes(loaded: Awaited<ReturnType<typeof loadApplication>>): string[] {
  return loaded.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('loadApplication', () => {
  it('loads a folder, and a file', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml });
    const fromFolder = await loadApplication(folder);
    expect(fromFolder.diagnostics).toEqual([]);
    expect(fromFolder.application?.letters[0]?.id).toBe('rivera');
    expect(fromFolder.file).toBe(path.join(folder, 'application.yaml'));
    expect(await loadApplication(fromFolder.file)).toEqual(fromFolder);
  });

  it('brings the bytes of the photo, and says at its place when they are no picture for print', async () => {
    const yaml = minimalYaml.replace('  id: linh-tran\n', '  id: linh-tran\n  photo: me.jpg\n');
    const whole = await loadApplication(tempFolder({ 'application.yaml': yaml, 'me.jpg': JPEGS.baseline() }));
    expect(whole.diagnostics).toEqual([]);
    expect(whole.files['me.jpg']).toEqual(JPEGS.baseline());
    const heic = await loadApplication(tempFolder({ 'application.yaml': yaml, 'me.jpg': '\0\0\0\x18ftypheic' }));
    const line = yaml.split('\n').indexOf('  photo: me.jpg') + 1;
    expect(heic.application).not.toBeNull();
    expect(heic.diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'image/unsupported',
        path: 'applicant.photo',
        source: { line },
        found: 'HEIC photo',
      },
    ]);
    expect(codes(await loadApplication(tempFolder({ 'application.yaml': yaml })))).toEqual(['input/file-missing']);
  });

  it('loads JSON', async () => {
    const folder = tempFolder({ 'application.json': JSON.stringify(minimalApplication()) });
    expect((await loadApplication(folder)).application?.applicant.id).toBe('linh-tran');
  });

  it('takes the applicant id from the folder, or from a file with a name of its own', async () => {
    const folder = tempFolder({ 'Trần Linh (2027)/application.yaml': withoutId, 'quang.yaml': withoutId });
    expect((await loadApplication(path.join(folder, 'Trần Linh (2027)'))).application?.applicant.id).toBe(
      'Tran-Linh-2027',
    );
    expect((await loadApplication(path.join(folder, 'quang.yaml'))).application?.applicant.id).toBe('quang');
  });

  it('reads the statements, from subfolders too, and keeps their texts', async () => {
    const folder = tempFolder({
      'application.yaml': withStatement('file: texts/ps.md'),
      'texts/ps.md': '\uFEFFI was the intern\r\nwho found it.\n',
    });
    const { application, sources, diagnostics } = await loadApplication(folder);
    expect(diagnostics).toEqual([]);
    expect(application?.statements[0]?.text).toBe('I was the intern\nwho found it.\n');
    expect(Object.keys(sources)).toEqual([path.join(folder, 'application.yaml'), path.join(folder, 'texts/ps.md')]);
  });

  it('says which file of a statement is missing, where it is named, and what it may have meant', async () => {
    const text = withStatement('file: "personal-statment.md"');
    const folder = tempFolder({ 'application.yaml': text, 'personal-statement.md': 'x' });
    const loaded = await loadApplication(folder);
    expect(loaded.application).toBeNull();
    expect(loaded.diagnostics).toHaveLength(1);
    expect(loaded.diagnostics[0]).toMatchObject({
      code: 'input/file-missing',
      path: 'statements[0].file',
      source: { file: path.join(folder, 'application.yaml'), line: text.split('\n').length - 1, column: 11 },
    });
    expect(loaded.diagnostics[0]?.hints.join()).toContain('"personal-statement.md"');
  });

  it('says that a statement is Latin-1, once, where it is named', async () => {
    const folder = tempFolder({
      'application.yaml': withStatement('file: ps.md'),
      'ps.md': Buffer.from('caf\xe9', 'latin1'),
    });
    const loaded = await loadApplication(folder);
    expect(loaded.diagnostics).toHaveLength(1);
    expect(loaded.diagnostics[0]).toMatchObject({ code: 'input/encoding', path: 'statements[0].file' });
  });

  it.each(['../secret.md', '/etc/hostname', 'a/../../secret.md', 'C:\\secret.md', 'link.md', 'linked/secret.md'])(
    'refuses a statement outside the folder: %s',
    async (name) => {
      const home = tempFolder({ 'secret.md': 'secret', 'me/application.yaml': withStatement(`file: '${name}'`) });
      const folder = path.join(home, 'me');
      symlinkSync(path.join(home, 'secret.md'), path.join(folder, 'link.md'));
      symlinkSync(home, path.join(folder, 'linked'));
      mkdirSync(path.join(folder, 'a'));
      const loaded = await loadApplication(folder);
      expect(codes(loaded)).toEqual(['input/bad-value']);
      expect(loaded.diagnostics[0]?.message).toContain("outside the applicant's folder");
      expect(JSON.stringify(loaded)).not.toContain('"secret"');
    },
  );

  it('does not speak of a folder "." where a file is missing', async () => {
    const read = await readStatement('.', 'no-such-statement.txt');
    expect('problem' in read && read.problem.hints).toContain(
      'put the file beside the application, or write the text itself under `text`',
    );
  });

  it('says once, where it is named, what is wrong with a file whose name has escapes', async () => {
    const text = withStatement('file: "C:\\\\Users\\\\me\\\\statement.docx"');
    const { diagnostics } = await loadApplication(tempFolder({ 'application.yaml': text }));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'input/bad-value', path: 'statements[0].file' });
  });

  it('says that nothing is downloaded where a web address stands for a file', async () => {
    const text = withStatement('file: https://docs.example.org/d/1?usp=sharing');
    const { diagnostics } = await loadApplication(tempFolder({ 'application.yaml': text }));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toBe(
      '"https://docs.example.org/d/1?usp=sharing" is an address, not the name of a file; nothing is downloaded',
    );
  });

  it('reads the appendices that letters and the application name, each once, as bytes', async () => {
    const folder = tempFolder({
      'application.yaml': withAppendices(['file: forms/request.pdf', 'file: cv.pdf']),
      'forms/request.pdf': Buffer.from([0x25, 0x50, 0xff]),
      'cv.pdf': 'CV',
    });
    const { application, files, diagnostics } = await loadApplication(folder);
    expect(diagnostics).toEqual([]);
    expect(application?.letters[0]?.appendices).toMatchObject([{ file: 'forms/request.pdf', kind: 'other' }, {}]);
    expect(Object.keys(files)).toEqual(['forms/request.pdf', 'cv.pdf']);
    expect(files['forms/request.pdf']).toEqual(new Uint8Array([0x25, 0x50, 0xff]));
  });

  it.each([
    ['../secret.pdf', 'input/bad-value'],
    ['/etc/hostname', 'input/bad-value'],
    ['link.pdf', 'input/bad-value'],
    ['linked/secret.pdf', 'input/bad-value'],
    ['nowhere.pdf', 'input/file-missing'],
    ['folder', 'input/file-missing'],
    ['huge.pdf', 'input/too-large'],
  ])('refuses the appendix %s, once, where it is named', async (name, code) => {
    const home = tempFolder({
      'secret.pdf': 'secret',
      'me/application.yaml': withAppendices(['file: near.pdf', `file: '${name}'`]),
      'me/near.pdf': '',
      'me/folder/x': '',
    });
    const folder = path.join(home, 'me');
    symlinkSync(path.join(home, 'secret.pdf'), path.join(folder, 'link.pdf'));
    symlinkSync(home, path.join(folder, 'linked'));
    // Only its length matters: on most file systems nothing is written for it.
    writeFileSync(path.join(folder, 'huge.pdf'), '');
    truncateSync(path.join(folder, 'huge.pdf'), 64_000_001);
    const loaded = await loadApplication(folder);
    expect(loaded.application).toBeNull();
    expect(loaded.diagnostics).toMatchObject([{ code, path: 'letters[0].appendices[1].file' }]);
    expect(loaded.diagnostics[0]?.source?.line).toBeGreaterThan(20);
    expect(Object.keys(loaded.files)).toEqual(['near.pdf']);
  });

  it('takes a statement named like a property of every object', async () => {
    const folder = tempFolder({ 'application.yaml': withStatement('file: __proto__'), ['__proto__']: 'My statement.' });
    expect((await loadApplication(folder)).application?.statements[0]?.text).toBe('My statement.');
  });

  it.each([
    ['nothing there', {}, 'nowhere', 'input/file-missing'],
    ['a folder without an application', { 'me/notes.txt': '' }, 'me', 'input/file-missing'],
    ['two applications', { 'me/application.yaml': '', 'me/application.json': '' }, 'me', 'input/bad-value'],
    ['a file of another kind', { 'me.csv': 'a,b' }, 'me.csv', 'input/bad-value'],
    ['UTF-16', { 'me/application.yaml': Buffer.from('\uFEFFseason: 2027', 'utf16le') }, 'me', 'input/encoding'],
    ['too large', { 'me/application.yaml': Buffer.alloc(2_000_001, '#') }, 'me', 'input/too-large'],
    ['empty', { 'me/application.yaml': '' }, 'me', 'input/wrong-type'],
  ])('reports %s', async (_, files, place, code) => {
    const loaded = await loadApplication(path.join(tempFolder(files), place));
    expect(loaded.application).toBeNull();
    expect(codes(loaded)).toHaveLength(1);
    if (code !== 'input/wrong-type') expect(codes(loaded)).toEqual([code]);
  });

  it('proposes to rename a misspelt application', async () => {
    const { diagnostics } = await loadApplication(tempFolder({ 'aplication.yml': minimalYaml }));
    expect(diagnostics[0]?.hints[0]).toBe('rename aplication.yml to application.yaml');
  });
});

describe('findApplications', () => {
  it('finds files, folders and folders of folders, sorted, each once', async () => {
    const home = tempFolder({
      'class/zoe/application.yaml': '',
      'class/adam/application.json': '{}',
      'class/readme.md': '',
      'class/pictures/me.png': '',
      'class/.git/application.yaml': '',
      'alone/application.yml': '',
      'named.yaml': '',
    });
    const at = (name: string) => path.join(home, name);
    const found = await findApplications([
      at('alone'),
      at('class'),
      at('named.yaml'),
      at('class/zoe'),
      `${at('alone')}/`,
    ]);
    expect(found).toEqual({
      paths: [
        at('alone/application.yml'),
        at('class/adam/application.json'),
        at('class/zoe/application.yaml'),
        at('named.yaml'),
      ],
      diagnostics: [],
    });
  });

  it('reports what it does not find, and goes on', async () => {
    const home = tempFolder({
      'class/good/application.yaml': '',
      'class/typo/aplication.yaml': '',
      'class/two/application.yaml': '',
      'class/two/application.yml': '',
      'empty/x.txt': '',
    });
    const places = ['class', 'empty', 'nowhere'].map((name) => path.join(home, name));
    const { paths, diagnostics } = await findApplications(places);
    expect(paths).toEqual([path.join(home, 'class/good/application.yaml')]);
    expect(diagnostics.map(({ code, message }) => [code, message.replaceAll(home, '')])).toEqual([
      ['input/bad-value', '/class/two has more than one application: application.yaml, application.yml'],
      ['input/file-missing', 'no application.yaml or application.json in /class/typo'],
      ['input/file-missing', 'no application.yaml or application.json in /empty'],
      ['input/file-missing', 'there is no file /nowhere'],
    ]);
  });

  it('passes over no folder that may be an applicant', async () => {
    const home = tempFolder({
      'class/good/application.yaml': '',
      'class/json/aplication.json': '',
      'class/notepad/application.yaml.txt': '',
      'class/other/manifest.json': '',
      'class/papers/letter.pdf': '',
    });
    symlinkSync('ring', path.join(home, 'class/ring'));
    symlinkSync('nowhere', path.join(home, 'class/gone'));
    const { paths, diagnostics } = await findApplications([path.join(home, 'class')]);
    expect(paths).toEqual([path.join(home, 'class/good/application.yaml')]);
    expect(diagnostics.map(({ message, hints }) => [message.replaceAll(home, ''), hints[0]])).toEqual([
      ['/class/gone is a link to something that is not there', 'put back what it leads to, or remove it'],
      ['no application.yaml or application.json in /class/json', 'rename aplication.json to application.json'],
      ['no application.yaml or application.json in /class/notepad', 'rename application.yaml.txt to application.yaml'],
      ['/class/ring cannot be read: its symbolic links run in a circle', undefined],
    ]);
  });
});
