import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/index.js';
import { parseApplication, statementFiles, type ParsedApplication } from '../../src/input/index.js';
import { minimalApplication, minimalYaml } from '../support/applications.js';
import { completeApplication } from '../support/complete-application.js';

const read = (text: string, format: 'yaml' | 'json' = 'yaml'): ParsedApplication =>
  parseApplication(text, { file: `application.${format}` });

/** The minimal application with one piece of text put in the place of another. */
function minimalWith(from: string, to: string): string {
  expect(minimalYaml).toContain(from);
  return minimalYaml.replace(from, to);
}

function hintsOf(text: string, code: Diagnostic['code']): readonly string[] {
  return read(text).diagnostics.find((found) => found.code === code)?.hints ?? [];
}

describe('parseApplication', () => {
  it('reads the same application from YAML and from JSON', () => {
    const yaml = read(minimalYaml);
    expect(yaml.diagnostics).toEqual([]);
    expect(read(JSON.stringify(minimalApplication()), 'json')).toEqual(yaml);
    expect(yaml.application?.letters[0]?.request.targetDate).toBe('2026-09-15');
  });

  it('reads an application that uses everything, and fills the statement from its file', () => {
    const text = JSON.stringify(completeApplication());
    expect(statementFiles(text, { file: 'a.json' })).toEqual(['ps.md']);
    const { application, diagnostics } = parseApplication(text, {
      file: 'a.json',
      statements: { 'ps.md': '\uFEFFFirst line\r\nsecond cafe\u0301\r' },
    });
    expect(diagnostics).toEqual([]);
    expect(application?.statements[0]?.text).toBe('First line\nsecond cafe\u0301\n');
  });

  it('keeps the characters of what the format takes as text', () => {
    const text = minimalWith('  email: linh', '  aamcId: 00123456\n  phone: 0x1F\n  credentials: true\n  email: linh')
      .replace('family: Tran', 'family: Null')
      .replace('targetDate: 2026', 'letterId: 1e3\n      targetDate: 2026');
    const { application } = read(text);
    expect(application?.applicant).toMatchObject({
      aamcId: '00123456',
      phone: '0x1F',
      credentials: 'true',
      name: { family: 'Null' },
    });
    expect(application?.letters[0]?.request.letterId).toBe('1e3');
  });

  it('tells a full-width colon and a space that is none, which look right', () => {
    const { diagnostics } = read(minimalWith('  email: linh', '  phone：1\n  email: linh'));
    expect(diagnostics.map(({ message, source }) => [message, source?.column])).toEqual([
      ['the colon after "phone" is a full-width one', 8],
    ]);
    const [odd] = read(minimalWith('  email: linh', '  phone:\u00A01\n  email: linh')).diagnostics;
    expect(odd).toMatchObject({ message: 'the space after "phone:" is no ordinary one', source: { column: 9 } });
  });

  it('proposes what JSON takes for a key in typographic quotes and a capital True', () => {
    const { diagnostics } = read('{ “season”: 2027, "format": True }', 'json');
    const hints = diagnostics.filter(({ code }) => code === 'input/syntax').map((found) => found.hints[0]);
    expect(hints).toEqual(['write "season"', 'write true']);
  });

  it('proposes an address only where the text can be one', () => {
    const address = (key: string, value: string): readonly string[] =>
      hintsOf(minimalWith('  email: linh', `  ${key}: ${value}\n  email: linh`), 'input/bad-value');
    expect(address('website', 'example.org/me')[0]).toBe('write https://example.org/me');
    expect(address('website', 'ftp://example.org')[0]).toBe('write it as https://example.org');
    expect(address('website', '"https://"')[0]).toBe('write it as https://example.org');
    expect(address('website', 'https://example.org/my page')[0]).toContain('no spaces');
    const email = (value: string): readonly string[] =>
      hintsOf(minimalYaml.replace(/^ {2}email: .*$/m, `  email: ${value}`), 'input/bad-value');
    expect(email('Linh <linh@example.org>')[0]).toBe('write linh@example.org');
    expect(email('a@example.org, b@example.org')[0]).toBe('write one address only, such as a@example.org');
    expect(email('"li\u200Bnh@example.org"')).toEqual([
      'write linh@example.org',
      'it has a character that nobody sees: type it anew, do not copy it',
    ]);
  });

  it('proposes a list of one word only where the list takes the word', () => {
    const share = (value: string): string => hintsOf(`${minimalYaml}share: ${value}\n`, 'input/wrong-type')[0] ?? '';
    expect(share('scores, gaps')).toBe('write it as a list: share: [scores, gaps]');
    expect(share('all')).not.toContain('[all]');
    expect(hintsOf(minimalYaml.replace(/letters:[^]*$/, 'letters: []\n'), 'input/missing')).toContain('add an entry');
  });

  it('takes an optional key with nothing behind it as left out', () => {
    for (const nothing of ['', ' ~', ' null', ' # later']) {
      const { application, diagnostics } = read(minimalWith('  email: linh', `  phone:${nothing}\n  email: linh`));
      expect(diagnostics).toEqual([]);
      expect(application?.applicant.phone).toBeUndefined();
    }
  });

  it('gives the applicant an id', () => {
    const anonymous = minimalWith('  id: linh-tran\n', '');
    expect(read(anonymous).application?.applicant.id).toBe('linh-tran');
    expect(
      parseApplication(anonymous, { file: 'a.yaml', applicantId: 'Đỗ, Linh (2027)' }).application?.applicant.id,
    ).toBe('do-Linh-2027');
    expect(parseApplication(minimalYaml, { file: 'a.yaml', applicantId: 'other' }).application?.applicant.id).toBe(
      'linh-tran',
    );
    const foreign = anonymous.replace('given: Linh', 'given: 林').replace('family: Tran', 'family: 陳');
    expect(read(foreign).application?.applicant.id).toBe('applicant');
  });

  it('allows anchors, aliases and merge keys', () => {
    const text = minimalWith(
      '  name:\n    given: Linh',
      '  place: &home { city: Cleveland, state: OH }\n  name:\n    given: Linh',
    ).replace('      email: elena', '      place: { <<: *home, city: Akron }\n      email: elena');
    const { application, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(application?.letters[0]?.writer.place).toEqual({ city: 'Akron', state: 'OH' });
  });

  it('takes a byte order mark and any line ends', () => {
    for (const end of ['\r\n', '\r']) {
      expect(read(`\uFEFF${minimalYaml.replaceAll('\n', end)}`)).toEqual(read(minimalYaml));
    }
  });

  it('goes by the format that it is told, then by the ending of the file', () => {
    expect(parseApplication(minimalYaml, { file: 'a.json' }).application).toBeNull();
    expect(parseApplication(minimalYaml, { file: 'a.json', format: 'yaml' }).application).not.toBeNull();
  });

  it('refuses what is too large or too deep before it is parsed', () => {
    const tooMuch = [
      'x'.repeat(2 * 1024 * 1024 + 1),
      '['.repeat(5000) + ']'.repeat(5000),
      '{"a":'.repeat(5000),
      '- '.repeat(5000),
      '\n'.repeat(1e6),
    ];
    for (const text of tooMuch) {
      for (const format of ['yaml', 'json'] as const) {
        if (format === 'json' && /^[-\n]/.test(text)) continue;
        const { application, diagnostics } = read(text, format);
        expect(application).toBeNull();
        expect(diagnostics[0]?.code).toBe('input/too-large');
      }
    }
  });

  it('does not unfold a few aliases into millions of values', () => {
    const levels = Array.from(
      'abcdefghij',
      (name, level) =>
        `${name}: &${name} [${Array(9)
          .fill(level === 0 ? 'x' : `*${'abcdefghij'[level - 1] ?? ''}`)
          .join(', ')}]`,
    );
    expect(read(levels.join('\n')).diagnostics.map(({ code }) => code)).toContain('input/too-large');
  });

  it('says no more than the mistake itself when a line is broken', () => {
    const broken: readonly [string, string][] = [
      ['given: Elena', 'given: "Elena'],
      ['role: attending', 'role:attending'],
      ['role: attending', 'role attending'],
      ['    writer:\n', '    writer\n'],
      ['family: Rivera', 'family: [Rivera'],
      ['family: Rivera', 'family: @Rivera'],
      ['family: Rivera', 'family: *Rivera'],
      ['family: Rivera', 'family: !Rivera x'],
      ['      role: attending', '     role: attending'],
      ['  name:\n', '\tname:\n'],
      ['letters:', '---\nletters:'],
      ['  - id: rivera', '  -id: rivera'],
    ];
    for (const [from, to] of broken) {
      const { diagnostics } = read(minimalWith(from, to));
      expect(
        diagnostics.map(({ code }) => code),
        to,
      ).toEqual(['input/syntax']);
    }
  });

  it('reads past a broken line and finds what is wrong after it', () => {
    const { diagnostics } = read(minimalWith('given: Linh', 'given: "Linh').replace('waived: true', 'waived: perhaps'));
    expect(diagnostics.map(({ code, source }) => [code, source?.line])).toEqual([
      ['input/syntax', 5],
      ['input/wrong-type', 30],
    ]);
  });

  it('points at the columns of the file, not at those of the line that it moved to read it', () => {
    const { diagnostics } = read(minimalWith('      role: attending', '     role: boss').replace('  name:', '\tname:'));
    expect(diagnostics.map(({ code, source }) => [code, source?.line, source?.column])).toEqual([
      ['input/syntax', 4, 1],
      ['input/syntax', 23, 6],
      ['input/bad-value', 23, 12],
    ]);
  });

  it('does not call an id unknown that may stand on a broken line', () => {
    const { diagnostics } = read(minimalWith('- id: internal-medicine', '- id: internal: medicine'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['input/syntax']);
  });
});

describe('hints', () => {
  it('propose the key, the value or the date that was meant', () => {
    expect(hintsOf(minimalWith('waived:', 'waved:'), 'input/unknown-key')).toContain('did you mean "waived"?');
    expect(hintsOf(minimalWith('waived: true', 'waived: yes'), 'input/wrong-type')).toContain('write waived: true');
    expect(hintsOf(minimalWith('role: attending', 'role: Attending'), 'input/bad-value')).toContain(
      'did you mean "attending"?',
    );
    expect(hintsOf(minimalWith('2026-09-15', '15 September 2026'), 'input/bad-date')).toContain('write 2026-09-15');
    expect(hintsOf(minimalWith('2026-09-15', '2026-02-29'), 'input/bad-date')).toContain('February 2026 has 28 days');
  });

  it('say where a key belongs that stands in the wrong group', () => {
    const text = minimalWith('    whyYou:', '    targetDate: 2026-09-15\n    whyYou:').replace(
      'true\n      targetDate: 2026-09-15',
      'true',
    );
    expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['input/unknown-key']);
    expect(hintsOf(text, 'input/unknown-key')[0]).toMatch(/belongs in letters\[\]\.request/);
  });

  it('describe what is missing, with an example', () => {
    const hints = hintsOf(minimalWith('      role: attending\n', ''), 'input/missing');
    expect(hints).toEqual(['In which role this person writes.', 'for example: role: attending']);
  });
});
