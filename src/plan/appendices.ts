import type { AppendixKind, AppendixMode, LetterAppendix } from '../schema/appendix.js';
import type { Application } from '../schema/application.js';
import type { Letter } from '../schema/letter.js';

/** A document that the packet of a letter appends. */
export interface PlannedAppendix {
  /** As the application names it. */
  readonly file: string;
  readonly title: string;
  readonly kind: AppendixKind;
  readonly mode: AppendixMode;
  readonly pages: string | undefined;
  readonly language: string | undefined;
  /** Where the application names the file. */
  readonly path: string;
}

const TITLES: Readonly<Record<AppendixKind, string | null>> = {
  'letter-request-form': 'Letter Request Form',
  cv: 'Curriculum vitae',
  'standardized-form': 'Standardized form',
  publication: 'Publication',
  transcript: 'Transcript',
  other: null,
};

/**
 * The documents of one letter in order, those of the application that it names included.
 *
 * The mode is `figure` unless said otherwise: the page looks the same in every viewer, its text can be searched and
 * copied, and nothing of its structure can break the packet's, so that the packet keeps its conformance wherever the
 * document lets it.
 */
export function letterAppendices(application: Application, letter: Letter): PlannedAppendix[] {
  const index = application.letters.findIndex(({ id }) => id === letter.id);
  return letter.appendices.flatMap((own, order): PlannedAppendix[] => {
    if (typeof own !== 'string') return [planned(own, `letters[${index}].appendices[${order}].file`)];
    const place = application.appendices.findIndex(({ id }) => id === own);
    const shared = application.appendices[place];
    return shared ? [planned(shared, `appendices[${place}].file`)] : [];
  });
}

function planned({ file, title, kind, mode, pages, language }: LetterAppendix, path: string): PlannedAppendix {
  return { file, title: title ?? TITLES[kind] ?? nameOf(file), kind, mode: mode ?? 'figure', pages, language, path };
}

/** The name of a file without folder and ending, with spaces for what stands for them. */
function nameOf(file: string): string {
  const name = file
    .replace(/^.*[/\\]/, '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return name === '' ? file : name.charAt(0).toUpperCase() + name.slice(1);
}
