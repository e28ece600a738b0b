import { describe, expect, it } from 'vitest';
import { ProgressLine, progressText } from '../../src/cli/progress.js';
import type { BatchProgress } from '../../src/node/batch/index.js';

const CLEAR = '\r\u001b[2K';
const halfway: BatchProgress = {
  applicants: 300,
  applicantsDone: 150,
  made: 560,
  unchanged: 40,
  failed: 1,
  current: { number: 151, name: 'linh-tran' },
  seconds: 30,
  rate: 18.67,
  secondsLeft: 62.2,
};

function lineOn(options: { isTTY: boolean; columns?: number; hidden?: boolean; redact?: boolean }) {
  let text = '';
  const sink = { write: (more: string) => void (text += more), isTTY: options.isTTY, columns: options.columns ?? 200 };
  const line = new ProgressLine(sink, { hidden: options.hidden === true, redact: options.redact === true });
  return { line, text: () => text };
}

describe('the progress line', () => {
  it('tells share, numbers, rate, remaining time and the applicant', () => {
    expect(progressText(halfway, false)).toBe(
      '[##########----------] 150/300 applicants, 560 packets, 40 unchanged, 1 failed, 19/s, 1 min 3 s left, linh-tran',
    );
  });

  it('has no bar and no remaining time where the end is not known', () => {
    const open = { ...halfway, applicants: null, secondsLeft: null, unchanged: 0, failed: 0, rate: 2.26 };
    expect(progressText(open, false)).toBe('150 applicants, 560 packets, 2.3/s, linh-tran');
  });

  it('names nobody when redacted', () => {
    expect(progressText(halfway, true)).toMatch(/applicant 151$/);
    expect(progressText(halfway, true)).not.toContain('linh');
  });

  it('is one line of a terminal, never longer than it, drawn not too often, and is taken away', () => {
    const { line, text } = lineOn({ isTTY: true, columns: 40 });
    line.show(halfway);
    line.show({ ...halfway, seconds: 30.05, applicantsDone: 151 });
    line.show({ ...halfway, seconds: 30.2, applicantsDone: 152 });
    line.clear();
    line.clear();
    const [, first, second, last, ...more] = text().split(CLEAR);
    expect([first?.length, last, more]).toEqual([39, '', []]);
    expect(second).toContain('152/300');
  });

  it('stays on its line with wide characters, in a narrow terminal, and where the width is not known', () => {
    const shown = (columns: number, name: string): string => {
      const { line, text } = lineOn({ isTTY: true, columns });
      line.show({ ...halfway, applicants: null, unchanged: 0, failed: 0, secondsLeft: null, rate: 0, current: { number: 1, name } }); // prettier-ignore
      return text().replace(CLEAR, '');
    };
    expect(shown(41, '阮氏宝簪阮氏宝簪')).toBe('150 applicants, 560 packets, 阮氏宝簪阮');
    expect(shown(15, 'linh')).toBe('150 applicants');
    expect(shown(0, 'linh')).toBe('150 applicants, 560 packets, linh');
  });

  it('prints no character of a name that a terminal would obey', () => {
    const { line, text } = lineOn({ isTTY: true });
    line.show({ ...halfway, current: { number: 1, name: 'a\u001b[31mred\nline' } });
    expect(text().replace(CLEAR, '')).toMatch(/a\uFFFD\[31mred\uFFFDline$/);
  });

  it('says nothing in a log or when hidden', () => {
    for (const options of [{ isTTY: false }, { isTTY: true, hidden: true }]) {
      const { line, text } = lineOn(options);
      line.show(halfway);
      line.clear();
      expect(text()).toBe('');
    }
  });
});
