import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { LooseRow } from './merge-rows.js';
import type { Reference } from './types.js';

type Changes = Partial<Record<keyof Reference, readonly LooseRow[]>>;

function unknownId(path: string, noun: string, id: string, known: readonly string[]): Diagnostic {
  return diagnostic('error', 'input/unknown-reference', `no ${noun} has the id "${id}"`, {
    path,
    found: id,
    hints: [`add it to the reference tables, or use one of: ${known.slice(0, 10).join(', ')}`],
  });
}

function wrongOrder(path: string, message: string): Diagnostic {
  return diagnostic('error', 'input/bad-value', message, { path });
}

/**
 * Finds what rows of a user say about other rows that does not hold: services, forms and sources that do not exist,
 * seasons or numbers in the wrong order, two seasons for one year.
 *
 * @param under makes the path of a table
 */
export function checkReference(reference: Reference, changes: Changes, under: (table: string) => string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const services = reference.services.map(({ id }) => id);
  const forms = reference.forms.map(({ id }) => id);
  const sources = new Set(reference.sources.map(({ id }) => id));
  const place = (table: keyof Reference, id: string): string | null => {
    const index = changes[table]?.findIndex((row) => row.id === id) ?? -1;
    return index < 0 ? null : `${under(table)}[${index}]`;
  };

  for (const [table, rows] of Object.entries(changes) as [keyof Reference, unknown][]) {
    if (!Array.isArray(rows)) continue;
    for (const [index, row] of (rows as readonly LooseRow[]).entries()) {
      const keys = Array.isArray(row['sources']) ? (row['sources'] as readonly string[]) : [];
      for (const [at, key] of keys.entries()) {
        if (sources.has(key)) continue;
        found.push(
          diagnostic('error', 'input/unknown-reference', `no source has the key "${key}"`, {
            path: `${under(table)}[${index}].sources[${at}]`,
            found: key,
            hints: [`add { id: ${key}, title: …, url: … } to the \`sources\` of your reference tables`],
          }),
        );
      }
    }
  }
  for (const guide of reference.uploadGuides) {
    const at = place('uploadGuides', guide.id);
    if (at && !services.includes(guide.service)) {
      found.push(unknownId(`${at}.service`, 'service', guide.service, services));
    }
  }
  for (const row of [...reference.uploadGuides, ...reference.services]) {
    const at = place('service' in row ? 'uploadGuides' : 'services', row.id);
    if (at && row.fromSeason !== null && row.toSeason !== null && row.toSeason < row.fromSeason) {
      found.push(wrongOrder(`${at}.toSeason`, 'the last season is before the first'));
    }
  }
  for (const form of reference.forms) {
    const at = place('forms', form.id);
    if (at && form.variantOf !== null && !forms.includes(form.variantOf)) {
      found.push(unknownId(`${at}.variantOf`, 'form', form.variantOf, forms));
    }
  }
  for (const { id, letters, wants } of reference.specialties) {
    const at = place('specialties', id);
    if (!at) continue;
    if (letters.max < letters.usual) found.push(wrongOrder(`${at}.letters.max`, '"max" is less than "usual"'));
    if (wants.form && !forms.includes(wants.form.id)) {
      found.push(unknownId(`${at}.wants.form.id`, 'form', wants.form.id, forms));
    }
  }
  for (const { id, application, year } of reference.seasons) {
    const at = place('seasons', id);
    const other = reference.seasons.find(
      (row) => row.id !== id && row.application === application && row.year === year,
    );
    if (at && other) {
      found.push(
        diagnostic('error', 'input/duplicate-id', `${application} ${year} has the id "${other.id}" already`, {
          path: `${at}.id`,
          found: id,
          hints: [`write id: ${other.id} to change it`],
        }),
      );
    }
  }
  return found;
}
