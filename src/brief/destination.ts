import type { PlannedLetter } from '../plan/index.js';
import type { Program } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { printPlace, sentenceCase } from './print.js';

/** A hyphen at which no line ends. */
const HYPHEN = '\u2011';

/** Distinct values with their counts, most frequent first, then in order of appearance. */
function counted(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function typesOf(programs: readonly Program[]): string | null {
  const types = counted(programs.flatMap(({ type }) => type ?? []));
  const [first] = types;
  if (first && first[1] === programs.length) {
    const name = first[0].replace('-', HYPHEN);
    return programs.length === 1 ? name : `${programs.length === 2 ? 'both' : 'all'} ${name}`;
  }
  return types.map(([type, count]) => `${count} ${type.replace('-', HYPHEN)}`).join(', ') || null;
}

/**
 * Where a letter is going: numbers, types, regions and focus of its programs. Names only where the applicant shares
 * them with this writer: applicants may keep them confidential (facts §1.5 [AAMC-SIGFAQ]).
 */
export function destinationOf(planned: PlannedLetter): Brief['destination'] {
  const { programs, serves, share } = planned;
  const bySpecialty = serves.flatMap(({ id, name }) => {
    const own = programs.filter(({ specialty }) => specialty === id);
    if (own.length === 0) return [];
    const states = counted(own.flatMap(({ place }) => place?.state ?? []));
    return [
      {
        specialty: name,
        count: own.length,
        types: typesOf(own),
        regions: states.map(([state]) => state).join(', ') || null,
        focus: counted(own.flatMap(({ focus }) => focus))
          .slice(0, 6)
          .map(([focus]) => focus),
      },
    ];
  });
  const nameOf = (id: string) => serves.find((specialty) => specialty.id === id)?.name ?? id;
  return {
    total: programs.length,
    bySpecialty,
    programs:
      share.has('program-names') && programs.length > 0
        ? programs.map((program) => ({
            institution: program.institution,
            place: printPlace(program.place),
            specialty: nameOf(program.specialty),
            type: program.type ? sentenceCase(program.type.replace('-', HYPHEN)) : null,
          }))
        : null,
  };
}
