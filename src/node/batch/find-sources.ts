import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { nearestWord } from '../../input/did-you-mean.js';
import { readDocument } from '../../input/read-document.js';
import type { RosterApplicant } from '../../input/roster/read-roster.js';
import { findNode } from '../../input/source-tree.js';
import { expandGlobs } from '../expand-globs.js';
import { APPLICATION_FILES, findPlaces, lookForApplication } from '../find-applications.js';
import { readText } from '../read-text.js';
import { isRosterName } from '../roster-name.js';
import { systemCode } from '../system-failure.js';
import type { ApplicantSource } from './applicant-source.js';

/** The applicants at some paths, and what stood in the way. */
export interface FoundSources {
  readonly applicants: readonly Omit<ApplicantSource, 'number'>[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the rosters that the diagnostics point into. */
  readonly sources: Readonly<Record<string, string>>;
  /** The rosters that were read. */
  readonly rosters: readonly string[];
}

/**
 * Finds the applicants at some paths: those of files and folders, then those of rosters. A roster joins applicants with
 * files: at the folder that it names, else beside it in a folder of the applicant's id, else among the other paths by the
 * name of the folder or by the id in the file. Who has no file comes from the roster alone.
 */
export async function findSources(places: readonly string[]): Promise<FoundSources> {
  const diagnostics: Diagnostic[] = [];
  const expanded = await expandGlobs(places, diagnostics);
  const rosterFiles = expanded.filter(isRosterName);
  const found = await findPlaces(expanded.filter((place) => !isRosterName(place)));
  diagnostics.push(...found.diagnostics);
  for (const { problem, isApplicant } of found.found) if (problem && !isApplicant) diagnostics.push(problem);
  const usable = found.found.filter(({ isApplicant }) => isApplicant);
  const byFile = new Map<string, Omit<ApplicantSource, 'number'>>(
    usable.map(({ place }) => [path.resolve(place), { name: nameOf(place), place }]),
  );
  const alone = new Map<string, Omit<ApplicantSource, 'number'>>();
  const sources: Record<string, string> = {};
  const rosters: string[] = [];
  const ids = new IdsOfFiles(usable.flatMap(({ place, problem }) => (problem ? [] : [place])));
  for (const file of rosterFiles) {
    const { loadRoster } = await import('../load-roster.js');
    const roster = await loadRoster(file);
    diagnostics.push(...roster.diagnostics);
    if (roster.text !== null && roster.diagnostics.length > 0) sources[file] = roster.text;
    if (roster.applicants) rosters.push(file);
    for (const applicant of roster.applicants ?? []) {
      const place = (await fileBeside(applicant)) ?? (await ids.find(applicant.id));
      const [known, key] = place === undefined ? [alone, applicant.id] : [byFile, path.resolve(place)];
      const own = place === undefined ? { name: applicant.id } : { name: nameOf(place), place };
      const earlier = known.get(key)?.roster;
      known.set(key, { ...own, roster: earlier ? contested(earlier, applicant) : applicant });
    }
  }
  const inBatch = alone.size === 0 ? [] : [...(await ids.all()), ...[...byFile.values()].map(({ name }) => name)];
  for (const [id, { name, roster }] of alone) {
    if (!roster) continue;
    const near = nearestWord(id, [...inBatch, ...(await likeNamesBeside(roster))]);
    if (near !== null) alone.set(id, { name, roster: { ...roster, near } });
  }
  return { applicants: [...byFile.values(), ...alone.values()], diagnostics, sources, rosters };
}

/** One application that two rosters, or two ids of one, speak of: which of them counts, nobody can tell. */
function contested(first: RosterApplicant, second: RosterApplicant): RosterApplicant {
  const [row] = second.rows;
  const cell = row?.cells[0];
  const said = ({ file, id, rows }: RosterApplicant): string => `"${id}" in row ${rows[0]?.row ?? '?'} of ${file}`;
  const message = `${said(second)} is the applicant who is ${said(first)}, too`;
  const hints = ['put all rows of one applicant into one roster, with one applicant_id', 'look at the column "folder"'];
  const source = { file: second.file, line: cell?.line ?? 1, column: cell?.column ?? 1 };
  const problem = diagnostic('error', 'roster/conflict', message, { path: 'applicant.id', source, hints });
  return { ...first, problems: [...first.problems, ...second.problems, problem] };
}

/** The name of the applicant's folder, or of the file when that has a name of its own. */
function nameOf(place: string): string {
  const { dir, base, name } = path.parse(path.resolve(place));
  return (APPLICATION_FILES as readonly string[]).includes(base) ? path.basename(dir) : name;
}

/** The applicant's file where the roster says, or in a folder of the id beside it. A folder that is named must be there. */
async function fileBeside({ id, file, folder }: RosterApplicant): Promise<string | undefined> {
  const beside = path.join(path.dirname(file), folder ?? id);
  if (folder === null && !/^[\w-]+$/.test(id)) return undefined;
  const found = await stat(beside).catch(() => undefined);
  if (!found) return folder === null ? undefined : beside;
  if (!found.isDirectory()) return folder === null ? undefined : beside;
  for (const name of APPLICATION_FILES) {
    const place = path.join(beside, name);
    const code = await stat(place).then(
      () => null,
      (error: unknown) => systemCode(error) ?? '',
    );
    if (code === null) return place;
    // Nobody can tell what is in it: who reads the applicant says so.
    if (code === 'EACCES' || code === 'EPERM') return beside;
  }
  return folder === null ? undefined : beside;
}

/** Names of applicants' folders beside a roster that are nearly the id of one of its applicants. */
async function likeNamesBeside(roster: RosterApplicant): Promise<string[]> {
  const entries = await readdir(path.dirname(roster.file), { withFileTypes: true }).catch(() => []);
  const names: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || nearestWord(roster.id, [entry.name]) === null) continue;
    if (await fileBeside({ ...roster, id: entry.name, folder: null })) names.push(entry.name);
  }
  return names;
}

/**
 * Finds files by the ids of their applicants: by the name of the folder, and only then by what the files say, however
 * incomplete they are: what they lack may stand in the roster.
 */
class IdsOfFiles {
  readonly #paths: readonly string[];
  #read: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  async find(id: string): Promise<string | undefined> {
    const byName = this.#paths.find((place) => nameOf(place) === id);
    if (byName !== undefined || this.#paths.length === 0) return byName;
    this.#read ??= this.#readAll();
    return (await this.#read).get(id);
  }

  /** All ids that the files say. */
  async all(): Promise<readonly string[]> {
    this.#read ??= this.#readAll();
    return [...(await this.#read).keys()];
  }

  async #readAll(): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const place of this.#paths) {
      const looked = await lookForApplication(place);
      const read = 'file' in looked ? await readText(looked.file) : null;
      if (!read || 'problem' in read) continue;
      const { reached, node } = findNode(readDocument(read.text, { file: place }).root, ['applicant', 'id']);
      if (reached === 2 && node?.kind === 'scalar' && !ids.has(node.text)) ids.set(node.text, place);
    }
    return ids;
  }
}
