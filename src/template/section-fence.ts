import type { TemplateSection } from '../schema/template.js';

/**
 * The colons around a section. Longer than any that a template needs, so that a directive left open inside a section
 * ends with the section, and recognised even inside a code fence that was left open.
 */
export const SECTION_FENCE = ':'.repeat(12);

/** The lines before and after the Markdown of a section: where it begins, ends, and how it sits on its pages. */
export function sectionFence(section: TemplateSection): { open: string; close: string } {
  const open = `${SECTION_FENCE}section name="${section.partial}" start="${section.start}" fit="${section.fit}"`;
  return { open: `\n${open}\n\n`, close: `\n\n${SECTION_FENCE}\n` };
}
