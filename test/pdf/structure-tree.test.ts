import { describe, expect, it } from 'vitest';
import { writeBytes } from './support/write-bytes.js';
import type { LaidOutDocument } from '../../src/layout/types.js';
import { METADATA, PacketBuilder, samplePacket } from './support/packet.js';
import type { PlainDict, Ref } from './support/read-pdf.js';
import { dict, list, readPdf, structureText } from './support/read-pdf.js';

const read = async (document: LaidOutDocument) => readPdf(await writeBytes(document, { metadata: METADATA }));

describe('structure tree', () => {
  it('follows the reading order, with roles, scopes, numbering and languages', async () => {
    expect(structureText(await read(samplePacket()))).toMatchSnapshot();
  });

  it('puts inline elements where they stand in their paragraph', async () => {
    const packet = new PacketBuilder();
    const p = packet.element('P');
    const span = packet.element('Span', p);
    packet.text({ element: p }, 72, [{ text: 'before ' }]);
    packet.text({ element: span }, 120, [{ text: 'inside' }]);
    packet.text({ element: p }, 160, [{ text: ' after' }]);
    expect(structureText(await read(packet.build()))).toBe(
      'Document\n  P\n    [0:0]\n    Span\n      [0:1]\n    [0:2]',
    );
  });

  it('is one element when its lines are on two pages', async () => {
    const packet = new PacketBuilder();
    const p = packet.line('P', 'first');
    packet.page();
    packet.text({ element: p }, 72, [{ text: 'second' }]);
    packet.y += 18;
    packet.text({ element: p }, 72, [{ text: 'third' }]);
    expect(structureText(await read(packet.build()))).toBe('Document\n  P\n    [0:0 1:0]');
  });

  it('orders children by the tree even when they are drawn in another order', async () => {
    const packet = new PacketBuilder();
    const item = packet.element('LI', packet.element('L'));
    const label = packet.element('Lbl', item);
    const body = packet.element('LBody', item);
    packet.text({ element: body }, 90, [{ text: 'body' }]);
    packet.text({ element: label }, 72, [{ text: '•' }]);
    expect(structureText(await read(packet.build()))).toBe(
      'Document\n  L None\n    LI\n      Lbl\n        [0:1]\n      LBody\n        [0:0]',
    );
  });

  it('keeps empty cells and drops other empty elements', async () => {
    const packet = new PacketBuilder();
    packet.table([
      ['A', 'B', 'C'],
      ['1', '', '3'],
      ['', '', ''],
    ]);
    packet.element('P');
    packet.element('Sect').children.push(packet.element('P'));
    packet.element('TD', packet.element('TR', packet.element('Table')));
    const text = structureText(await read(packet.build()));
    expect(text.match(/TR/g)).toHaveLength(3);
    expect(text.match(/T[HD]\b(?!ead)/g)).toHaveLength(9);
    expect(text).not.toMatch(/\bP\b|Sect/);
    expect(text.match(/Table/g)).toHaveLength(1);
  });

  it('leads from every marked content back to its element', async () => {
    const pdf = await read(samplePacket());
    const root = dict(dict(pdf.catalog).StructTreeRoot);
    const numbers = list(dict(root.ParentTree).Nums);
    const tree = new Map<number, Ref | Ref[]>();
    for (let i = 0; i < numbers.length; i += 2) {
      const value = numbers[i + 1] as Ref;
      tree.set(numbers[i] as number, Array.isArray(value.value) ? (value.value as Ref[]) : value);
    }
    pdf.pages.forEach((page, index) => {
      const owners = tree.get(page.StructParents as number) as Ref[];
      const marks = [...pdf.content(index).matchAll(/\/(\w+) <<\/MCID (\d+)/g)];
      expect(marks.map((mark) => Number(mark[2]))).toEqual(owners.map((_, mcid) => mcid));
      marks.forEach((mark, mcid) => {
        const owner = dict(owners[mcid]);
        if (mark[1] !== 'Span') expect(owner.S).toBe(`/${mark[1]}`);
        const kids = Array.isArray(owner.K) ? owner.K : [owner.K];
        const claimed = kids.some((kid) => kid === mcid || dict(kid)?.MCID === mcid);
        expect(claimed).toBe(true);
      });
    });
    expect(root.ParentTreeNextKey).toBe(tree.size);
  });

  it('names the heads of a cell by identifiers that lead to them', async () => {
    const packet = new PacketBuilder();
    const table = packet.element('Table');
    const row = (...roles: readonly ['TH' | 'TD', object][]) => {
      const tr = packet.element('TR', table);
      return roles.map(([role, properties]) => {
        const cell = packet.element(role, tr, properties);
        packet.text({ element: cell }, 72, [{ text: 'x' }]);
        return cell;
      });
    };
    const columns = row(['TH', { scope: 'Column' }], ['TH', { scope: 'Column' }]);
    const [name] = row(['TH', { scope: 'Row' }]);
    const tr = table.children[1]!;
    packet.text({ element: packet.element('TD', tr, { headers: [columns[1]!, name!] }) }, 90, [{ text: 'y' }]);
    const pdf = await read(packet.build());
    const root = dict(dict(pdf.catalog).StructTreeRoot);
    const names = list(dict(root.IDTree).Names);
    expect(names.filter((_, index) => index % 2 === 0)).toEqual(['head-0001', 'head-0002']);
    const heads = names.filter((_, index) => index % 2 === 1).map((head) => dict(head));
    expect(heads.map(({ ID, S }) => [ID, S])).toEqual([
      ['head-0001', '/TH'],
      ['head-0002', '/TH'],
    ]);
    const below = (element: PlainDict): PlainDict[] =>
      [element.K ?? []].flat().flatMap((kid) => (typeof kid === 'object' ? [dict(kid), ...below(dict(kid))] : []));
    const cells = below(dict(list(root.K)[0])).filter(({ S }) => S === '/TD');
    expect(cells.map(({ A }) => A)).toEqual([{ O: '/Table', Headers: ['head-0001', 'head-0002'] }]);
  });

  it('writes titles and alternatives', async () => {
    const packet = new PacketBuilder();
    const section = packet.element('Sect', packet.root, { title: 'Brief' });
    const figure = packet.element('Figure', section, { alt: 'A bar: 3 of 4' });
    packet.place({ kind: 'rect', element: figure, x: 72, y: 80, width: 30, height: 5, color: '#123456' });
    const pdf = await read(packet.build());
    const document = dict(list(dict(dict(pdf.catalog).StructTreeRoot).K)[0]);
    expect(dict(document.K)).toMatchObject({ S: '/Sect', T: 'Brief' });
    expect(dict(dict(document.K).K)).toMatchObject({ S: '/Figure', Alt: 'A bar: 3 of 4', K: 0 });
  });
});

describe('page content', () => {
  it('lies in marked content throughout, never nested', async () => {
    const pdf = await read(samplePacket());
    for (const index of pdf.pages.keys()) {
      let depth = 0;
      for (const line of pdf.content(index).split('\n')) {
        if (line.endsWith(' BDC')) depth++;
        if (line === 'EMC') depth--;
        expect(depth).toBeGreaterThanOrEqual(0);
        expect(depth).toBeLessThanOrEqual(1);
        if (/(TJ|\bf|\bS)$/.test(line)) expect(depth).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });

  it('marks furniture as artifacts of its kind', async () => {
    const content = (await read(samplePacket())).content(0);
    expect(content).toContain('/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC');
    expect(content).toContain('/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC');
    expect(content).toMatch(/\/Artifact <<\/Type \/Background \/BBox \[66 \d+(\.\d+)? 546 \d+(\.\d+)?\]>> BDC/);
    expect(content).toContain('/Artifact <</Type /Layout>> BDC');
  });

  it('sets a colour only when it changes', async () => {
    const packet = new PacketBuilder();
    const p = packet.element('P');
    for (const color of ['#000000', '#ff0000', '#ff0000', '#000000'])
      packet.text({ element: p }, 72, [{ text: 'x' }], color);
    expect((await read(packet.build())).content(0).match(/.* rg/g)).toEqual(['1 0 0 rg', '0 0 0 rg']);
  });
});
