import { CHECKED_ON } from './checked-on.js';
import type { ApplicationSystem, Confidence, LetterMix, Specialty, SystemPeriod, WantedForm } from './types.js';

/** What is said of a specialty; the rest has defaults. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly inText?: string;
  readonly alsoCalled?: readonly string[];
  /** By season, latest first. @default ERAS in all seasons */
  readonly systems?: readonly SystemPeriod[];
  readonly usual?: number;
  readonly max?: number;
  readonly mix: string;
  readonly fromSpecialty: number;
  readonly chair?: LetterMix['chair'];
  readonly form?: WantedForm;
  readonly outside?: number;
  readonly earlyMatch?: boolean;
  readonly note?: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

/** An application system from one season to another; null is open. */
export function period(
  application: ApplicationSystem,
  fromSeason: number | null = null,
  toSeason: number | null = null,
): SystemPeriod {
  return { application, fromSeason, toSeason };
}

/** A name as used inside a sentence; abbreviations keep their capitals. */
function lowerFirst(name: string): string {
  return /^[A-Z]{2}|^PM&R/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** A row of the table of specialties. */
export function specialty(row: Row): Specialty {
  const { id, name, mix, confidence, sources } = row;
  const systems = row.systems ?? [period('ERAS')];
  return {
    id,
    name,
    inText: row.inText ?? lowerFirst(name),
    alsoCalled: row.alsoCalled ?? [],
    application: systems[0]?.application ?? 'ERAS',
    systems,
    letters: { usual: row.usual ?? 3, max: row.max ?? 4 },
    mix,
    wants: {
      fromSpecialty: row.fromSpecialty,
      chair: row.chair ?? 'none',
      form: row.form ?? null,
      outside: row.outside ?? 0,
    },
    form: row.form?.id ?? null,
    earlyMatch: row.earlyMatch ?? false,
    note: row.note ?? null,
    confidence,
    sources,
    checkedOn: CHECKED_ON,
  };
}

/** A row for a specialty of which no source speaks: the house default, of low confidence. */
export function byDefault(id: string, name: string, from: string, alsoCalled: readonly string[] = []): Specialty {
  const mix = `at least one ${from}`;
  return specialty({ id, name, alsoCalled, mix, fromSpecialty: 1, confidence: 'low', sources: ['lor-packet'] });
}
