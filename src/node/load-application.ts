import path from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { readImage } from '../image/index.js';
import type { PathLocator } from '../input/locate-path.js';
import { notSupplied } from '../input/named-files.js';
import { openApplication } from '../input/open-application.js';
import { readDocument } from '../input/read-document.js';
import type { RosterApplicant } from '../input/roster/read-roster.js';
import type { SourceDocument } from '../input/source-document.js';
import { resolveReference } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import { APPLICATION_FILES, lookForApplication, noApplication } from './find-applications.js';
import { loadReferenceBeside, placeFindings } from './load-reference.js';
import { outputName } from './output-name.js';
import { readNamedFile } from './read-named-file.js';
import { readStatement } from './read-statement.js';
import { readText } from './read-text.js';

/** An application as read from disk. */
export interface LoadedApplication {
  /** The application, or null when something about it is an error. */
  readonly application: Application | null;
  /** Everything found, with positions in the files of `sources`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The application's file, as a path from the working directory; the given path when none was found. */
  readonly file: string;
  /** Texts of the files that were read, by the names that diagnostics use. */
  readonly sources: Readonly<Record<string, string>>;
  /** Bytes of the other files that the application names (appendices), exactly as it names them: for `RenderOptions`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Loads an application with the statements, reference tables and other files that it names.
 *
 * @param place an applicant's file (`.yaml`, `.yml`, `.json`) or folder (`application.yaml`, `.yml` or `.json` in it)
 * @returns what was found; it never throws for what is on disk: a missing, unreadable, too large or wrongly encoded
 *   file is a diagnostic
 * @example
 * const { application, files, diagnostics } = await loadApplication('applicants/linh-tran');
 */
export async function loadApplication(place: string): Promise<LoadedApplication> {
  const { locate: _, ...loaded } = await loadWithPlaces(place);
  return loaded;
}

/** An application with the way from its values back to the file. */
export interface PlacedApplication extends LoadedApplication {
  /** Null when nothing could be read. */
  readonly locate: PathLocator | null;
}

/** Loads an application as {@link loadApplication} does, and keeps the way back to the file. */
export async function loadWithPlaces(place: string, roster?: RosterApplicant): Promise<PlacedApplication> {
  const looked = await lookForApplication(place);
  if ('problem' in looked) return failedApplication([looked.problem], place);
  if ('names' in looked) return failedApplication([noApplication(place, looked.names)], place);
  const { file } = looked;
  const read = await readText(file);
  if ('problem' in read) return failedApplication([read.problem], file);
  const { text } = read;
  return loadDocument(readDocument(text, { file }), { file, text, folder: path.dirname(file), roster });
}

/** Makes an application of the rows of a roster alone; files that they name are those beside the roster. */
export async function loadFromRoster(roster: RosterApplicant): Promise<PlacedApplication> {
  return loadDocument(null, { file: roster.file, text: null, folder: path.dirname(roster.file), roster });
}

function failedApplication(diagnostics: readonly Diagnostic[], file: string): PlacedApplication {
  return { application: null, diagnostics, file, sources: {}, files: {}, locate: null };
}

/** What a document was read from. */
interface Origin {
  readonly file: string;
  /** Null when there is no file but the roster. */
  readonly text: string | null;
  /** Where the files are that it names. */
  readonly folder: string;
  readonly roster: RosterApplicant | undefined;
}

async function loadDocument(
  base: SourceDocument | null,
  { file, text, folder, roster }: Origin,
): Promise<PlacedApplication> {
  const ofRows = roster?.problems ?? [];
  // Without a row that can be read, all else would be said to be missing.
  if (roster?.rows.length === 0) return failedApplication(ofRows, file);
  const rosters = roster ? await import('../input/roster/overlay-roster.js') : null;
  const overlaid = rosters && roster ? rosters.overlayRoster(base, roster) : null;
  const document = overlaid?.document ?? base;
  if (!document) throw new Error('an application needs a file or a roster');
  const open = openApplication(document);
  const texts = new Map<string, string>();
  const problems = new Map<string, Diagnostic>();
  for (const name of open.statementFiles) {
    const statement = await readStatement(folder, name);
    if ('problem' in statement) problems.set(name, statement.problem);
    else texts.set(name, statement.text);
  }
  const files = new Map<string, Uint8Array>();
  for (const name of open.namedFiles) {
    const read = await readNamedFile(folder, name);
    if ('problem' in read) problems.set(name, read.problem);
    else files.set(name, read.bytes);
  }
  const named = open.referenceFile;
  const found = named === null ? null : await loadReferenceBeside(folder, named);
  if (named !== null && found?.text === null) found.diagnostics.forEach((problem) => problems.set(named, problem));
  const beside = found === null || found.text === null ? null : { ...found, text: found.text };
  const parsed = open.parse({
    statements: Object.fromEntries(texts),
    files: new Set(files.keys()),
    applicantId: roster?.id ?? defaultId(file),
    ...(beside ? { reference: beside.rows } : {}),
  });
  const { application } = parsed;
  const tables = application?.reference;
  const inline = typeof tables === 'object' && !beside ? resolveReference(tables).diagnostics : [];
  const ofTables = beside ? beside.diagnostics : placeFindings(inline, open.locate);
  const photo = application && photoProblem(application, files);
  const ofPhoto = placeFindings(photo ? [photo] : [], open.locate);
  const ofCells = [...ofRows, ...(overlaid?.diagnostics ?? [])];
  const ofFile = explainMissing(parsed.diagnostics, problems);
  const misspelt = overlaid?.misspelt(ofFile) ?? [];
  const diagnostics = [...misspelt, ...ofCells, ...ofFile, ...ofTables, ...ofPhoto];
  return {
    application: hasErrors(ofTables) || hasErrors(ofCells) ? null : application,
    diagnostics: rosters && roster ? rosters.nameCells(diagnostics, roster) : diagnostics,
    file,
    sources: Object.fromEntries([
      ...(text === null ? [] : [[file, text] as const]),
      ...[...texts].map(([name, own]) => [path.join(folder, name), own] as const),
      ...(beside ? [[beside.file, beside.text] as const] : []),
    ]),
    files: Object.fromEntries(files),
    locate: open.locate,
  };
}

/** What is wrong with the photo, so that it is known before a packet lacks it. */
function photoProblem({ applicant }: Application, files: ReadonlyMap<string, Uint8Array>): Diagnostic | null {
  const bytes = applicant.photo === undefined ? undefined : files.get(applicant.photo);
  if (applicant.photo === undefined || !bytes) return null;
  const read = readImage(bytes, applicant.photo);
  return 'problem' in read ? { ...read.problem, path: 'applicant.photo' } : null;
}

/** The name of the applicant's folder, or of the file when that has a name of its own. */
function defaultId(file: string): string {
  const { dir, base, name } = path.parse(path.resolve(file));
  const standard = (APPLICATION_FILES as readonly string[]).includes(base);
  return outputName(standard ? path.basename(dir) : name, 'applicant');
}

/** The parser only knows that it was not given a file; this says why, at the same place. */
function explainMissing(found: readonly Diagnostic[], problems: ReadonlyMap<string, Diagnostic>): Diagnostic[] {
  const explained = new Set<string>();
  const diagnostics = found.map((missing) => {
    // Not by what was found: that is the value as it was typed, with its escapes, and cut short.
    const name = [...problems.keys()].find((file) => missing.message === notSupplied(file));
    const reason = name === undefined ? undefined : problems.get(name);
    if (name === undefined || !reason) return missing;
    explained.add(name);
    const { path: where, source } = missing;
    return { ...reason, ...(where === undefined ? {} : { path: where }), ...(source ? { source } : {}) };
  });
  return [...diagnostics, ...[...problems].filter(([name]) => !explained.has(name)).map(([, problem]) => problem)];
}
