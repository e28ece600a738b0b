import { type Diagnostic, FINDINGS } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import { finding } from './context.js';

/** Index of the letter that a path lies in, or null. */
function letterIndex(path: string | undefined): number | null {
  const match = /^letters\[(\d+)\]/.exec(path ?? '');
  return match ? Number(match[1]) : null;
}

/** True for the code of a finding of planning, but for those about silence itself. */
const canBeSilenced = (code: string): boolean => Object.hasOwn(FINDINGS, code) && !code.startsWith('silence/');

/**
 * Sets aside the findings that the application silences: they stay in the list with the reason given, as `info`. What
 * silences nothing is a finding itself; findings about `silence` cannot be silenced, and errors never are.
 */
export function silenceFindings(findings: readonly Diagnostic[], application: Application): Diagnostic[] {
  const { silence, letters } = application;
  const used = new Set<number>();
  const result = findings.map((found): Diagnostic => {
    if (found.severity === 'error' || !canBeSilenced(found.code)) return found;
    const index = silence.findIndex(({ code, letter }) => {
      const at = letterIndex(found.path);
      return code === found.code && (letter === undefined || (at !== null && letters[at]?.id === letter));
    });
    const entry = silence[index];
    if (!entry) return found;
    used.add(index);
    return { ...found, severity: 'info', silenced: entry.reason };
  });
  silence.forEach(({ code, letter }, index) => {
    const path = `silence[${index}]`;
    if (!canBeSilenced(code)) {
      const message = `"${code}" is not the code of a finding that can be silenced`;
      result.push(finding('silence/unknown-code', message, { path: `${path}.code`, found: code }));
    } else if (!used.has(index)) {
      const earlier = silence.slice(0, index).some((other) => other.code === code && other.letter === letter);
      const message = earlier
        ? `"${code}" is silenced twice`
        : `there is no finding "${code}"${letter === undefined ? '' : ` about letter "${letter}"`} to silence`;
      result.push(finding('silence/matches-nothing', message, { path, found: code }));
    }
  });
  return result;
}
