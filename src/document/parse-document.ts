import type { Diagnostic } from '../diagnostics/index.js';
import type { LineOrigin, Slot } from '../template/index.js';
import { splitDirectives } from './directive-tree.js';
import { readParts } from './directives.js';
import { dropDanglingLinks } from './internal-links.js';
import { Parsing } from './parsing.js';
import { smartenBlocks } from './smart-punctuation.js';
import type { DocumentTree } from './types.js';

/** Options of {@link parseDocument}. */
export interface ParseDocumentOptions {
  /** Where the lines of the Markdown come from, as `composeMarkdown` gives them; warnings then name the place. */
  readonly origins?: readonly LineOrigin[];
  /**
   * BCP 47 language of the document: typewriter quotes, dashes and dots are then set by its rules.
   *
   * @default none; they stay as typed
   */
  readonly punctuation?: string;
}

/** What {@link parseDocument} gives. */
export interface ParsedDocument {
  readonly tree: DocumentTree;
  /** BCP 47 languages that parts of the text are marked as. */
  readonly languages: readonly string[];
  /** Warnings: what was left out, set as text, or not understood. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses composed Markdown into the tree of blocks and inlines that is laid out. Values come back after parsing, as
 * literal text: no character of a value formats anything. A line end in a value is a line break (a run of them is one);
 * in a heading and in code it is a space. Only typewriter punctuation is set as a typesetter would, where `punctuation`
 * asks for it. Blocks that hold nothing but empty values are left out.
 *
 * @param slots The values that the marks in `markdown` refer to, as `composeMarkdown` gives them.
 */
export function parseDocument(
  markdown: string,
  slots: readonly Slot[] = [],
  options: ParseDocumentOptions = {},
): ParsedDocument {
  const parsing = new Parsing(slots, options.origins ?? []);
  const { parts, problems } = splitDirectives(markdown);
  for (const { kind, name, line } of problems) {
    if (kind === 'unclosed') {
      const hints = ['close it with a line of as many colons'];
      parsing.warnAtLine(line, 'document/unclosed-directive', `:::${name} is never closed`, {
        found: `:::${name}`,
        hints,
      });
    } else {
      parsing.warnAtLine(line, 'document/unclosed-directive', `a line "${name}" closes nothing`, { found: name });
    }
  }
  const children = readParts(parts, parsing);
  const dangling = [...parsing.internalLinks].filter((id) => !parsing.headingIds.has(id));
  for (const id of dangling) {
    const message = 'a link to a heading that does not exist was replaced by its text';
    parsing.warn('document/link-dropped', message, { found: `#${id}` });
  }
  const linked = dangling.length === 0 ? children : dropDanglingLinks(children, (id) => parsing.headingIds.has(id));
  const { punctuation } = options;
  const finished = punctuation === undefined ? linked : smartenBlocks(linked, punctuation);
  return { tree: { children: finished }, languages: [...parsing.languages], diagnostics: parsing.diagnostics };
}
