import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { renderPacket, type Template } from '../../src/index.js';
import { applicationSchema } from '../../src/schema/application.js';
import { createTypesetter, type FontSource, type FontTypesetter } from '../../src/text/index.js';
import { minimalApplication } from '../support/applications.js';
import { loadTestFonts } from '../support/fonts.js';

/** One person of specimens.yaml. */
interface SpecimenEntry {
  readonly sheet: string;
  readonly form?: 'NFD';
  readonly name: readonly [given: string, family: string];
  readonly native: readonly [text: string, lang: string];
  readonly school: string;
  readonly schoolNative?: readonly [text: string, lang: string];
}

/** A specimen applicant: its page and the lines that stand there. */
export interface Specimen {
  readonly sheet: string;
  readonly form: 'NFC' | 'NFD';
  /** What the lines say, from the top. The third is the second in bold, the fourth the first in bold italics. */
  readonly lines: readonly string[];
  readonly entry: SpecimenEntry;
}

/** Prints the names and schools of the applicant, each on a line of its own. */
const TEMPLATE: Template = {
  manifest: {
    name: 'specimen',
    contract: 1,
    sections: [{ partial: 'lines' }],
    theme: {
      page: { margins: { right: 173 } },
      text: { size: 13, leading: 24, align: 'left', hyphenate: false },
    },
  },
  files: {
    'packet.md.hbs': '{{> sections}}',
    'partials/lines.md.hbs': `{{applicant.name}}

{{applicant.native.text}}

**{{applicant.native.text}}**

***{{applicant.name}}***

*{{applicant.school}}*
{{#if applicant.schoolNative}}

{{applicant.schoolNative.text}}
{{/if}}`,
  },
};

/** The specimen applicants of specimens.yaml. */
export function loadSpecimens(): Specimen[] {
  const entries = parse(readFileSync(new URL('specimens.yaml', import.meta.url), 'utf8')) as SpecimenEntry[];
  return entries.map((entry) => {
    const form = entry.form ?? 'NFC';
    const name = entry.name.join(' ').normalize(form);
    const native = entry.native[0].normalize(form);
    const lines = [name, native, native, name, entry.school.normalize(form)];
    if (entry.schoolNative !== undefined) lines.push(entry.schoolNative[0].normalize(form));
    return { sheet: entry.sheet, form, lines, entry };
  });
}

/** The faces of the package and, for Chinese, Japanese and Korean, the small ones in fonts/. */
export function specimenFonts(): FontSource[] {
  const supplied = ['SC', 'JP', 'KR'].map((region): FontSource => {
    const file = new URL(`fonts/NotoSans${region}-specimen.ttf`, import.meta.url);
    return { bytes: new Uint8Array(readFileSync(file)), origin: file.pathname };
  });
  return [...loadTestFonts(), ...supplied];
}

export function specimenTypesetter(fonts: readonly FontSource[] = specimenFonts()): Promise<FontTypesetter> {
  return createTypesetter({ fonts });
}

/** The packet of a specimen: one page, made as every packet is. */
export async function renderSpecimen({ entry, form }: Specimen, typesetter: FontTypesetter) {
  const input = minimalApplication();
  const nativeText = ([text, lang]: readonly [string, string]) => ({ text: text.normalize(form), lang });
  const [given, family] = entry.name;
  input.applicant.name = {
    given: given.normalize(form),
    family: family.normalize(form),
    native: nativeText(entry.native),
  };
  input.cv.medicalEducation = [
    {
      institution: entry.school.normalize(form),
      ...(entry.schoolNative === undefined ? {} : { native: nativeText(entry.schoolNative) }),
      degree: 'MD',
      end: '2025-06',
    },
  ];
  return renderPacket(applicationSchema.parse(input), 'rivera', {
    today: '2026-07-06',
    typesetter,
    template: TEMPLATE,
  });
}
