import path from 'node:path';
import type { Attachable } from '../../brief/index.js';
import { diagnostic, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { PacketError } from '../../errors.js';
import { renderPacket, type Packet, type RenderOptions } from '../../packet.js';
import { type LetterPlan, planLetters } from '../../plan/index.js';
import type { Application } from '../../schema/application.js';
import type { ThemeInput } from '../../schema/theme.js';
import type { PreparedTemplate } from '../../template/index.js';
import type { FontTypesetter } from '../../text/index.js';
import { checkLoaded } from '../check-application.js';
import { loadFromRoster, loadWithPlaces } from '../load-application.js';
import { defaultTypesetter } from '../load-fonts.js';
import { platformDeflate } from '../platform-deflate.js';
import { ROSTER_INPUT, rosterHash, type ApplicantSource } from './applicant-source.js';
import { markOf, sha256 } from './hash.js';
import { hold, holdText, type HeldApplication } from './held-application.js';

/** What all tasks of a batch have in common; sent to a worker once. */
export interface WorkerSettings {
  readonly today: string;
  readonly template: PreparedTemplate;
  readonly theme?: ThemeInput;
  /** Font files and folders of them, before the fonts of the package. */
  readonly fonts: readonly string[];
  readonly attach: readonly Attachable[];
  readonly deflate: 'platform' | 'portable';
}

/** An applicant as read. */
export interface ReadApplicant {
  /** Null with errors. */
  readonly application: HeldApplication | null;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into; none without diagnostics. */
  readonly sources: Readonly<Record<string, string>>;
  /** The files that were read, by the names under which the application has them, and what was in them. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Changes with anything that the application says. */
  readonly content: string;
  /** What the applicant has to do next for each letter, by id. */
  readonly nextDates: Readonly<Record<string, NextDates>>;
}

/** Days on which the applicant has to do something for a letter. */
export interface NextDates {
  /** By when to ask for it; null once the writer was asked. */
  readonly askBy: string | null;
  /** When to remind the writer next; null when no reminder is ahead. */
  readonly remindOn: string | null;
}

/** The letters of one applicant to render. */
export interface RenderTask {
  readonly application: HeldApplication;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly letters: readonly string[];
}

/** One rendered letter, or why there is none. */
export interface RenderedLetter {
  readonly letterId: string;
  readonly packet: Pick<Packet, 'pdf' | 'pages' | 'conformance'> | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

/** How an applicant is read. */
export interface Reading {
  readonly today: string;
  /** The plan of an application for that day, where the letters are rendered from it, too. @default made for reading */
  readonly planOf?: (application: Application) => LetterPlan;
  /** The letters are rendered in the same thread, from the same object. @default false: they are handed on as text */
  readonly sameThread?: boolean;
}

/** Reads and plans one applicant. Never throws for what the applicant wrote. */
export async function readApplicant(source: ApplicantSource, reading: Reading): Promise<ReadApplicant> {
  const { today, planOf = (application) => planLetters(application, { today }) } = reading;
  const { application: given } = source;
  if (given) {
    const plan = planOf(given);
    const { name, files = {} } = source;
    return { ...readResult(given, { files, plan, diagnostics: plan.diagnostics }, reading), file: name, sources: {}, inputs: [] }; // prettier-ignore
  }
  const { roster } = source;
  const loaded =
    source.place === undefined && roster
      ? await loadFromRoster(roster)
      : await loadWithPlaces(source.place ?? source.name, roster);
  const { application, files, file, diagnostics, sources, plan } = checkLoaded(loaded, today, planOf);
  const beside = (name: string): string => path.relative(path.dirname(file), name).split(path.sep).join('/');
  const inputs = [
    ...Object.entries(sources).map(([name, text]) => ({ file: beside(name), sha256: sha256(text) })),
    ...Object.entries(files).map(([name, bytes]) => ({ file: name, sha256: sha256(bytes) })),
    ...(roster ? [{ file: ROSTER_INPUT, sha256: rosterHash(roster) }] : []),
  ];
  return {
    ...readResult(application, { files, plan, diagnostics }, reading),
    file,
    sources: diagnostics.length > 0 ? sources : {},
    inputs,
  };
}

/** What does not depend on where an application is from. */
function readResult(
  application: Application | null,
  about: Pick<ReadApplicant, 'files' | 'diagnostics'> & { readonly plan: LetterPlan | null },
  { sameThread = false }: Reading,
): Pick<ReadApplicant, 'application' | 'files' | 'diagnostics' | 'content' | 'nextDates'> {
  const { files, diagnostics, plan } = about;
  const text = JSON.stringify(application);
  const held = application && !hasErrors(diagnostics) ? (sameThread ? hold(application) : holdText(application, text)) : null; // prettier-ignore
  return { application: held, files, diagnostics, content: contentMark(text, files), nextDates: nextDatesOf(plan) };
}

function nextDatesOf(plan: LetterPlan | null): Record<string, NextDates> {
  const letters = plan?.letters ?? [];
  return Object.fromEntries(
    letters.map(({ letter, askBy: { state, date }, agenda }) => {
      const remindOn = agenda.find(({ kind }) => kind === 'reminder')?.date ?? null;
      return [letter.id, { askBy: state === 'done' ? null : date, remindOn }];
    }),
  );
}

function contentMark(application: string, files: Readonly<Record<string, Uint8Array>>): string {
  const named = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return markOf([application, ...named.flatMap(([name, bytes]) => [name, bytes])]);
}

/** Renders letters one after the other. Loads fonts at most once. */
export class LetterRenderer {
  readonly #settings: WorkerSettings;
  /** Nobody changes an application that is rendered. */
  readonly #plans = new WeakMap<Application, LetterPlan>();
  #typesetter: Promise<FontTypesetter> | undefined;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
  }

  /** @throws {FontError} when the fonts cannot be used */
  async prepare(): Promise<void> {
    await this.#fonts();
  }

  #fonts(): Promise<FontTypesetter> {
    this.#typesetter ??= defaultTypesetter(this.#settings.fonts);
    return this.#typesetter;
  }

  /** One plan for all letters of an application. */
  planOf(application: Application): LetterPlan {
    let plan = this.#plans.get(application);
    if (plan === undefined)
      this.#plans.set(application, (plan = planLetters(application, { today: this.#settings.today })));
    return plan;
  }

  async render(
    application: Application,
    files: Readonly<Record<string, Uint8Array>>,
    letterId: string,
  ): Promise<RenderedLetter> {
    const { today, template, theme, attach, deflate } = this.#settings;
    const typesetter = await this.#fonts();
    const options: RenderOptions = {
      today,
      template,
      typesetter,
      files,
      attach,
      ...(theme ? { theme } : {}),
      ...(deflate === 'platform' ? { deflate: platformDeflate } : {}),
    };
    const start = performance.now();
    const seconds = (): number => Math.round(performance.now() - start) / 1000;
    try {
      const plan = this.planOf(application);
      const packet = await renderPacket(application, letterId, { ...options, plan });
      const { pdf, pages, conformance, diagnostics } = packet;
      return { letterId, packet: { pdf, pages, conformance }, diagnostics, seconds: seconds() };
    } catch (error) {
      return { letterId, packet: null, diagnostics: failureDiagnostics(error, letterId), seconds: seconds() };
    }
  }
}

/** Why a packet could not be made, as findings: at least one error. */
export function failureDiagnostics(failure: unknown, letterId: string): readonly Diagnostic[] {
  if (failure instanceof PacketError && hasErrors(failure.diagnostics)) return failure.diagnostics;
  const reason = failure instanceof Error ? failure.message : String(failure);
  const message = `the packet of letter "${letterId}" failed: ${reason}`;
  const hints = ['this is a defect of lor-packet: please report it with this message'];
  return [diagnostic('error', 'internal/unexpected', message, { hints })];
}
