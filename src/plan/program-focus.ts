import type { Program } from '../schema/application.js';
import type { Letter } from '../schema/letter.js';

type WorkKind = Letter['sharedWork'][number]['kind'];

/** Something that programs are known for, and how a letter is known to speak to it. */
interface FocusArea {
  /** In a reason: "speaks to research". */
  readonly label: string;
  readonly inProgram: RegExp;
  readonly inLetter: RegExp;
  readonly track?: Program['track'];
  readonly kinds?: readonly WorkKind[];
}

/** Areas that programs and letters name in different words. */
const AREAS: readonly FocusArea[] = [
  {
    label: 'research',
    inProgram: /\bresearch|physician.scientist|scholarship|clinical trials/i,
    inLetter: /\bresearch|\btrial\b|\bcohort\b|laborator/i,
    track: 'research',
    kinds: ['research'],
  },
  {
    label: 'primary care',
    inProgram: /primary care|ambulatory|outpatient|continuity|family medicine/i,
    inLetter: /primary care|ambulatory|outpatient|continuity|family medicine|community health center/i,
    track: 'primary-care',
  },
  {
    label: 'medical education',
    inProgram: /medical education|clinician.educator|teaching residents/i,
    inLetter: /medical education|\btaught\b|\btutor|curricul/i,
    kinds: ['teaching'],
  },
  {
    label: 'quality improvement',
    inProgram: /quality|patient safety/i,
    inLetter: /quality improvement|patient safety|quality committee/i,
    kinds: ['quality-improvement'],
  },
  {
    label: 'underserved and immigrant communities',
    inProgram: /underserved|immigrant|refugee|health equity|safety.net|urban health/i,
    inLetter: /underserved|immigrant|refugee|health equity|safety.net|free clinic|uninsured|interpreter/i,
  },
  { label: 'global health', inProgram: /global health/i, inLetter: /global health|international health/i },
  { label: 'rural medicine', inProgram: /\brural/i, inLetter: /\brural|\bdistrict\b/i },
  {
    label: 'hospital medicine',
    inProgram: /hospital medicine|hospitalist|inpatient/i,
    inLetter: /hospital medicine|hospitalist|inpatient|\bward\b/i,
  },
  {
    label: 'critical care',
    inProgram: /critical care|intensive care|\bICU\b/i,
    inLetter: /critical care|intensive care|\bICU\b/i,
  },
];

/** Letters by which words are compared, so that "discharge" and "discharges" are one. */
const STEM = 6;
const COMMON = new Set(
  'program strong hospital medicine medical teaching training center community university'.split(' '),
);

function stems(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{5,}/gu) ?? [];
  return words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, STEM));
}

/** What a program is known for, as the words by which its letters are chosen; without repetition, sorted. */
export function focusOf(program: Program): string[] {
  const labels = program.focus.map((line) => AREAS.find(({ inProgram }) => inProgram.test(line))?.label ?? line);
  const track = AREAS.find((area) => area.track === program.track)?.label;
  return [...new Set(track ? [...labels, track] : labels)].sort();
}

/** What a letter can speak about, as far as the application tells it. */
export interface LetterTopics {
  readonly letter: Letter;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** Collects what a letter can speak about: the shared work, the position of the writer, and the points. */
export function topicsOf(letter: Letter): LetterTopics {
  const { writer, relationship, sharedWork, points } = letter;
  const text = [
    relationship.summary,
    writer.position,
    writer.department,
    writer.specialty,
    ...sharedWork.flatMap((work) => [work.title, work.setting, work.role, ...work.did]),
    ...points.flatMap(({ point, because }) => [point, because]),
  ]
    .filter((part) => part !== undefined)
    .join('\n');
  return { letter, text, stems: new Set(stems(text)) };
}

/**
 * True when a letter speaks to what a program is known for.
 *
 * @param focus One of {@link focusOf}: an area such as "research", or the applicant's own words such as "stroke".
 */
export function speaksTo({ letter, text, stems: words }: LetterTopics, focus: string): boolean {
  const area = AREAS.find(({ label }) => label === focus);
  if (!area) return stems(focus).some((stem) => words.has(stem));
  if (focus === 'research' && (letter.focus === 'academic' || letter.writer.role === 'research-pi')) return true;
  return letter.sharedWork.some(({ kind }) => area.kinds?.includes(kind)) || area.inLetter.test(text);
}
