import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { retelling, retold } from './retell.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/img-internal-medicine/', import.meta.url));

interface Data {
  applicant: { id?: string; name: Record<string, unknown>; email: string; aamcId?: string };
  letters: { id: string; whyYou: string; writer: { email?: string; name: Record<string, unknown> }; request: Record<string, unknown>; [key: string]: unknown }[]; // prettier-ignore
  statements: { id: string; file?: string; text?: string; [key: string]: unknown }[];
  [key: string]: unknown;
}

/** A word that occurs with one invented applicant only; in letters, so that no rule of print changes it. */
export function markerOf(number: number, what: string): string {
  const digits = String(number)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => 'ABCDEFGHKL'[Number(digit)] ?? '');
  return `Zq${digits.toLowerCase()}${what}`;
}

/** Where markers are planted, by the word that ends them. */
export const PLANTED = ['family', 'mail', 'why', 'statement', 'goal'] as const;

/**
 * Writes the folders of some invented applicants, four letters each, complete as the example is. Each tells its own story:
 * sentences, words, figures and names differ from applicant to applicant (`retell.ts`).
 */
export function writeClass(folder: string, applicants: number): void {
  for (let number = 1; number <= applicants; number += 1) writeApplicant(folder, number);
}

/** The folder of an applicant. */
export function applicantFolder(folder: string, number: number): string {
  return path.join(folder, `applicant-${String(number).padStart(4, '0')}`);
}

function writeApplicant(folder: string, number: number): void {
  const home = applicantFolder(folder, number);
  mkdirSync(home, { recursive: true });
  cpSync(EXAMPLE, home, { recursive: true, filter: (file) => !file.endsWith('README.md') });
  const retell = retelling(number);
  const data = retold(parse(readFileSync(path.join(EXAMPLE, 'application.yaml'), 'utf8')) as Data, retell);
  const mark = (what: (typeof PLANTED)[number]): string => markerOf(number, what);
  delete data.applicant.id;
  data.applicant.name['family'] = mark('family');
  data.applicant.email = `${mark('mail')}@example.org`;
  data.applicant.aamcId = String(10_000_000 + number);
  for (const letter of data.letters) {
    letter.whyYou = `${letter.whyYou} ${mark('why')}.`;
    if ('letterId' in letter.request) letter.request['letterId'] = `${letter.request['letterId']}${number}`;
  }
  const [specialty] = data['specialties'] as { goals: string }[];
  if (specialty) specialty.goals = `${specialty.goals} ${mark('goal')}.`;
  writeFileSync(path.join(home, 'application.yaml'), stringify(data));
  for (const { file } of data.statements) {
    if (file === undefined) continue;
    const text = retell(readFileSync(path.join(EXAMPLE, file), 'utf8').trimEnd());
    writeFileSync(path.join(home, file), `${text}\n\nAs ${mark('statement')} I write this.\n`);
  }
}
