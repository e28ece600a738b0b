import type {
  LaidOutDocument,
  OutlineEntry,
  Page,
  PlacedItem,
  PlacedText,
  StructureElement,
  StructureRole,
} from '../../../src/layout/types.js';
import type { PdfMetadata } from '../../../src/pdf/types.js';
import type { GlyphRun } from '../../../src/text/types.js';
import { type FaceName, type RunOptions, shapeText } from './glyph-runs.js';

/** Builds laid-out documents by hand. */

export const METADATA: PdfMetadata = {
  title: 'Packet for Dr. Adaeze Ọkonkwọ',
  author: 'Nguyễn Thị Hồng Ánh',
  subject: 'Letter of recommendation <Internal Medicine> & more',
  keywords: ['residency', 'letter "of" recommendation'],
  language: 'en-US',
  creator: 'lor-packet 0.0.0-test',
  date: '2026-07-01T00:00:00Z',
};

type Properties = Partial<Omit<StructureElement, 'id' | 'role' | 'children'>>;
type Mark = Pick<PlacedText, 'element' | 'artifact'>;

/** A part of a line: text in one face. */
export interface Part extends RunOptions {
  readonly text: string;
  readonly face?: FaceName;
  readonly size?: number;
}

/** Collects structure, items and outline of a document, page by page. */
export class PacketBuilder {
  readonly root: StructureElement = { id: 0, role: 'Document', children: [] };
  readonly #pages: Page[] = [];
  readonly #outline: OutlineEntry[] = [];
  #items: PlacedItem[] = [];
  #nextId = 1;
  /** Baseline of the next line, points from the top. */
  y = 80;

  constructor() {
    this.page();
  }

  /** Begins a page. */
  page(width = 612, height = 792): void {
    this.#items = [];
    this.#pages.push({ number: this.#pages.length + 1, width, height, items: this.#items });
    this.y = 80;
  }

  element(role: StructureRole, parent: StructureElement = this.root, properties: Properties = {}): StructureElement {
    const element: StructureElement = { id: this.#nextId++, role, children: [], ...properties };
    parent.children.push(element);
    return element;
  }

  /** Places an item on the current page. */
  place(item: PlacedItem): void {
    this.#items.push(item);
  }

  /** Places text at `x` on the current baseline and returns where it ends. */
  text(mark: Mark, x: number, parts: readonly Part[], color = '#000000'): number {
    const runs: PlacedText['runs'][number][] = [];
    const data = [{ color, element: mark.element ?? this.root }];
    let at = 0;
    for (const { text, face = 'serif', size = 11, ...options } of parts) {
      for (const run of shapeText(text, face, options)) {
        runs.push({ x: at, size, run, span: 0 });
        at += (run.width * size) / run.face.unitsPerEm;
      }
    }
    this.place({ kind: 'text', x, y: this.y, color, runs, data, ...mark });
    return x + at;
  }

  /** Places runs as they are. */
  runs(element: StructureElement, x: number, runs: readonly GlyphRun[], size = 11): void {
    let at = 0;
    const placed = runs.map((run) => {
      const lineRun = { x: at, size, run, span: 0 };
      at += (run.width * size) / run.face.unitsPerEm;
      return lineRun;
    });
    const color = '#000000';
    this.place({ kind: 'text', element, x, y: this.y, color, runs: placed, data: [{ color, element }] });
    this.y += 18;
  }

  /** A line of text in an element of its own. */
  line(
    role: StructureRole,
    text: string | readonly Part[],
    parent = this.root,
    properties: Properties = {},
  ): StructureElement {
    const element = this.element(role, parent, properties);
    this.text({ element }, 72, typeof text === 'string' ? [{ text }] : text);
    this.y += 18;
    return element;
  }

  heading(level: 1 | 2 | 3, text: string, headingId: string): StructureElement {
    const top = this.y - 14;
    const element = this.line(`H${level}`, [{ text, face: 'sansBold', size: 18 - 2 * level }]);
    this.#outline.push({ title: text, level, headingId, page: this.#pages.length, y: top, element });
    this.y += 8;
    return element;
  }

  /** A table, the first row and column of which are heads. */
  table(rows: readonly (readonly string[])[]): StructureElement {
    const table = this.element('Table');
    const parts = [this.element('THead', table), this.element('TBody', table)] as const;
    rows.forEach((cells, index) => {
      const row = this.element('TR', parts[index === 0 ? 0 : 1]);
      cells.forEach((text, column) => {
        const isHead = index === 0 || column === 0;
        const scope = index === 0 ? 'Column' : 'Row';
        const cell = this.element(isHead ? 'TH' : 'TD', row, isHead ? { scope } : {});
        if (text !== '')
          this.text({ element: cell }, 72 + 150 * column, [{ text, face: isHead ? 'sansBold' : 'sans' }]);
      });
      this.place({
        kind: 'rect',
        element: null,
        artifact: 'layout',
        x: 72,
        y: this.y + 5,
        width: 468,
        height: 0.5,
        color: '#999999',
      });
      this.y += 20;
    });
    return table;
  }

  list(items: readonly string[], parent = this.root): StructureElement {
    const list = this.element('L', parent, { listNumbering: 'Disc' });
    for (const text of items) {
      const item = this.element('LI', list);
      this.text({ element: this.element('Lbl', item) }, 72, [{ text: '•' }]);
      this.text({ element: this.element('LBody', item) }, 86, [{ text }]);
      this.y += 18;
    }
    return list;
  }

  /** A paragraph that is one link. */
  link(text: string, target: string, description = text): StructureElement {
    const link = this.element('Link', this.element('P'));
    const right = this.text({ element: link }, 72, [{ text }], '#003399');
    this.place({
      kind: 'link',
      element: link,
      x: 72,
      y: this.y - 10,
      width: right - 72,
      height: 13,
      target,
      description,
    });
    this.y += 18;
    return link;
  }

  build(): LaidOutDocument {
    return { pages: this.#pages, structure: this.root, outline: this.#outline, diagnostics: [] };
  }
}

/** Two pages with everything that packets use, in several scripts. */
export function samplePacket(): LaidOutDocument {
  const packet = new PacketBuilder();
  const furniture = (page: number): void => {
    const y = packet.y;
    packet.y = 40;
    packet.text({ element: null, artifact: 'header' }, 72, [{ text: 'Confidential briefing', size: 9 }], '#666666');
    packet.y = 760;
    packet.text({ element: null, artifact: 'footer' }, 72, [{ text: `Page ${page}`, size: 9 }], '#666666');
    packet.y = y;
  };
  furniture(1);
  packet.heading(1, 'Briefing for Dr. Adaeze Ọkonkwọ', 'brief');
  packet.line('P', 'An efficient office: first affluent waffle, AVATAR To We.');
  packet.line('P', [{ text: 'Tiếng Việt: Nguyễn Thị Hồng Ánh, Đỗ Thuỳ Dương', face: 'noto' }]);
  packet.line('P', [
    { text: 'Name in the original script: ' },
    { text: 'محمد عبد الله', face: 'amiri', rtl: true, lang: 'ar', size: 12 },
  ]);
  packet.line('P', [{ text: 'שלום עולם', face: 'hebrew', rtl: true, lang: 'he' }], packet.root, { lang: 'he' });
  packet.line('P', [{ text: 'Γεώργιος Παπαδόπουλος, Қайрат Әбілов', face: 'noto' }]);
  packet.line('P', [{ text: 'अखिल भारतीय आयुर्विज्ञान संस्थान', face: 'devanagari', lang: 'hi' }]);
  packet.line('P', [{ text: 'ศูนย์ฝึกอบรมทำงาน', face: 'thai', lang: 'th' }]);
  packet.line('P', [
    { text: 'Half the page is ' },
    { text: 'italic', face: 'serifItalic' },
    { text: ', half is not.' },
  ]);
  packet.heading(2, 'What the letter should cover', 'cover');
  const list = packet.list(['Clinical reasoning, with one case', 'Comparison with peers']);
  packet.list(['Rank within the cohort'], list.children[1]!.children[1]);
  packet.y += 10;
  packet.place({
    kind: 'rect',
    element: null,
    artifact: 'background',
    x: 66,
    y: packet.y - 16,
    width: 480,
    height: 40,
    color: '#eef2f7',
    radius: 4,
  });
  packet.line('P', 'A callout on a tinted background.');
  packet.place({
    kind: 'frame',
    element: null,
    artifact: 'layout',
    x: 72,
    y: packet.y + 11,
    width: 9,
    height: 9,
    color: '#333333',
    lineWidth: 0.75,
    radius: 1,
  });
  packet.y += 20;
  packet.line('P', [{ text: '      A checklist line' }]);
  packet.page();
  furniture(2);
  packet.heading(2, 'Rotation record', 'record');
  packet.table([
    ['Rotation', 'Dates', 'Grade'],
    ['Internal Medicine', '2025-06 to 2025-08', 'Honors'],
    ['Surgery', '2025-09', ''],
  ]);
  packet.y += 20;
  packet.link(
    'the ERAS Letter of Recommendation Portal',
    'https://www.aamc.org/eras?x=(1)&y=é',
    'ERAS LoR Portal, opens a web site',
  );
  packet.link('Back to the summary', '#brief');
  packet.link('Nowhere to go', '#missing');
  return packet.build();
}
