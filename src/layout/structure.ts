import type { StructureElement, StructureRole } from './types.js';

type Draft = { -readonly [K in keyof StructureElement]: StructureElement[K] };
type Attributes = Partial<
  Pick<StructureElement, 'lang' | 'alt' | 'actualText' | 'scope' | 'headers' | 'listNumbering' | 'title'>
>;

/** An element without a parent; {@link numberElements} gives it its id once the tree is complete. */
export function createElement(role: StructureRole, attributes: Attributes = {}): StructureElement {
  return { id: -1, role, children: [], ...attributes };
}

/** Adds a new element as the last child of its parent. */
export function appendElement(
  parent: StructureElement,
  role: StructureRole,
  attributes: Attributes = {},
): StructureElement {
  const element = createElement(role, attributes);
  parent.children.push(element);
  return element;
}

/** Heading roles by level (PDF 1.7, clause 14.8.4.3.2). */
export function headingRole(level: number): StructureRole {
  return (['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const)[Math.min(Math.max(level, 1), 6) - 1]!;
}

/** Numbers the tree in reading order, densely from 0. */
export function numberElements(root: StructureElement): void {
  numberFrom(root, 0);
}

/** Gives the number after the last one. */
function numberFrom(element: Draft, first: number): number {
  element.id = first;
  let next = first + 1;
  for (const child of element.children) next = numberFrom(child, next);
  return next;
}
