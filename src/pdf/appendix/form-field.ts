import type { PDFDict, PDFObject } from 'pdf-lib';
import type { AppendedField } from '../../layout/appended-document.js';
import type { SourceDocument } from './source-document.js';

/** Flags of fields (PDF 1.7, 12.7.4). */
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;
const COMB = 1 << 24;
const PUSH_BUTTON = 1 << 16;
/** Most characters of one value. */
const MAX_LENGTH = 4000;

/** What is entered in the field of a widget, and how it is to be set; null when there is nothing to show. */
export function readFieldText(
  source: SourceDocument,
  widget: PDFDict,
  form: PDFDict | undefined,
): Pick<AppendedField, 'text' | 'size' | 'align' | 'isMultiline' | 'cells'> | null {
  const get = (name: string): PDFObject | undefined => inherited(source, widget, name);
  const kind = source.name(get('FT'));
  const flags = source.number(get('Ff')) ?? 0;
  const state = source.name(source.resolve(widget.get(source.lib.PDFName.of('AS'))));
  const checked = { text: 'X', size: 0, align: 'center', isMultiline: false, cells: 0 } as const;
  if (kind === 'Btn') {
    const isOn = (state ?? source.name(get('V')) ?? 'Off') !== 'Off';
    return (flags & PUSH_BUTTON) === 0 && isOn ? checked : null;
  }
  const text = (kind === 'Ch' ? choiceText(source, get('V'), get('Opt')) : valueText(source, get('V'))).trim();
  if (!['Tx', 'Ch'].includes(kind ?? '') || text === '' || (flags & PASSWORD) !== 0) return null;
  const appearance = source.text(get('DA')) ?? source.text(form?.get(source.lib.PDFName.of('DA'))) ?? '';
  const size = Number(/([\d.]+)\s+Tf\b/.exec(appearance)?.[1] ?? 0);
  const alignment = source.number(get('Q')) ?? source.number(form?.get(source.lib.PDFName.of('Q'))) ?? 0;
  const isComb = kind === 'Tx' && (flags & COMB) !== 0;
  return {
    text: text.slice(0, MAX_LENGTH),
    size: size > 0 && size < 200 ? size : 0,
    align: alignment === 1 ? 'center' : alignment === 2 ? 'right' : 'left',
    isMultiline: kind === 'Tx' && (flags & MULTILINE) !== 0,
    cells: isComb ? Math.min(200, Math.max(0, source.number(get('MaxLen')) ?? 0)) : 0,
  };
}

/** The value of a text field: a string, or a stream of one. */
function valueText(source: SourceDocument, value: PDFObject | undefined): string {
  const stream = source.stream(value);
  if (stream) return new TextDecoder().decode(source.decode(stream, MAX_LENGTH * 4));
  return (source.text(value) ?? source.name(value) ?? '').replace(/\r\n?/g, '\n');
}

/** What a choice field shows: the texts of the chosen options, which may differ from their values. */
function choiceText(source: SourceDocument, value: PDFObject | undefined, options: PDFObject | undefined): string {
  const chosen = source.array(value)?.asArray() ?? [value];
  const pairs = (source.array(options)?.asArray() ?? []).flatMap((option) => source.array(option) ?? []);
  const shown = new Map(pairs.map((pair) => [source.text(pair.get(0)), source.text(pair.get(1))]));
  return chosen
    .map((entry) => source.text(entry))
    .flatMap((entry) => (entry === undefined ? [] : (shown.get(entry) ?? entry)))
    .join(', ');
}

/** An entry of a field, its own or that of the fields above it. */
function inherited(source: SourceDocument, widget: PDFDict, name: string): PDFObject | undefined {
  const key = source.lib.PDFName.of(name);
  let field: PDFDict | undefined = widget;
  for (let hops = 0; field && hops < 30; hops++) {
    const value = source.resolve(field.get(key));
    if (value !== undefined) return value;
    field = source.dictionary(field.get(source.lib.PDFName.of('Parent')));
  }
  return undefined;
}
