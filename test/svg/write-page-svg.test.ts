import { expect, it } from 'vitest';
import { loadApplication } from '../../src/node/index.js';
import { layOutPacket } from '../../src/packet.js';
import type { Page } from '../../src/layout/types.js';
import { writePageSvg } from '../../src/svg/index.js';
import { testTypesetter } from '../support/fonts.js';

it('draws every glyph of a page once for each place where it stands', async () => {
  const { application } = await loadApplication('examples/img-internal-medicine');
  const options = { today: '2026-07-06', typesetter: await testTypesetter() };
  const { pages } = await layOutPacket(application!, 'dang-general', options);
  const [page] = pages;
  const svg = writePageSvg(page!);
  let visible = 0;
  for (const item of page!.items) {
    if (item.kind !== 'text') continue;
    for (const { run } of item.runs) for (const glyph of run.glyphIds) if (run.face.outline(glyph) !== '') visible += 1;
  }
  expect(visible).toBeGreaterThan(500);
  const runs = [...svg.matchAll(/<path d="([^"]*)" transform=/g)].map(([, path]) => path ?? '');
  expect(runs.join('').match(/M/g)).toHaveLength(visible);
  expect(svg).toContain('aria-label="page 1: ');
  expect(svg).toContain('Bảo Trâm Nguyễn');
});

it('lets no text out of its attribute', () => {
  const link = {
    kind: 'link',
    x: 0,
    y: 0,
    width: 9,
    height: 9,
    target: 'https://x.org/?a="><script>',
    description: '</title><b>',
  };
  const page = {
    number: 1,
    width: 10,
    height: 10,
    items: [{ ...link, element: { id: 0, role: 'Link', children: [] } }],
  };
  const svg = writePageSvg(page as unknown as Page);
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain('&#34;&#62;&#60;script');
});
