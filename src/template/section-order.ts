import type { TemplateManifest, TemplateSection } from '../schema/template.js';
import type { Scope } from './scope.js';

/**
 * The sections of a packet in their order: those that the manifest has for the `emphasis` of the brief, else its usual
 * ones. The order is a choice of the template, since only it knows which of its sections follow well on which; the brief
 * says no more than what the letter rests on.
 */
export function sectionsFor(manifest: TemplateManifest, scope: Scope): readonly TemplateSection[] {
  const { value } = scope.root;
  const emphasis = typeof value === 'object' && value !== null && 'emphasis' in value ? value.emphasis : undefined;
  const { orders = {} } = manifest;
  const own = typeof emphasis === 'string' && Object.hasOwn(orders, emphasis);
  return (own ? orders[emphasis as keyof typeof orders] : undefined) ?? manifest.sections;
}
