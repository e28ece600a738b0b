import { describe, expect, it } from 'vitest';
import {
  BUILTIN_REFERENCE,
  countsAsForm,
  eventsFor,
  findApplicationSystem,
  findForm,
  findSeason,
  findServiceFor,
  findSpecialty,
  findUploadGuide,
  findWantedForm,
  isOfSpecialty,
  labelOf,
  leadDays,
  type Reference,
  type Sourced,
} from '../../src/reference/index.js';
import { experienceTypes, focusAreas, keyCharacteristics } from '../../src/schema/cv.js';
import { competencies, forms, services, writerRoles } from '../../src/schema/letter.js';
import { referenceRows } from '../../src/schema/reference.js';
import { isPartialDate } from '../../src/schema/values.js';

const reference = BUILTIN_REFERENCE;
const TABLES = Object.keys(reference) as (keyof Reference)[];

/** Every row that has sources of its own, with its place. */
function sourcedRows(): [place: string, row: Sourced][] {
  const { seasons, sources: _, ...tables } = reference;
  return [
    ...seasons.flatMap(({ id, events }) => events.map((event): [string, Sourced] => [`${id}/${event.id}`, event])),
    ...Object.entries(tables).flatMap(([table, rows]) =>
      (rows as readonly (Sourced & { id: string })[]).map((row): [string, Sourced] => [`${table}/${row.id}`, row]),
    ),
  ];
}

describe('reference tables', () => {
  it.each(TABLES)('%s has one row per id, and rows that the schema of overrides takes', (table) => {
    const rows = reference[table] as readonly { id: string }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      const { application, form, ...specialty } = row as Record<string, unknown>;
      const whole = table === 'specialties' ? specialty : row;
      expect(referenceRows[table].safeParse(whole).error?.issues ?? [], `${table}/${row.id}`).toEqual([]);
      if (table === 'specialties') expect([typeof application, form === undefined]).toEqual(['string', false]);
    }
  });

  it('has sources that resolve, a confidence and a checked-on date on every row', () => {
    const known = new Set(reference.sources.map(({ id }) => id));
    const rows = sourcedRows();
    expect(rows.length).toBeGreaterThan(120);
    for (const [place, { sources, confidence, checkedOn }] of rows) {
      expect(sources.length, place).toBeGreaterThan(0);
      expect(
        sources.filter((key) => !known.has(key) || key === 'user'),
        place,
      ).toEqual([]);
      expect(['high', 'medium', 'low'], place).toContain(confidence);
      expect(checkedOn.length === 10 && isPartialDate(checkedOn), place).toBe(true);
    }
  });

  it('links no copy or proxy of a page', () => {
    const copies = /scribd|slideplayer|slideum|docest|abcdocz|redlib|sentinel-team|kreativsicht|greenelephant|issuu/;
    const hosts = reference.sources.flatMap(({ url }) => (url === null ? [] : [new URL(url).host]));
    expect(hosts.filter((host) => copies.test(host) || host.endsWith('.') || host.startsWith('staging'))).toEqual([]);
    for (const { title } of reference.sources) expect(title.length).toBeGreaterThan(7);
  });

  it('knows every word of the application format, and no other', () => {
    const ids = (table: keyof Reference) => (reference[table] as readonly { id: string }[]).map(({ id }) => id).sort();
    expect(ids('services')).toEqual([...services].sort());
    expect(ids('forms')).toEqual([...forms].sort());
    expect(ids('competencies')).toEqual([...competencies].sort());
    expect(ids('writerRoles')).toEqual([...writerRoles].sort());
    expect(ids('experienceTypes')).toEqual([...experienceTypes].sort());
    expect(ids('focusAreas')).toEqual([...focusAreas].sort());
    expect(ids('characteristics')).toEqual([...keyCharacteristics].sort());
  });
});

describe('seasons', () => {
  it('has ERAS 2026, 2027 and 2028 with their dates in order', () => {
    for (const year of [2026, 2027, 2028]) expect(findSeason(reference, year)?.label).toBe(`ERAS ${year}`);
    for (const { events } of reference.seasons) {
      const dates = events.map(({ date }) => date);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('marks as expected what no first-party page gives', () => {
    const events = reference.seasons.flatMap((season) => season.events);
    expect(events.filter(({ confidence, expected }) => confidence === 'low' && !expected)).toEqual([]);
    const confirmed = findSeason(reference, 2027)?.events.filter(({ expected }) => !expected);
    expect(confirmed?.map(({ id }) => id)).toEqual(['portal-opens', 'season-opens']);
    expect(findSeason(reference, 2028)?.events.every(({ expected }) => expected)).toBe(true);
  });

  it('gives ResidencyCAS no date of ERAS: after 2025-26 none is known', () => {
    const reviewOf = (year: number) =>
      findSeason(reference, year, 'ResidencyCAS')?.events.find(({ id }) => id === 'review-begins')?.date;
    expect([reviewOf(2026), reviewOf(2027)]).toEqual(['2025-10-01', undefined]);
  });

  it('shows the early match to specialties that have one, and the Main Residency Match to the others', () => {
    const idsFor = (...specialties: string[]) =>
      eventsFor(
        findSeason(reference, 2027),
        specialties.flatMap((id) => findSpecialty(reference, id) ?? []),
      )
        .map(({ id }) => id)
        .filter((id) => id.endsWith('match') || id === 'match-day');
    expect(idsFor('urology')).toEqual(['early-match']);
    expect(idsFor('neurology')).toEqual(['match-day']);
    expect(idsFor()).toEqual(['match-day']);
    expect(idsFor('urology', 'neurology')).toEqual(['early-match', 'match-day']);
  });
});

describe('services and upload guides', () => {
  it('has one letter service per system and season, and at most one guide', () => {
    for (const season of [2026, 2027, 2028, 2035]) {
      expect(findServiceFor(reference, 'ERAS', season)?.id).toBe(
        season >= 2027 ? 'eras-letter-writer-portal' : 'eras-lorp',
      );
      for (const service of services) {
        const matching = reference.uploadGuides.filter(
          (guide) =>
            guide.service === service && (guide.fromSeason ?? 0) <= season && season <= (guide.toSeason ?? 9999),
        );
        expect(matching.length).toBeLessThanOrEqual(1);
        expect(findUploadGuide(reference, service, season)).toBe(matching[0] ?? null);
      }
    }
    expect(findUploadGuide(reference, 'eras-lorp', 2027)).toBeNull();
    expect(findUploadGuide(reference, 'eras-letter-writer-portal', 2026)).toBeNull();
  });

  it('names in each guide no step of another service', () => {
    const text = (id: string) => JSON.stringify(reference.uploadGuides.find(({ service }) => service === id));
    expect(text('eras-lorp')).toMatch(/type the Letter ID/);
    expect(text('eras-letter-writer-portal')).not.toMatch(/Add New Letter|account is free|Letter ID|Liaison|SF Match/);
    expect(text('residencycas')).not.toMatch(/AAMC|MyERAS|LoRP|SF Match/);
    expect(text('sf-match')).not.toMatch(/AAMC|MyERAS|LoRP|Liaison/);
  });

  it('says of the limits of the Letter Writer Portal that they are not published', () => {
    const rules = findUploadGuide(reference, 'eras-letter-writer-portal', 2027)?.fileRules.filter((rule) =>
      /\bMB\b|inches|password/.test(rule),
    );
    expect(rules).toHaveLength(2);
    for (const rule of rules ?? []) expect(rule).toMatch(/not published|the earlier portal/);
  });
});

describe('specialties', () => {
  const specialty = (id: string) => findSpecialty(reference, id)!;

  it.each([
    ['obstetrics-gynecology', 2024, 'ERAS'],
    ['obstetrics-gynecology', 2025, 'ResidencyCAS'],
    ['emergency-medicine', 2025, 'ERAS'],
    ['emergency-medicine', 2026, 'ResidencyCAS'],
    ['plastic-surgery', 2026, 'Central Application'],
    ['plastic-surgery', 2027, 'ERAS'],
    ['ophthalmology', 2027, 'SF Match'],
    ['internal-medicine', 2028, 'ERAS'],
  ])('applies to %s in season %i through %s', (id, season, system) => {
    expect(findApplicationSystem(specialty(id), season)).toBe(system);
  });

  it('cover every season without a hole or an overlap', () => {
    for (const row of reference.specialties) {
      for (let season = 2018; season <= 2035; season++) {
        const matching = row.systems.filter(
          ({ fromSeason, toSeason }) => (fromSeason ?? 0) <= season && season <= (toSeason ?? 9999),
        );
        expect(matching, `${row.id} ${season}`).toHaveLength(1);
      }
      expect(row.application).toBe(findApplicationSystem(row, 2035));
    }
  });

  it('want mixes that their own counts can hold', () => {
    for (const { id, letters, wants, form } of reference.specialties) {
      expect(letters.usual, id).toBeLessThanOrEqual(letters.max);
      expect(wants.fromSpecialty + wants.outside, id).toBeLessThanOrEqual(letters.usual);
      expect(form, id).toBe(wants.form?.id ?? null);
      if (wants.form) expect(findForm(reference, wants.form.id), id).not.toBeNull();
    }
  });

  it('want the portal forms since the portal has them', () => {
    for (const id of ['dermatology', 'plastic-surgery', 'urology']) {
      expect(findWantedForm(reference, specialty(id), 2026)).toBeNull();
      expect(findWantedForm(reference, specialty(id), 2027)?.id).toBe(id);
    }
    expect(findWantedForm(reference, specialty('emergency-medicine'), 2026)).toMatchObject({ count: 1, preferred: 2 });
  });

  it('name no form where none is confirmed', () => {
    for (const id of ['otolaryngology', 'neurosurgery']) expect(specialty(id).form).toBeNull();
  });

  it('recognize a writer’s specialty by its other names', () => {
    expect(isOfSpecialty(specialty('plastic-surgery'), 'Plastic Surgery')).toBe(true);
    expect(isOfSpecialty(specialty('physical-medicine-rehabilitation'), 'physiatry')).toBe(true);
    expect(isOfSpecialty(specialty('internal-medicine'), 'Cardiology')).toBe(true);
    expect(isOfSpecialty(specialty('neurology'), 'Neurosurgery')).toBe(false);
  });
});

describe('forms, words and timing', () => {
  it('count a variant as its form where it stands for it', () => {
    expect(countsAsForm(reference, 'esloe-subspecialty', 'esloe')).toBe(true);
    expect(countsAsForm(reference, 'osloe', 'esloe')).toBe(false);
    expect(countsAsForm(reference, 'osloe', 'osloe')).toBe(true);
    expect(countsAsForm(reference, 'apgo-sloe', 'esloe')).toBe(false);
  });

  it('print words by their id, and an unknown id as it is', () => {
    expect(labelOf(reference.competencies, 'systems-based-practice')).toBe('systems-based practice');
    expect(labelOf(reference.focusAreas, 'no-such-area')).toBe('no-such-area');
  });

  it('have lead times and reminders that grow shorter', () => {
    expect([leadDays(reference, 'best'), leadDays(reference, 'usual'), leadDays(reference, 'shortest')]).toEqual([
      91, 42, 30,
    ]);
    expect(reference.reminders.map(({ daysBefore }) => daysBefore)).toEqual([21, 7, 2]);
  });
});
