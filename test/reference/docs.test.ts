import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GUIDE_COVERAGE } from '../../scripts/docs/guide-coverage.js';
import { headingAnchor, plain } from '../../scripts/docs/markdown.js';
import { docsPages } from '../../scripts/write-docs.js';
import { DIAGNOSTIC_CODES, FINDINGS, type FindingMeaning } from '../../src/diagnostics/index.js';
import { schemaAt } from '../../src/input/schema-shape.js';
import { planLetters } from '../../src/plan/index.js';
import { BUILTIN_REFERENCE, findSource } from '../../src/reference/index.js';
import { applicationSchema } from '../../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { completeApplication } from '../support/complete-application.js';
import { TODAY } from '../support/planned.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const pages = await docsPages();
const rows = GUIDE_COVERAGE.flatMap((part) => part.rows.map((row) => ({ ...row, part: part.title })));

function steps(path: string): (string | number)[] {
  return path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
}

/** True when data has a value at a path; a list in it may be empty only at the end. */
function has(data: unknown, [first, ...rest]: readonly (string | number)[]): boolean {
  if (first === undefined) return true;
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, first)) return false;
  return has((data as Record<string | number, unknown>)[first], rest);
}

function headings(page: string): string[] {
  return Array.from(page.matchAll(/^#+ (.+)$/gm), ([, title = '']) => headingAnchor(title.replace(/\\/g, '')));
}

describe('generated docs', () => {
  it.each([...pages.keys()])('%s is what the tables say; run "npm run docs" when it is not', (name) => {
    const file = path.join(ROOT, name);
    expect(existsSync(file) && readFileSync(file, 'utf8') === pages.get(name)).toBe(true);
  });

  it('link only to headings and pages that exist', () => {
    for (const [name, text] of pages) {
      for (const [, file = '', anchor = ''] of text.matchAll(/\]\(([\w/.-]*)#([^)]*)\)/g)) {
        const target = file === '' ? text : pages.get(`docs/${file}`);
        expect(target === undefined ? [] : headings(target), `${name} -> ${file}#${anchor}`).toContain(anchor);
      }
    }
  });

  it('name every row of the reference tables and every finding', () => {
    const reference = pages.get('docs/reference.md') ?? '';
    const { seasons, sources: _, ...tables } = BUILTIN_REFERENCE;
    for (const { label, events } of seasons) {
      expect(reference).toContain(`### ${label}\n`);
      for (const { date, expected } of events)
        expect(reference).toContain(`| ${date}${expected ? ' (expected)' : ''} |`);
    }
    const { leadTimes, reminders, ...named } = tables;
    for (const { label } of [...leadTimes, ...reminders]) expect(reference).toContain(plain(label));
    for (const { id } of Object.values(named).flat()) expect(reference).toContain(`\`${id}\``);
    for (const code of Object.keys(DIAGNOSTIC_CODES)) expect(pages.get('docs/findings.md')).toContain(`\`${code}\``);
  });

  it('never print a projection without "expected"', () => {
    const reference = pages.get('docs/reference.md') ?? '';
    const projected = BUILTIN_REFERENCE.seasons.flatMap(({ events }) => events.filter(({ expected }) => expected));
    for (const { date, label } of projected) expect(reference).not.toContain(`| ${date} | ${label} |`);
    expect(reference).not.toMatch(/UNCONFIRMED|TODO/i);
  });
});

describe('findings', () => {
  it('cite sources that resolve, and have titles of their own', () => {
    const findings = Object.entries<FindingMeaning>(FINDINGS);
    for (const [code, { sources }] of findings) {
      expect(sources.length, code).toBeGreaterThan(0);
      expect(
        sources.filter((key) => findSource(BUILTIN_REFERENCE, key) === null),
        code,
      ).toEqual([]);
    }
    expect(new Set(findings.map(([, { title }]) => headingAnchor(title))).size).toBe(findings.length);
  });
});

describe('coverage of the guide', () => {
  const plan = planLetters(applicationSchema.parse(completeApplication()), { today: TODAY });

  it('has all its parts', () => {
    expect(GUIDE_COVERAGE.map(({ title }) => title)).toEqual([
      'What a letter is',
      'Why it weighs so much for international graduates',
      'Letters from the US and from abroad',
      'Finding a US physician to write',
      'Letters from other specialties',
      'How many',
      'Clinical and academic letters',
      'Letters for a specialty and general letters',
      'Personal and professional letters',
      'Who should write',
      'Timing',
      'Approaching a writer',
      'What to hand over',
      'Submitting',
      'Confidentiality',
      'Four considerations for international graduates',
      'Pitfalls',
      'Gratitude, and keeping order',
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(70);
    expect(new Set(rows.map(({ part, advice }) => `${part}: ${advice}`)).size).toBe(rows.length);
  });

  it.each(rows.map((row) => [row.advice, row] as const))('carries "%s"', (_, row) => {
    const { sections = [], fields = [], findings = [], plan: parts = [], tables = [] } = row;
    expect(sections.length + fields.length + findings.length + parts.length).toBeGreaterThan(0);
    const partials = BUILTIN_TEMPLATES['classic']?.files ?? {};
    for (const name of sections) expect(Object.keys(partials)).toContain(`partials/${name}.md.hbs`);
    for (const field of fields) expect(schemaAt(applicationSchema, steps(field)), field).not.toBeNull();
    for (const code of findings) expect(Object.keys(DIAGNOSTIC_CODES)).toContain(code);
    for (const part of parts) expect(has(plan, steps(part)), part).toBe(true);
    for (const table of tables) expect(Object.keys(BUILTIN_REFERENCE)).toContain(table);
  });

  it('copies no sentence of a guide: every row is short', () => {
    for (const { advice } of rows) expect(advice.length).toBeLessThan(125);
  });
});
