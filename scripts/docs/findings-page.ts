import { DIAGNOSTIC_CODES, FINDINGS, type FindingMeaning } from '../../src/diagnostics/index.js';
import { GENERATED, page, plain, sourceLinks, table } from './markdown.js';

const AREAS: Readonly<Record<string, string>> = {
  letters: 'Letters and their mix',
  request: 'Requests',
  timing: 'Dates',
  narrative: 'What the writer gets to work with',
  privacy: 'Privacy',
  consistency: 'Documents that disagree',
  img: 'International graduates',
  statement: 'Statements',
  themes: 'Themes',
  cv: 'The record',
  silence: 'Silenced findings',
};

function areaOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

function sentence(text: string): string {
  const plainText = plain(text);
  return `${plainText.charAt(0).toUpperCase()}${plainText.slice(1)}${/[.!?]$/.test(plainText) ? '' : '.'}`;
}

function finding([code, row]: [string, FindingMeaning]): string {
  return page(
    `### ${plain(row.title)}`,
    `\`${code}\` · ${row.severity} · to be mended by the ${row.who}`,
    `${sentence(row.meaning)} Why it matters: ${plain(row.why)}. What to do: ${plain(row.remedy)}.`,
    `Sources: ${sourceLinks(row.sources)}.`,
  ).trimEnd();
}

/** `docs/findings.md`: every finding of planning, and every other diagnostic code. */
export function findingsPage(): string {
  const findings = Object.entries<FindingMeaning>(FINDINGS);
  const areas = [...new Set(findings.map(([code]) => areaOf(code)))];
  const others = Object.entries(DIAGNOSTIC_CODES).filter(([code]) => !Object.hasOwn(FINDINGS, code));
  return page(
    '# Findings',
    GENERATED,
    `What \`lor-packet check\` and \`lor-packet plan\` report about an application: ${findings.length} findings, each with its reason, its remedy and its sources. A finding is advice, and never judges a person. A **warning** makes \`--strict\` fail; an **info** does not. The sources are listed in [the reference tables](reference.md#sources).`,
    ...areas.flatMap((area) => [
      `## ${AREAS[area] ?? area}`,
      ...findings.filter(([code]) => areaOf(code) === area).map(finding),
    ]),
    '## Other codes',
    'Problems of reading, rendering and writing.',
    table(
      ['Code', 'Meaning', 'Why it matters'],
      others.map(([code, { meaning, why }]) => [`\`${code}\``, plain(meaning), plain(why)]),
    ),
  );
}
