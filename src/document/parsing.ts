import { diagnostic, type Diagnostic, type DiagnosticCode } from '../diagnostics/index.js';
import { originOfLine, type LineOrigin, type Slot } from '../template/index.js';
import { HeadingIds } from './heading-ids.js';

/** What goes along while one document is parsed. */
export class Parsing {
  readonly diagnostics: Diagnostic[] = [];
  /** Languages of `[text]{lang=…}`. */
  readonly languages = new Set<string>();
  readonly headingIds = new HeadingIds();
  /** Targets of `#id` links, checked when every heading is known. */
  readonly internalLinks = new Set<string>();
  /** Level of the heading that the text now stands under; 0 before the first. */
  headingLevel = 0;
  /** Name of the section now parsed. */
  section: string | undefined;

  constructor(
    readonly slots: readonly Slot[],
    private readonly origins: readonly LineOrigin[],
  ) {}

  /** Warns of something on a line of the composed Markdown; the message leads to the template's own line. */
  warnAtLine(line: number, code: DiagnosticCode, message: string, rest: Partial<Diagnostic> = {}): void {
    const source = originOfLine(this.origins, line);
    this.warn(code, message, source === undefined ? rest : { ...rest, source });
  }

  warn(code: DiagnosticCode, message: string, rest: Partial<Diagnostic> = {}): void {
    const where = this.section === undefined ? '' : ` (section "${this.section}")`;
    this.diagnostics.push(diagnostic('warning', code, `${message}${where}`, rest));
  }
}

/** How a text may be read: whose it is, and where it stands. */
export interface TextMode {
  /** The slots that the text refers to; none inside a Markdown value. */
  readonly slots: readonly Slot[];
  /** Brief path of the Markdown value that the text belongs to. */
  readonly path?: string;
  /** True inside a link, where another link is only its text. */
  readonly inLink?: boolean;
  /** What a line end in a value becomes. */
  readonly breaks?: 'break' | 'space';
}
