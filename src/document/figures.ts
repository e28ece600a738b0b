import { isQrUrl, LONGEST_QR_URL, qrCode } from '../figure/qr-code.js';
import { PHOTO_NAME } from '../image/image-names.js';
import type { DirectiveNode } from './directive-tree.js';
import { readPeriods, readTimelineMarks } from './figure-rows.js';
import { chartAlt, timelineAlt } from './figure-text.js';
import type { Parsing } from './parsing.js';
import type { Block, Figure, FigureContent } from './types.js';

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a figure. What stands beside it is kept when the figure itself cannot be made: a packet never lacks text
 * because of a picture.
 */
export function readFigure(node: DirectiveNode, attributes: Attributes, parsing: Parsing, children: Block[]): Block[] {
  const content = readContent(node, attributes, parsing);
  if (content === undefined) return children;
  const { alt = '', caption = '', align } = attributes;
  const text = alt.trim() === '' ? defaultAlt(content) : alt.trim();
  if (text === undefined) {
    const hints = ['say with alt="…" what the image shows, for readers who do not see it'];
    parsing.warnAtLine(node.line, 'figure/no-alt', `:::${node.name} has no alternative text`, { hints });
    return children;
  }
  const figure: Figure = {
    type: 'figure',
    content,
    alt: text,
    caption: caption.trim() === '' ? [] : [{ type: 'text', value: caption.trim() }],
    align: (align as Figure['align'] | undefined) ?? 'left',
    children,
  };
  return [figure];
}

function readContent(node: DirectiveNode, attributes: Attributes, parsing: Parsing): FigureContent | undefined {
  switch (node.name) {
    case 'photo':
      return { kind: 'image', name: PHOTO_NAME, height: Number(attributes['height']) };
    case 'image': {
      const { name = '', width, height } = attributes;
      if (name !== '') return { kind: 'image', name, ...lengths({ width, height }) };
      const hints = ['name a file of the template\'s "images" folder: name="crest.png"'];
      parsing.warnAtLine(node.line, 'image/missing', ':::image has no name', { hints });
      return undefined;
    }
    case 'qr':
      return readQr(node, attributes, parsing);
    case 'timeline': {
      const marks = readTimelineMarks(node, parsing);
      return marks.length === 0 ? undefined : { kind: 'timeline', marks, ...today(attributes) };
    }
    default: {
      const periods = readPeriods(node, parsing);
      const axis = attributes['axis'] === 'periods' ? 'periods' : 'time';
      return periods.length === 0 ? undefined : { kind: 'chart', periods, axis, ...today(attributes) };
    }
  }
}

/** An address that cannot be a QR code is reported; an empty one, as of a request without a portal, is not. */
function readQr(node: DirectiveNode, attributes: Attributes, parsing: Parsing): FigureContent | undefined {
  const url = (attributes['url'] ?? '').trim();
  if (url === '') return undefined;
  const at = (message: string, hint: string): void => {
    parsing.warnAtLine(node.line, 'figure/qr-unusable', message, { found: url.slice(0, 80), hints: [hint] });
  };
  if (!isQrUrl(url)) {
    at('a QR code needs an https address', 'give the address that begins with https://, or leave the code out');
  } else if (url.length > LONGEST_QR_URL) {
    const message = `the address has ${url.length} characters; a QR code takes at most ${LONGEST_QR_URL}`;
    at(message, 'use the shorter address of the page, without what follows "?"');
  } else {
    return { kind: 'qr', url, code: qrCode(url), size: Number(attributes['size']) };
  }
  return undefined;
}

/** `undefined` for an image, about which only its author can say anything. */
function defaultAlt(content: FigureContent): string | undefined {
  switch (content.kind) {
    case 'qr':
      return `QR code that opens ${content.url}`;
    case 'timeline':
      return timelineAlt(content.marks, content.today);
    case 'chart':
      return chartAlt(content.periods);
    case 'image':
      return content.name === PHOTO_NAME ? 'Photograph of the applicant.' : undefined;
  }
}

function today({ today: date = '' }: Attributes): { today?: string } {
  return date === '' ? {} : { today: date };
}

function lengths(given: Readonly<Record<'width' | 'height', string | undefined>>): { width?: number; height?: number } {
  const { width = '', height = '' } = given;
  return { ...(width === '' ? {} : { width: Number(width) }), ...(height === '' ? {} : { height: Number(height) }) };
}
