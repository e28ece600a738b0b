import path from 'node:path';
import { diagnostic, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { PacketError } from '../../errors.js';
import type { PacketImage } from '../../image/types.js';
import { layOutPacket, renderPacket, type RenderOptions } from '../../packet.js';
import { writePageSvg } from '../../svg/index.js';
import { BUILTIN_TEMPLATE_NAMES } from '../../template/builtin-names.generated.js';
import { checkApplication, type CheckedApplication } from '../check-application.js';
import { defaultTypesetter } from '../load-fonts.js';
import { DEFAULT_TEMPLATE, loadPreparedTemplate, templateFonts } from '../load-template.js';
import { platformDeflate } from '../platform-deflate.js';
import { sourceTexts } from '../source-texts.js';
import { pngFile } from './png-file.js';

/** What is previewed, and how. */
export interface PreviewSubject {
  /** An applicant's folder or file. */
  readonly place: string;
  /** A template as for `loadTemplate`. @default 'classic' */
  readonly template?: string;
  /** Font files and folders besides those of the package and the template. @default none */
  readonly fonts?: readonly string[];
  /** Day of issue, YYYY-MM-DD. */
  readonly today: string;
}

/** A letter in the list of the preview. */
export interface PreviewLetter {
  readonly id: string;
  readonly writer: string;
  readonly due: string;
}

/** What the preview shows besides the pages. */
export interface PreviewState {
  /** Rises with every change that was seen. */
  readonly version: number;
  readonly applicant: string;
  readonly letters: readonly PreviewLetter[];
  /** Findings of reading and planning. */
  readonly findings: readonly Diagnostic[];
  /** What stands in the way of new pages; the last good ones stay. */
  readonly problems: readonly Diagnostic[];
  /** Texts of the files that findings and problems point into. */
  readonly sources: Readonly<Record<string, string>>;
}

/** The pages of one letter. */
export interface PreviewPages {
  readonly version: number;
  readonly title: string;
  /** Each page as SVG. */
  readonly pages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What can be rendered now: the last application, template and fonts that had no error. */
interface Renderable {
  readonly checked: CheckedApplication & { readonly application: NonNullable<CheckedApplication['application']> };
  readonly options: RenderOptions;
}

/**
 * What a preview knows: it reads its subject anew when told to, keeps what was good when something is wrong, and sets
 * the pages of a letter when they are asked for.
 */
export class PreviewSession {
  #version = 0;
  #good: Renderable | undefined;
  #findings: readonly Diagnostic[] = [];
  #problems: readonly Diagnostic[] = [];
  #sources: Readonly<Record<string, string>> = {};
  readonly #pages = new Map<string, PreviewPages>();

  constructor(private readonly subject: PreviewSubject) {}

  /** Folders and files whose changes matter. */
  watched(): string[] {
    const { place, template, fonts = [] } = this.subject;
    const folder = /\.(?:ya?ml|json)$/i.test(place) ? path.dirname(place) : place;
    const own = template === undefined || BUILTIN_TEMPLATE_NAMES.includes(template) ? [] : [template];
    return [folder, ...own, ...fonts];
  }

  /** Reads everything again. Never throws: what is wrong is among the problems of the state. */
  async reload(): Promise<void> {
    const { place, template = DEFAULT_TEMPLATE, fonts = [], today } = this.subject;
    const problems: Diagnostic[] = [];
    const attempt = async <T>(load: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await load();
      } catch (error) {
        problems.push(...problemsOf(error));
        return undefined;
      }
    };
    const prepared = await attempt(() => loadPreparedTemplate(template));
    const typesetter = await attempt(async () =>
      defaultTypesetter([...fonts, ...(prepared ? await templateFonts(template) : [])]),
    );
    const checked = await attempt(() => checkApplication(place, today));
    const found = checked?.diagnostics ?? [];
    const application = checked?.application;
    if (checked && application && !hasErrors(found) && prepared && typesetter) {
      const options = { today, template: prepared, typesetter, files: checked.files, deflate: platformDeflate };
      this.#good = { checked: { ...checked, application }, options };
    }
    problems.push(...found.filter(({ severity }) => severity === 'error'));
    this.#problems = problems;
    this.#findings = [
      ...(prepared?.diagnostics ?? []),
      ...found.filter(({ severity, silenced }) => severity !== 'error' && silenced === undefined),
    ];
    this.#sources = { ...(await sourceTexts([...problems, ...this.#findings])), ...checked?.sources };
    this.#version += 1;
    this.#pages.clear();
  }

  state(): PreviewState {
    const application = this.#good?.checked.application;
    const letters = application?.letters.map((letter): PreviewLetter => {
      const { given, family } = letter.writer.name;
      return { id: letter.id, writer: [given, family].filter(Boolean).join(' '), due: letter.request.targetDate };
    });
    const name = application?.applicant.name;
    return {
      version: this.#version,
      applicant: name ? [name.given, name.family].filter(Boolean).join(' ') : '',
      letters: letters ?? [],
      findings: this.#findings,
      problems: this.#problems,
      sources: this.#sources,
    };
  }

  /** The pages of a letter, or undefined when there is none of that id, or nothing good yet. */
  async pages(letterId: string): Promise<PreviewPages | undefined> {
    const good = this.#good;
    if (!good?.checked.application.letters.some(({ id }) => id === letterId)) return undefined;
    const known = this.#pages.get(letterId);
    if (known) return known;
    const version = this.#version;
    const { title, pages, diagnostics } = await layOutPacket(good.checked.application, letterId, good.options);
    const set = { version, title, pages: pages.map((page) => writePageSvg(page, { imageAddress })), diagnostics };
    if (version === this.#version) this.#pages.set(letterId, set);
    return set;
  }

  /** The packet of a letter as PDF. */
  async pdf(letterId: string): Promise<Uint8Array | undefined> {
    const good = this.#good;
    if (!good?.checked.application.letters.some(({ id }) => id === letterId)) return undefined;
    return (await renderPacket(good.checked.application, letterId, good.options)).pdf;
  }
}

/** Pictures are shared between letters and reloads; their addresses are made once. */
const addresses = new WeakMap<PacketImage, string>();

function imageAddress(image: PacketImage): string | undefined {
  if (image.kind === 'jpeg') {
    return remember(image, () => `data:image/jpeg;base64,${Buffer.from(image.data).toString('base64')}`);
  }
  return remember(image, () => `data:image/png;base64,${Buffer.from(pngFile(image)).toString('base64')}`);
}

function remember(image: PacketImage, make: () => string): string {
  const address = addresses.get(image) ?? make();
  addresses.set(image, address);
  return address;
}

/** What a failure is to the user of the preview. */
export function problemsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof PacketError && error.diagnostics.length > 0) return error.diagnostics;
  const message = error instanceof Error ? error.message : String(error);
  const hints = ['this is a defect of lor-packet: please report it with this message'];
  return [diagnostic('error', 'internal/unexpected', message, { hints })];
}
