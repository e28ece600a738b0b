import { FINDINGS, type DiagnosticCode, type FindingCode } from '../../src/diagnostics/index.js';
import type { CoveredAdvice } from './covered-advice.js';
import { GUIDE_COVERAGE } from './guide-coverage.js';
import { GENERATED, headingAnchor, page, plain, sourceLink, table } from './markdown.js';

/** Headings of `docs/reference.md` by table. */
const TABLE_HEADINGS: Readonly<Record<string, string>> = {
  seasons: 'Seasons',
  services: 'Letter services',
  uploadGuides: 'Upload guides',
  specialties: 'Specialties',
  forms: 'Standardized forms',
  leadTimes: 'When to ask, when to remind',
  reminders: 'When to ask, when to remind',
  competencies: 'Competencies',
  writerRoles: 'Roles of writers',
};

function code(texts: readonly string[] = []): string[] {
  return texts.map((text) => `\`${text}\``);
}

function isFinding(code: DiagnosticCode): code is FindingCode {
  return Object.hasOwn(FINDINGS, code);
}

function findingLink(code: DiagnosticCode): string {
  return `[\`${code}\`](findings.md#${headingAnchor(isFinding(code) ? FINDINGS[code].title : 'Other codes')})`;
}

function carriers({ sections, fields, findings, plan, tables }: CoveredAdvice): [string, string, string, string] {
  const rows = (tables ?? []).map((name) => {
    const heading = TABLE_HEADINGS[name] ?? name;
    return `[${plain(heading)}](reference.md#${headingAnchor(heading)})`;
  });
  return [
    code(sections).join(', '),
    code(fields).join(', '),
    (findings ?? []).map(findingLink).join(', '),
    [...code(plan), ...rows].join(', '),
  ];
}

/** `docs/guide-coverage.md`: what carries each piece of advice of the guide for international graduates. */
export function coveragePage(): string {
  const count = GUIDE_COVERAGE.reduce((sum, { rows }) => sum + rows.length, 0);
  return page(
    '# What carries each piece of advice',
    GENERATED,
    `The starting point of lor-packet is a guide for international medical graduates (${sourceLink('SEED')}). This page names each of its ${count} pieces of advice in our words, and what of a packet, of the input, of the findings or of the plan carries it. Sections are partials of the template \`classic\`; fields are those of the application; the plan is what \`lor-packet plan\` and \`planLetters\` give.`,
    ...GUIDE_COVERAGE.flatMap(({ title, rows }) => [
      `## ${plain(title)}`,
      table(
        ['Advice', 'Section of the packet', 'Field', 'Finding', 'Plan and tables'],
        rows.map((row) => [plain(row.advice), ...carriers(row)]),
      ),
    ]),
  );
}
