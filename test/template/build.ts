import {
  composeMarkdown,
  type ComposedMarkdown,
  type PreparedTemplate,
  type Template,
} from '../../src/template/index.js';
import { prepareTemplate, type PrepareOptions } from '../../src/template/prepare-template.js';
import { TemplateError } from '../../src/errors.js';
import { fillMarks } from '../../src/template/index.js';
import type { Diagnostic } from '../../src/diagnostics/index.js';

/** A template of one section, `body`, in a frame with nothing else. */
export function template(body: string, partials: Record<string, string> = {}): Template {
  const files: Record<string, string> = { 'packet.md.hbs': '{{> sections}}', 'partials/body.md.hbs': body };
  for (const [name, text] of Object.entries(partials)) files[`partials/${name}.md.hbs`] = text;
  return { manifest: { name: 'test', contract: 1, sections: [{ partial: 'body' }] }, files };
}

/** Prepares a template that is run over data of any shape, not over briefs. */
export function prepareAny(source: Template, options: PrepareOptions = {}): PreparedTemplate {
  return prepareTemplate(source, { ...options, checkFields: false });
}

/** Composes a section's body. */
export function compose(body: string, brief: object, partials: Record<string, string> = {}): ComposedMarkdown {
  return composeMarkdown(prepareAny(template(body, partials)), brief);
}

/** What the body renders to, values put back, without the fence around the section. */
export function render(body: string, brief: object, partials: Record<string, string> = {}): string {
  const { markdown, slots } = compose(body, brief, partials);
  return fillMarks(markdown, slots)
    .replace(/^\n:{12}section[^\n]*\n\n/, '')
    .replace(/\n\n:{12}\n$/, '');
}

/** The problems that a call throws as a TemplateError, as `code line:column`. */
export function problemsOf(call: () => unknown): readonly Diagnostic[] {
  try {
    call();
  } catch (fault) {
    if (fault instanceof TemplateError) return fault.diagnostics;
    throw fault;
  }
  return [];
}

/** A short form for tables of expectations: `template/forbidden partials/body.md.hbs:1:1`. */
export function short({ code, source }: Diagnostic): string {
  return `${code} ${source?.file ?? '?'}:${source?.line ?? 0}:${source?.column ?? 0}`;
}
