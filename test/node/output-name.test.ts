import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputName, packetNames } from '../../src/node/output-name.js';
import { applicationSchema } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';

describe('outputName', () => {
  it.each([
    ['linh-tran', 'linh-tran'],
    ['Trần Linh (2027)', 'Tran-Linh-2027'],
    ['Đỗ Ngọc', 'Do-Ngoc'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'CON_'],
    ['com1', 'com1_'],
    ['مريم', 'applicant'],
    ['...', 'applicant'],
    ['', 'applicant'],
  ])('%s becomes %s', (text, name) => {
    expect(outputName(text, 'applicant')).toBe(name);
  });

  it('is safe for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const name = outputName(text, 'x');
        expect(name).toMatch(/^[a-z0-9][a-z0-9_-]{0,64}$/i);
        expect(outputName(name, 'x')).toBe(name);
      }),
    );
  });
});

describe('packetNames', () => {
  it('keeps letters apart whose ids differ only in case or by what is reserved', () => {
    const input = minimalApplication();
    const [letter] = input.letters;
    if (!letter) throw new Error('no letter');
    input.letters = ['Rivera', 'rivera', 'rivera-2', 'con', 'con_'].map((id) => ({ ...letter, id }));
    const names = [...packetNames(applicationSchema.parse(input))];
    expect(names).toEqual([
      ['Rivera', 'Rivera'],
      ['rivera', 'rivera-2'],
      ['rivera-2', 'rivera-2-2'],
      ['con', 'con_'],
      ['con_', 'con_-2'],
    ]);
  });
});
