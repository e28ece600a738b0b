import { DEFAULT_LIMITS, Evaluation, LimitFault } from './evaluation.js';
import { Evaluator, textOf } from './evaluate.js';
import { lineOrigins, type Chunk } from './line-origins.js';
import { rootScope } from './scope.js';
import type { ComposedMarkdown, PreparedTemplate, TemplateLimits } from './types.js';

/** Options of {@link composeMarkdown}. */
export interface ComposeOptions {
  /** How much work the template may do; each limit has its default. */
  readonly limits?: Partial<TemplateLimits>;
}

/**
 * Fills a template with a brief: out comes Markdown in which every value of the brief is a mark, and the values beside
 * it. What a value says cannot change what the Markdown means.
 *
 * @param brief Plain JSON in which every key of the contract is present, null where there is nothing to say.
 * @throws TemplateError with every `template/unknown-field` and every value that cannot be printed where the template
 * prints it, or `template/limit`.
 *
 * @example
 * composeMarkdown(prepareTemplate(template), { writer: { name: '*Ada*' } })
 * // { markdown: '# For \uFDD00\uFDD1', slots: [{ kind: 'literal', value: '*Ada*', path: 'writer.name' }], ... }
 */
export function composeMarkdown(
  prepared: PreparedTemplate,
  brief: object,
  options: ComposeOptions = {},
): ComposedMarkdown {
  const evaluation = new Evaluation({ ...DEFAULT_LIMITS, ...options.limits });
  let chunks: readonly Chunk[] = [];
  try {
    chunks = new Evaluator(prepared, evaluation).run(prepared.frame, rootScope(brief));
  } catch (fault) {
    if (!(fault instanceof LimitFault)) throw fault;
  }
  evaluation.finish(prepared.manifest.name);
  return {
    markdown: textOf(chunks),
    slots: evaluation.slots,
    origins: lineOrigins(chunks),
    diagnostics: evaluation.warnings,
  };
}
