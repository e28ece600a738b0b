import { WHO_HEADINGS, WHO_ORDER } from '../../plan/findings/index.js';
import type { AdviceEntry } from '../../schema/manifest.js';
import type { IndexPage } from '../../schema/output-texts.js';

/** A finding with whom it concerns. */
export interface ActFinding {
  readonly applicant: string;
  readonly letter: string | null;
  readonly advice: AdviceEntry;
}

/** Findings by who must act, warnings first. What is said of a file is for the applicant, who wrote it. */
export function actGroups(findings: readonly ActFinding[]): IndexPage['acts'] {
  return WHO_ORDER.flatMap((who) => {
    const own = findings.filter(({ advice }) => (advice.who ?? 'applicant') === who);
    if (own.length === 0) return [];
    const weight = ({ advice }: ActFinding): number => (advice.severity === 'warning' ? 0 : 1);
    const sorted = [...own].sort((a, b) => weight(a) - weight(b));
    return [
      {
        who,
        label: WHO_HEADINGS[who],
        total: own.length,
        findings: sorted.map(({ applicant, letter, advice: { severity, message, hints, code } }) => ({
          applicant,
          letter,
          severity: severity === 'warning' ? 'Warning' : 'Note',
          isWarning: severity === 'warning',
          message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
          hint: hints[0] ?? null,
          code,
        })),
      },
    ];
  });
}

/** The letter that a path such as `letters[2].request` leads to. */
export function letterOf(path: string | undefined, letters: readonly string[]): string | null {
  const index = /^letters\[(\d+)\]/.exec(path ?? '')?.[1];
  return index === undefined ? null : (letters[Number(index)] ?? null);
}
