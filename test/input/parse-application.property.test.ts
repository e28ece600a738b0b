import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/index.js';
import { parseApplication, statementFiles } from '../../src/input/index.js';
import { completeApplication } from '../support/complete-application.js';
import { minimalApplication, minimalYaml } from '../support/applications.js';

/** Reads a text and checks what must hold for every text. */
function expectSound(text: string, format: 'yaml' | 'json'): void {
  const file = `application.${format}`;
  const { application, diagnostics } = parseApplication(text, { file, statements: { 'ps.md': 'Text.' } });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(application === null).toBe(errors.length > 0);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const astray = diagnostics.filter(({ source }) => {
    const line = source && lines[source.line - 1];
    return line === undefined || source?.file !== file || source.column < 1 || source.column > line.length + 1;
  });
  expect(astray).toEqual([]);
  const output = formatDiagnostics(diagnostics, { sources: { [file]: text } });
  expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
}

const yamlPieces = fc.constantFrom(
  '- ',
  ': ',
  ':',
  '\n',
  '\n  ',
  '\n    ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ', ',
  '#',
  '|',
  '>',
  '&a ',
  '*a',
  '!x ',
  '---',
  '...',
  '\t',
  '\r\n',
  '\uFEFF',
  '? ',
  '%',
  '@',
  '\\',
  '\u0000',
  '\u2028',
  '<<: ',
  '__proto__',
  'constructor',
  'letters',
  'id',
  'a',
  'season',
  'cv',
  'statements',
  'file',
  'request',
  'null',
  '~',
  '0123',
  'true',
  '\uD800',
  '👩🏽‍⚕️',
  'é',
);

describe('parseApplication, whatever it is given', () => {
  it('takes any string', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    const bytes = fc.array(fc.integer({ min: 0, max: 0xff }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(units, bytes), fc.constantFrom('yaml', 'json'), (codes, format) => {
        expectSound(String.fromCharCode(...codes), format);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any heap of YAML marks', () => {
    fc.assert(
      fc.property(fc.array(yamlPieces, { maxLength: 60 }), fc.constantFrom('yaml', 'json'), (pieces, format) => {
        expectSound(pieces.join(''), format);
        expect(() => statementFiles(pieces.join(''), { file: `a.${format}` })).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it('takes a good file with something cut out or put in', () => {
    const json = JSON.stringify(minimalApplication(), null, 1);
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.array(yamlPieces, { maxLength: 4 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(minimalYaml, json),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (start, edits) => {
          let text = start;
          for (const { at, cut, put } of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put.join('') + text.slice(from + cut);
          }
          expectSound(text, start === json ? 'json' : 'yaml');
          if (start === json) expectSound(text, 'yaml');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes any change of valid data', () => {
    const change = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('delete', 'replace', 'insert', 'copy'),
      key: fc.constantFrom('id', 'start', 'end', 'primary', 'mostMeaningful', 'form', 'extra', '__proto__', ''),
      value: fc.jsonValue({ maxDepth: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('yaml', 'json'),
        (changes, format) => {
          const data = structuredClone(completeApplication()) as unknown;
          for (const { at, kind, key, value } of changes) mutate(data, at, kind, key, value);
          expectSound(JSON.stringify(data, null, 2), format);
        },
      ),
      { numRuns: 60 },
    );
  });
});

type Holder = Record<string, unknown> | unknown[];

function holdersOf(data: unknown): Holder[] {
  if (typeof data !== 'object' || data === null) return [];
  return [data as Holder, ...Object.values(data).flatMap(holdersOf)];
}

function mutate(data: unknown, at: number, kind: string, key: string, value: unknown): void {
  const holders = holdersOf(data);
  const holder = holders[at % holders.length];
  if (!holder) return;
  const keys = Object.keys(holder);
  const chosen = keys[at % Math.max(1, keys.length)] ?? '0';
  if (Array.isArray(holder)) {
    if (kind === 'delete') holder.splice(Number(chosen), 1);
    else if (kind === 'replace') holder[Number(chosen)] = value;
    else holder.push(kind === 'copy' ? structuredClone(holder[Number(chosen)]) : value);
  } else if (kind === 'delete') Reflect.deleteProperty(holder, chosen);
  else holder[kind === 'insert' ? key : chosen] = value;
}
