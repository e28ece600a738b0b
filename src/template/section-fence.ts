import type { TemplateSection } from '../schema/template.js';

/**
 * The colons around a section. Longer than any that a template needs, so that a directive left open inside a section
 * ends with the section, and recognised even inside a code fence that was left open.
 */
export const SECTION_FENCE = ':'.repeat(12);

/** Wraps the Markdown of a section so that the parser knows where it begins, ends, and how it sits on its pages. */
export function fenceSection(section: TemplateSection, markdown: string): string {
  const open = `${SECTION_FENCE}section name="${section.partial}" start="${section.start}" fit="${section.fit}"`;
  return `\n${open}\n\n${markdown.trim()}\n\n${SECTION_FENCE}\n`;
}
