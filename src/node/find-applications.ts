import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { didYouMean } from '../template/similar-names.js';
import { expandGlobs } from './expand-globs.js';
import { unreadable } from './read-text.js';
import { isTableName } from './roster-name.js';
import { systemCode } from './system-failure.js';

/** What an application's file is called in its folder. */
export const APPLICATION_FILES = ['application.yaml', 'application.yml', 'application.json'] as const;
const DATA_FILE = /\.(?:ya?ml|json)$/i;
/** An application's file with an ending that an editor has put behind its own, as Notepad does. */
const LONGER_NAME = /^(application\.(?:ya?ml|json))(?:\.\w+|~)$/i;

/** Applicants found, and what stood in the way. */
export interface FoundApplications {
  /** Paths to pass to `loadApplication`, in the order of the arguments, the folders of one argument sorted by name. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What one path turned out to be. */
type Looked = { readonly file: string } | { readonly problem: Diagnostic } | { readonly names: readonly string[] };

/**
 * The application's file at a path: the file itself, or the one file `application.yaml`, `.yml` or `.json` of a folder.
 * `names` are the names in a folder that has no application.
 */
export async function lookForApplication(place: string): Promise<Looked> {
  try {
    if (!(await stat(place)).isDirectory()) {
      if (DATA_FILE.test(place)) return { file: place };
      if (isTableName(place)) return { problem: aRoster(place) };
      const hints = ["give an applicant's folder, or its application.yaml or application.json"];
      const message = `${place} is not an application: its name must end in .yaml, .yml or .json`;
      return { problem: diagnostic('error', 'input/bad-value', message, { hints }) };
    }
    const names = (await readdir(place)).sort();
    const present = APPLICATION_FILES.filter((name) => names.includes(name));
    const [first, second] = present;
    if (first === undefined) return { names };
    if (second === undefined) return { file: path.join(place, first) };
    const message = `${place} has more than one application: ${present.join(', ')}`;
    const hints = ['keep one of them, or give the file instead of the folder'];
    return { problem: diagnostic('error', 'input/bad-value', message, { hints }) };
  } catch (error) {
    const isLink = systemCode(error) === 'ENOENT' && (await lstat(place).catch(() => undefined))?.isSymbolicLink();
    if (!isLink) return { problem: unreadable(place, error) };
    const hints = ['put back what it leads to, or remove it'];
    const message = `${place} is a link to something that is not there`;
    return { problem: diagnostic('error', 'input/file-missing', message, { hints }) };
  }
}

/** The diagnostic for a roster where one applicant is wanted. */
function aRoster(file: string): Diagnostic {
  const hints = [
    `run "lor-packet build ${file}": it makes the packets of a roster, and "build --dry-run" says what is wrong with it`,
    "give an applicant's folder, or its application.yaml or application.json",
  ];
  const message = `${file} is a roster, not an application: only the command build takes rosters`;
  return diagnostic('error', 'input/bad-value', message, { hints });
}

/** The diagnostic for a folder without an application. */
export function noApplication(folder: string, names: readonly string[]): Diagnostic {
  const close = names.flatMap((name) => {
    const meant = meantName(name);
    return meant === null ? [] : [`rename ${name} to ${meant}`];
  });
  const hints = [...close, `run "lor-packet init ${folder}" for a starter folder`];
  return diagnostic('error', 'input/file-missing', `no application.yaml or application.json in ${folder}`, { hints });
}

/** What a file should be called that looks like an application's and is not called so. */
function meantName(name: string): string | null {
  const longer = LONGER_NAME.exec(name)?.[1];
  if (longer !== undefined) return longer.toLowerCase();
  if (!DATA_FILE.test(name) || didYouMean(name, APPLICATION_FILES).length === 0) return null;
  return /\.json$/i.test(name) ? 'application.json' : 'application.yaml';
}

/** An applicant that was found: a file, or a folder of which it cannot be told what is in it. */
export interface FoundPlace {
  /** To pass to `loadApplication`, which says the same about a folder with a problem. */
  readonly place: string;
  readonly problem: Diagnostic | null;
  /** False for a folder that was given and has no applicant in it. */
  readonly isApplicant: boolean;
}

/**
 * Finds the applicants at some paths. A path is an applicant's file, an applicant's folder, or a folder of such
 * folders (one level deep); a glob such as `class/*-2027` stands for every path that it matches. An applicant named
 * twice is found once. Never throws.
 */
export async function findApplications(places: readonly string[]): Promise<FoundApplications> {
  const { found, diagnostics } = await findPlaces(places);
  const problems = found.flatMap(({ problem }) => problem ?? []);
  const paths = found.filter(({ problem }) => problem === null).map(({ place }) => place);
  return { paths, diagnostics: [...diagnostics, ...problems] };
}

/** Finds applicants as {@link findApplications} does; a folder that is an applicant's and cannot be used is one, too. */
export async function findPlaces(
  places: readonly string[],
): Promise<{ readonly found: readonly FoundPlace[]; readonly diagnostics: readonly Diagnostic[] }> {
  const found = new Map<string, FoundPlace>();
  const diagnostics: Diagnostic[] = [];
  const add = (place: FoundPlace): void => {
    const key = path.resolve(place.place);
    if (!found.has(key)) found.set(key, place);
  };
  for (const place of await expandGlobs(places, diagnostics)) {
    const looked = await lookForApplication(place);
    if ('file' in looked) add({ place: looked.file, problem: null, isApplicant: true });
    else if ('problem' in looked) add({ place, problem: looked.problem, isApplicant: true });
    else {
      const below = await lookBelow(place, looked.names);
      below.forEach(add);
      if (below.length === 0) add({ place, problem: noApplication(place, looked.names), isApplicant: false });
    }
  }
  return { found: [...found.values()], diagnostics };
}

/**
 * The applicants' folders of a folder. A folder with nothing like an application is none of them: passed over. What
 * cannot be looked at may be one: it is a problem.
 */
async function lookBelow(folder: string, names: readonly string[]): Promise<FoundPlace[]> {
  const found: FoundPlace[] = [];
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const place = path.join(folder, name);
    const entry = await stat(place).catch(() => null);
    if (entry && !entry.isDirectory()) continue;
    const looked = await lookForApplication(place);
    if ('file' in looked) found.push({ place: looked.file, problem: null, isApplicant: true });
    else if ('problem' in looked) found.push({ place, problem: looked.problem, isApplicant: true });
    else if (looked.names.some((candidate) => /\.ya?ml$/i.test(candidate) || meantName(candidate) !== null))
      found.push({ place, problem: noApplication(place, looked.names), isApplicant: true });
  }
  return found;
}
