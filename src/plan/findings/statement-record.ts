import type { Diagnostic } from '../../diagnostics/index.js';
import type { Statement } from '../../schema/application.js';
import { finding, type FindingContext } from './context.js';
import { isOutside, spanOf } from './periods.js';
import { contentStems, plainText, sentencesOf, sharedCount, type TextPart } from './prose.js';
import { type RecordEntry, recordEntries, textsOf } from './record.js';
import { awardsIn, institutionsIn, searchable, siteKey } from './sites.js';
import { statementPlace } from './statement-place.js';

/** A statement, its sentences, and the record that it is compared with. */
interface Compared extends ReadRecord {
  readonly statement: Statement;
  readonly index: number;
  readonly sentences: readonly NamingSentence[];
  readonly context: FindingContext;
}

/** The record as it is compared with every statement; read once. */
interface ReadRecord {
  readonly entries: readonly RecordEntry[];
  /** Everything that it says, as one searchable line. */
  readonly record: string;
  /** All of its numbers. */
  readonly numbers: ReadonlySet<number>;
  /** What it counts, with the content words of the sentence. */
  readonly counts: readonly { readonly stems: ReadonlySet<string>; readonly count: Count }[];
}

/** A sentence with the entries of the record whose sites it names. */
interface NamingSentence extends TextPart {
  readonly named: readonly RecordEntry[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH_YEAR = new RegExp(`\\b(${MONTHS.join('|')}),?\\s+((?:19|20)\\d{2})\\b`, 'gu');

/** The dates that a sentence names: months with their year, and years that stand alone. */
function datesIn(text: string): { readonly date: string; readonly found: string; readonly offset: number }[] {
  const months = Array.from(text.matchAll(MONTH_YEAR), (match) => ({
    date: `${match[2]}-${String(MONTHS.indexOf(match[1] ?? '') + 1).padStart(2, '0')}`,
    found: match[0],
    offset: match.index,
  }));
  if (months.length > 0) return months;
  return Array.from(
    text.matchAll(/\b(?:in|of|since|until|from|to|and|during)\s+((?:19|20)\d{2})\b(?!\s+(?:patients|people))/giu),
    (match) => ({
      date: match[1] ?? '',
      found: match[1] ?? '',
      offset: match.index + match[0].length - 4,
    }),
  );
}

function dates({ statement, index, sentences, context }: Compared): Diagnostic[] {
  return sentences.flatMap((sentence) => {
    const { named } = sentence;
    const spans = named.flatMap(({ start, end }) => spanOf(start, end, context.today) ?? []);
    if (spans.length === 0 || spans.length < named.length) return [];
    return datesIn(sentence.text)
      .filter(({ date }) => isOutside(date, spans, context.today))
      .map(({ found, offset }) => {
        const periods = named.map(({ start, end }) => `${start ?? '?'} to ${end ?? '?'}`).join(', ');
        const message = `the statement has ${found} for ${named[0]?.site ?? ''}, the CV has ${periods}`;
        return finding(
          'consistency/statement-dates',
          message,
          statementPlace(statement, index, sentence.offset + offset, found),
        );
      });
  });
}

const hasAllWords = (text: string, key: string): boolean => key.split(' ').every((word) => text.includes(` ${word} `));

function sites({ statement, index, context, record }: Compared): Diagnostic[] {
  const text = statement.text ?? '';
  const programs = context.application.programs.map(({ institution }) => siteKey(institution));
  const seen = new Set<string>();
  return institutionsIn(text).flatMap(({ name, offset, key }) => {
    // A program of the list is another finding, and the whole name once is enough.
    if (seen.has(key) || hasAllWords(record, key) || programs.includes(key)) return [];
    seen.add(key);
    const message = `the statement names ${name}, which the CV does not have`;
    return finding('consistency/statement-unknown-site', message, statementPlace(statement, index, offset, name));
  });
}

function awards({ statement, index, record }: Compared): Diagnostic[] {
  return awardsIn(statement.text ?? '').flatMap(({ name, offset, key }) => {
    if (hasAllWords(record, key)) return [];
    const message = `the statement names the ${name}, which the CV does not have`;
    return finding('consistency/statement-unknown-award', message, statementPlace(statement, index, offset, name));
  });
}

/** Roles whose words in the record may differ from the title. */
const ROLES: readonly (readonly [role: string, inRecord: RegExp])[] = [
  ['chief resident', /chief/],
  ['resident', /residen/],
  ['clinical fellow', /fellow/],
  ['research fellow', /research/],
  ['fellow', /fellow/],
  ['attending', /attending|consultant|specialist/],
  ['sub-intern', /sub-?intern|acting intern|elective|clerk/],
  ['intern', /intern\b|internship|house officer|supervised practice/],
  ['extern', /extern/],
  ['president', /president|chair/],
  ['director', /director|head|lead/],
  ['founder', /found|start/],
  ['principal investigator', /principal investigator|lead/],
];
const TITLE = new RegExp(
  `\\b(?:as|was|became|am)\\s+(?:an?|the)\\s+(?:[\\p{L}-]+\\s+)?(${ROLES.map(([role]) => role).join('|')})\\b(?!['’-])`,
  'iu',
);

function titles({ statement, index, sentences }: Compared): Diagnostic[] {
  return sentences.flatMap((sentence) => {
    const match = TITLE.exec(sentence.text);
    const { named } = sentence;
    if (!match || named.length === 0) return [];
    const title = (match[1] ?? '').toLowerCase();
    const inRecord = ROLES.find(([role]) => role === title)?.[1];
    if (!inRecord || named.some(({ text }) => inRecord.test(plainText(text)))) return [];
    const offset = sentence.offset + match.index + match[0].length - title.length;
    const message = `the statement says "${title}" for ${named[0]?.site}; the CV has no such title there`;
    return finding('consistency/statement-title', message, statementPlace(statement, index, offset, title));
  });
}

/** Numbers from which a count is worth comparing: smaller ones occur everywhere. */
const SMALLEST_COUNT = 20;
const COUNT = /(?<![\d.,/$€£-])(\d{1,3}(?:,\d{3})+|\d+)\s+((?:[\p{Ll}-]+\s+)?)([\p{Ll}-]{4,})/gu;
const NO_UNIT =
  /^(?:percent|years?|months?|weeks?|days?|hours?|minutes?|kilometers?|miles?|times|degrees|milligrams?)$/;

interface Count {
  readonly number: number;
  readonly unit: string;
  readonly found: string;
  readonly offset: number;
}

/** Numbers with the noun that they count: the next word, or the one after an adjective. */
function countsIn(text: string): Count[] {
  return Array.from(text.matchAll(COUNT)).flatMap((match) => {
    const number = Number((match[1] ?? '').replaceAll(',', ''));
    const between = (match[2] ?? '').trim();
    const units = [match[3] ?? '', between].filter(
      (unit) => (unit.length >= 4 && unit.endsWith('s')) || /^(?:people|women|men|children)$/.test(unit),
    );
    const unit = between !== '' && units.includes(between) ? between : units[0];
    if (unit === undefined || NO_UNIT.test(unit) || NO_UNIT.test(between)) return [];
    return [{ number, unit, found: `${match[1]} ${unit}`, offset: match.index }];
  });
}

/** Sentences of the record that share this many words of content with one of the statement speak of the same thing. */
const SAME_CONTEXT = 2;

function counts({ statement, index, sentences, numbers, counts: counted }: Compared): Diagnostic[] {
  return sentences.flatMap((sentence) => {
    const suspects = countsIn(sentence.text).filter(({ number }) => number >= SMALLEST_COUNT && !numbers.has(number));
    if (suspects.length === 0) return [];
    const own = contentStems(sentence.text);
    return suspects.flatMap(({ unit, found, offset }) => {
      const other = counted.find(({ stems, count }) => count.unit === unit && sharedCount(stems, own) >= SAME_CONTEXT);
      if (!other) return [];
      const message = `the statement has ${found}, the CV ${other.count.found}`;
      const place = statementPlace(statement, index, sentence.offset + offset, found);
      return finding('consistency/statement-count', message, place);
    });
  });
}

function readRecord({ application: { cv, applicant } }: FindingContext): ReadRecord {
  const texts = textsOf(cv);
  const numbers = texts
    .flatMap((text) => text.match(/\d[\d,]*/g) ?? [])
    .map((text) => Number(text.replaceAll(',', '')));
  const counts = texts
    .filter((text) => /\d\s/.test(text))
    .flatMap(sentencesOf)
    .flatMap(({ text }) => {
      const found = countsIn(text).filter(({ number }) => number >= SMALLEST_COUNT);
      if (found.length === 0) return [];
      const stems = contentStems(text);
      return found.map((count) => ({ stems, count }));
    });
  return {
    entries: recordEntries(cv),
    record: searchable([...texts, ...textsOf(applicant)].join(' ')),
    numbers: new Set(numbers),
    counts,
  };
}

/** Compares every statement with the record: dates, sites, awards, titles, counts. */
function compare(context: FindingContext): Diagnostic[] {
  const read = readRecord(context);
  const keyed = read.entries.map((entry) => ({ entry, key: siteKey(entry.site) }));
  return context.application.statements.flatMap((statement, index) => {
    const sentences = sentencesOf(statement.text ?? '').map((sentence): NamingSentence => {
      const text = searchable(sentence.text);
      const named = keyed.filter(({ key }) => key !== null && text.includes(` ${key} `)).map(({ entry }) => entry);
      return { ...sentence, named };
    });
    const compared = { ...read, statement, index, sentences, context };
    return [dates, sites, awards, titles, counts].flatMap((check) => check(compared));
  });
}

export const STATEMENT_RECORD_CHECKS = [compare];
