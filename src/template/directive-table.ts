import { isPartialDate } from '../schema/values.js';

/** A number that an attribute may be; without a default it may be left out, and is then an empty text. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  readonly default?: number;
}
/** What the value of an attribute may be. */
export type AttributeType = readonly string[] | 'text' | 'date' | NumberRange;

const ALIGN = ['right', 'left', 'center'] as const;
const LENGTH = { least: 12, most: 800, unit: 'points' };

/**
 * What each directive takes: for each attribute the values that it may have, the default first; or any text, a date as
 * YYYY-MM-DD, or a number.
 */
export const DIRECTIVES: Readonly<Record<string, Readonly<Record<string, AttributeType>>>> = {
  section: { name: 'text', start: ['page', 'flow'], fit: ['none', 'page'] },
  callout: { tone: ['plain', 'key', 'warning', 'banner'] },
  columns: { count: ['2', '3', '4'] },
  facts: {},
  entry: {},
  keep: {},
  detail: {
    order: { least: 1, most: 99, unit: 'steps', default: 1 },
    to: 'text',
    name: 'text',
    heading: 'text',
  },
  short: {},
  moved: {},
  lead: {},
  small: {},
  muted: {},
  photo: { height: { ...LENGTH, most: 300, default: 96 }, align: ALIGN, alt: 'text', caption: 'text' },
  image: { name: 'text', width: LENGTH, height: LENGTH, align: ALIGN, alt: 'text', caption: 'text' },
  qr: {
    url: 'text',
    size: { least: 36, most: 200, unit: 'points', default: 54 },
    align: ALIGN,
    alt: 'text',
    caption: 'text',
  },
  timeline: { today: 'date', alt: 'text', caption: 'text' },
  chart: { today: 'date', axis: ['time', 'periods'], alt: 'text', caption: 'text' },
  pagebreak: {},
  break: {},
};

/** The value of an attribute that is not given. */
export function defaultOf(type: AttributeType): string {
  if (typeof type === 'string') return '';
  return 'least' in type ? String(type.default ?? '') : (type[0] ?? '');
}

/** Values of the brief may be empty: an attribute that is given none keeps its default, which is empty too. */
export function isAllowed(value: string, type: AttributeType): boolean {
  if (type === 'text') return true;
  if (type === 'date') return value === '' || (value.length === 10 && isPartialDate(value));
  if (!('least' in type)) return type.includes(value);
  return /^\d+(?:\.\d+)?$/.test(value) && Number(value) >= type.least && Number(value) <= type.most;
}

/** What an attribute may be, in words. */
export function describeType(type: AttributeType): string {
  if (type === 'text') return 'any text';
  if (type === 'date') return 'a date as YYYY-MM-DD';
  return 'least' in type ? `a number from ${type.least} to ${type.most}, in ${type.unit}` : type.join(', ');
}
