import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/cli/progress.js';
import { diagnostic } from '../../src/diagnostics/index.js';
import type { PacketResult } from '../../src/node/write-packets.js';

const CLEAR = '\r\u001b[2K';
const made: PacketResult = {
  applicantId: 'a',
  letterId: 'b',
  file: 'out/a/b.pdf',
  pages: 9,
  bytes: 84_400,
  conformance: { pdfUa: '1', pdfA: '2a', reasons: [] },
  diagnostics: [],
};
const failed: PacketResult = {
  ...made,
  pages: 0,
  bytes: 0,
  conformance: null,
  diagnostics: [diagnostic('error', 'output/write-failed', 'no')],
  error: new Error('no'),
};

function progressOn(isTTY: boolean, failuresOnly = false) {
  let text = '';
  const progress = showProgress({ write: (more) => void (text += more), isTTY, columns: 40 }, { failuresOnly });
  return { progress, text: () => text };
}

describe('showProgress', () => {
  it('writes a line per packet into a log', () => {
    const { progress, text } = progressOn(false);
    progress.applicant(1, 1);
    progress.packet(made);
    progress.applicant(2, 3);
    progress.packet(failed);
    progress.packet({ ...made, pages: 1, bytes: 20 });
    progress.clear();
    expect(text()).toBe('out/a/b.pdf: 9 pages, 84 kB\n[2/3] out/a/b.pdf: failed\n[2/3] out/a/b.pdf: 1 page, 1 kB\n');
  });

  it('counts on one line of a terminal, never longer than it, and takes it away', () => {
    const { progress, text } = progressOn(true);
    progress.packet(made);
    progress.packet({ ...made, file: `out/${'long'.repeat(20)}.pdf` });
    progress.clear();
    progress.clear();
    const [, first, second, last, ...more] = text().split(CLEAR);
    expect([first, last, more]).toEqual(['1 packet, last b.pdf', '', []]);
    expect(second).toMatch(/^2 packets, last long/);
    expect(second).toHaveLength(39);
  });

  it('keeps the line of a packet with findings, also on a terminal', () => {
    const { progress, text } = progressOn(true);
    progress.packet(made);
    progress.packet(failed);
    expect(text()).toBe(`${CLEAR}1 packet, last b.pdf${CLEAR}out/a/b.pdf: failed\n`);
  });

  it('tells only of failures when asked to', () => {
    const { progress, text } = progressOn(false, true);
    progress.packet(made);
    progress.packet(failed);
    expect(text()).toBe('out/a/b.pdf: failed\n');
  });
});
