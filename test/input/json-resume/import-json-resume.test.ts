import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importedYaml, importJsonResume } from '../../../src/input/json-resume/import-json-resume.js';
import { cvSchema } from '../../../src/schema/cv.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../../cli/run-command.js';
import { tempFolder } from '../../node/temp-folder.js';

const resume = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: {
    name: 'Linh Thi Tran',
    label: 'Physician',
    image: 'me.jpg',
    email: 'linh.tran@example.org',
    phone: '+1 212 555 0100',
    url: 'https://example.org/linh',
    summary: 'A physician.',
    location: { address: '1 Main Street', postalCode: '10001', city: 'New York', countryCode: 'US', region: 'NY' },
    profiles: [{ network: 'X', username: 'linh', url: 'https://example.org/x' }],
  },
  work: [
    {
      name: 'Lakeside Clinic',
      position: 'Research assistant',
      url: 'https://example.org/lakeside',
      startDate: '2024-02',
      summary: 'Ran a registry of 300 patients',
      highlights: ['Wrote the protocol', 'x'.repeat(750)],
      location: 'Boston',
    },
  ],
  volunteer: [
    { organization: 'Food bank', position: 'Driver', startDate: '2020', endDate: '2021-06-30', summary: 'Drove.' },
  ],
  education: [
    { institution: 'Hanoi Medical University', area: 'Medicine', studyType: 'MD', startDate: '2019', endDate: '2025-06', score: '3.9', courses: ['Anatomy'] }, // prettier-ignore
    { institution: 'Hanoi College', area: 'Biology', studyType: 'BSc', startDate: '2016', endDate: '2019' },
  ],
  awards: [{ title: 'Prize', date: '2024-05-01', awarder: 'The school', summary: 'First of 400' }],
  certificates: [{ name: 'ACLS', date: '2026-01-15T00:00:00.000Z', issuer: 'AHA', url: 'https://example.org/acls' }],
  publications: [
    { name: 'On cases', publisher: 'A journal', releaseDate: '2025', url: 'https://example.org/1', summary: 'S' },
  ],
  skills: [{ name: 'R', level: 'Master', keywords: ['Statistics'] }],
  languages: [
    { language: 'Vietnamese', fluency: 'Native speaker' },
    { language: 'French', fluency: 'a little' },
  ],
  interests: [{ name: 'Chess', keywords: ['Blitz'] }],
  references: [{ name: 'Dr. Rivera', reference: 'Good.' }],
  projects: [{ name: 'An app', description: 'No entity.' }],
};

const imported = (data: unknown) => importJsonResume(JSON.stringify(data), { file: 'resume.json' });

/** Every value of a document that is not an object or list. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

describe('importJsonResume', () => {
  it('fills the applicant and a CV that is valid', () => {
    const { application } = imported(resume);
    expect(application?.applicant).toEqual({
      name: { given: 'Linh Thi', family: 'Tran' },
      email: 'linh.tran@example.org',
      phone: '+1 212 555 0100',
      place: { city: 'New York', state: 'NY' },
      website: 'https://example.org/linh',
      languages: [{ language: 'Vietnamese', level: 'native' }],
    });
    const cv = cvSchema.parse(application?.cv);
    expect(cv.medicalEducation).toMatchObject([
      { institution: 'Hanoi Medical University', degree: 'MD', end: '2025-06' },
    ]);
    expect(cv.education).toMatchObject([{ institution: 'Hanoi College', field: 'Biology' }]);
    expect(cv.experiences).toMatchObject([
      {
        id: 'work-1',
        type: 'research',
        end: 'present',
        place: { city: 'Boston' },
        description: 'Ran a registry of 300 patients. Wrote the protocol',
      },
      { id: 'volunteer-1', type: 'volunteer-service-advocacy', start: '2020', end: '2021-06-30' },
    ]);
    expect(cv.awards).toMatchObject([{ name: 'Prize', by: 'The school', detail: 'First of 400' }]);
    expect(cv.licensure).toMatchObject([{ name: 'ACLS', issuer: 'AHA', date: '2026-01-15' }]);
    expect(cv.scholarlyWork).toMatchObject([{ title: 'On cases', authors: ['Linh Thi Tran'], venue: 'A journal' }]);
  });

  it('lists every value that found no place, and why', () => {
    const { unmapped } = imported(resume);
    expect(unmapped.map(({ path: at }) => at)).toEqual([
      'basics.label',
      'basics.image',
      'basics.summary',
      'basics.location.address',
      'basics.location.postalCode',
      ...['network', 'username', 'url'].map((key) => `basics.profiles[0].${key}`),
      'work[0].url',
      'work[0].highlights[1]',
      'education[0].score',
      'education[0].courses[0]',
      'certificates[0].url',
      'publications[0].summary',
      ...['name', 'level', 'keywords[0]'].map((key) => `skills[0].${key}`),
      'languages[1].language',
      'languages[1].fluency',
      'interests[0].name',
      'interests[0].keywords[0]',
      'references[0].name',
      'references[0].reference',
      'projects[0].name',
      'projects[0].description',
    ]);
    expect(unmapped.find(({ path: at }) => at === 'work[0].highlights[1]')?.reason).toContain('750 characters');
    expect(unmapped.find(({ path: at }) => at === 'projects[0].name')?.reason).toBe(
      'an experience needs an organization',
    );
    expect(unmapped.find(({ path: at }) => at === 'basics.label')?.reason).toBe('the application has no field for it');
  });

  it('takes an end of another type for an end, not for one that is open', () => {
    const job = { name: 'A', position: 'B', summary: 'C', startDate: '2020' };
    const work = [2021, null, '', ' ', {}].map((endDate) => ({ ...job, endDate }));
    const { application, unmapped } = imported({ work });
    expect(application?.cv.experiences?.map(({ end }) => end)).toEqual([undefined, 'present', 'present', 'present', undefined]); // prettier-ignore
    expect(unmapped).toEqual([{ path: 'work[0].endDate', value: 2021, reason: 'must be text, not a number' }]);
  });

  it('says why a value of the wrong type, or of an entry that lacks something, was not taken', () => {
    const { unmapped } = imported({
      basics: { name: 5, phone: true, email: ['a@x.org'], url: { href: 'https://x.org' }, location: 'Hanoi' },
      work: { name: 'X' },
      education: [{ institution: null, area: 'Medicine' }],
      awards: [{ awarder: 'Y' }],
      certificates: [{ issuer: 'Z' }],
      publications: [{ publisher: 'P' }],
      languages: [{ language: 'English' }],
      other: 1,
    });
    expect(unmapped.map(({ path: at, reason }) => `${at}: ${reason}`)).toEqual([
      'basics.name: must be text, not a number',
      'basics.phone: must be text, not yes or no',
      'basics.email[0]: must be text, not a list',
      'basics.url.href: must be text, not a group',
      'basics.location: a place is needed in parts: city, region, countryCode',
      'work.name: must be a list',
      'education[0].area: a school needs an institution',
      'awards[0].awarder: an award needs a title',
      'certificates[0].issuer: a certificate needs a name',
      'publications[0].publisher: a publication needs a name',
      'languages[0].language: its fluency is none that is known (native, fluent, advanced, intermediate, basic; C2 to A1)',
      'other: the application has no field for it',
    ]);
  });

  it('refuses a key that is there twice, of which one value would be lost, and tells all mistakes', () => {
    const found = (text: string) =>
      importJsonResume(text, { file: 'r.json' }).diagnostics.map(({ code, source }) => [code, source?.column]);
    expect(found('{"basics":{"name":"A B"},"work":[],"basics":{"name":"C D"}}')).toEqual([['input/duplicate-key', 36]]);
    expect(found('{"basics":{"name":"A B",},}')).toEqual([['input/syntax', 24], ['input/syntax', 26]]); // prettier-ignore
    expect(importJsonResume('', { file: 'r.json' }).diagnostics[0]?.message).toBe('the file is empty');
  });

  it('says what it had to guess', () => {
    expect(imported(resume).diagnostics.map(({ path: at }) => at)).toEqual([
      'applicant.name',
      'cv.medicalEducation',
      'cv.experiences[0].type',
      'cv.experiences[1].type',
      'cv.scholarlyWork[0]',
    ]);
  });

  it('leaves experiences over the limit of MyERAS, and values that a field does not take', () => {
    const work = Array.from({ length: 12 }, (_, index) => ({ name: `Site ${index}`, position: 'Intern', startDate: index === 0 ? 'last year' : '2024', summary: 'Did it.' })); // prettier-ignore
    const { application, unmapped } = imported({ basics: { name: 'Tran', email: 'not an address' }, work });
    expect(application?.cv.experiences).toHaveLength(10);
    expect(unmapped.map(({ path: at }) => at)).toEqual([
      'basics.email',
      'work[0].startDate',
      ...[10, 11].flatMap((index) =>
        ['name', 'position', 'startDate', 'summary'].map((key) => `work[${index}].${key}`),
      ),
    ]);
  });

  it('loses nothing: a value is in the CV or in the list', () => {
    const text = fc.constantFrom('Lakeside', 'MD', '2024-05', 'https://example.org', '', 'x'.repeat(500), 'Linh Tran');
    const entry = fc.dictionary(
      fc.constantFrom(
        'name',
        'position',
        'summary',
        'startDate',
        'endDate',
        'institution',
        'title',
        'area',
        'url',
        'organization',
        'language',
        'fluency',
        'releaseDate',
      ),
      text,
    );
    const lists = fc.dictionary(fc.constantFrom('work', 'education', 'awards', 'certificates', 'publications', 'languages', 'projects', 'other'), fc.array(entry, { maxLength: 3 })); // prettier-ignore
    fc.assert(
      fc.property(lists, entry, (rest, basics) => {
        const { application, unmapped } = imported({ basics, ...rest });
        const there = JSON.stringify(application).replace(/\\"/g, '"');
        const listed = unmapped.map(({ value }) => value);
        for (const value of leaves({ basics, ...rest })) {
          if (value === '') continue;
          const words = String(value).split(' ');
          if (!listed.includes(value as string)) expect(words.every((word) => there.includes(word))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['{', 'input/syntax'],
    ['[]', 'input/wrong-type'],
    ['{"a":1}', 'input/wrong-type'],
    ['null', 'input/wrong-type'],
  ])('refuses %s', (text, code) => {
    const { application, diagnostics } = importJsonResume(text, { file: 'r.json' });
    expect([application, diagnostics[0]?.code]).toEqual([null, code]);
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        importJsonResume(JSON.stringify({ basics: data, work: data, education: data, languages: data }), {
          file: 'r.json',
        });
      }),
    );
  });
});

describe('import', () => {
  it('writes an application file and lists what was left, and overwrites nothing', async () => {
    const folder = tempFolder({ 'resume.json': JSON.stringify(resume) });
    const args = ['import', path.join(folder, 'resume.json'), '-o', path.join(folder, 'linh')];
    const { code, stderr } = await runCommand(args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/work\[0\]\.url +https:\/\/example\.org\/lakeside +the application has no field for it/);
    expect(stderr).toMatch(/25 values not imported\n$/);
    const written = readFileSync(path.join(folder, 'linh', 'application.yaml'), 'utf8');
    expect(parse(written)).toEqual(parse(importedYaml(imported(resume))));
    const again = await runCommand(args);
    expect([again.code, again.stderr.includes('output/exists')]).toEqual([1, true]);
    // A file where the folder should be is not an application that is already there.
    const blocked = await runCommand([...args.slice(0, 3), path.join(folder, 'resume.json')]);
    expect([blocked.code, blocked.stderr]).toEqual([1, expect.stringContaining('output/write-failed')]);
    // What is missing is what nobody but the applicant knows.
    const checked = await runCommand(['check', path.join(folder, 'linh'), '--json']);
    const [{ diagnostics }] = (JSON.parse(checked.stdout) as { applications: [{ diagnostics: { path: string }[] }] })
      .applications;
    expect(diagnostics.map(({ path: at }) => at).sort()).toEqual(['letters', 'season', 'specialties']);
  });

  it('writes the file with --json, too', async () => {
    const folder = tempFolder({ 'resume.json': JSON.stringify(resume) });
    const file = path.join(folder, 'linh', 'application.yaml');
    const args = ['import', path.join(folder, 'resume.json'), '--json', '-o', path.join(folder, 'linh')];
    const { code, stdout, stderr } = await runCommand(args);
    expect([code, stderr]).toEqual([0, `wrote ${file}\n`]);
    expect(parse(readFileSync(file, 'utf8'))).toEqual((JSON.parse(stdout) as { application: unknown }).application);
    expect((await runCommand(args)).code).toBe(1);
  });
});
