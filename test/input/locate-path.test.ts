import { describe, expect, it } from 'vitest';
import { pathLocator } from '../../src/input/locate-path.js';

const yaml = `# a comment
season: 2027
letters:
  - id: rivera
    writer:
      name: { given: Elena, "family name": Rivera }
  - id: chen
`;

describe('pathLocator', () => {
  const locate = pathLocator(yaml, { file: 'a.yaml' });
  const at = (path: string) => {
    const found = locate(path);
    return found && [found.line, found.column];
  };

  it('finds values, the keys of mappings and lists, and the starts of items', () => {
    expect(at('season')).toEqual([2, 9]);
    expect(at('letters')).toEqual([3, 1]);
    expect(at('letters[1]')).toEqual([7, 5]);
    expect(at('letters[1].id')).toEqual([7, 9]);
    expect(at('letters[0].writer')).toEqual([5, 5]);
    expect(at('letters[0].writer.name["family name"]')).toEqual([6, 44]);
    expect(locate('season')?.file).toBe('a.yaml');
  });

  it('points at what is nearest when the value is not written', () => {
    expect(at('letters[0].writer.email')).toEqual([5, 5]);
    expect(at('letters[9].id')).toEqual([3, 1]);
    expect(at('programs[0]')).toBeNull();
  });

  it('reads JSON by the name of the file, and survives what is neither', () => {
    expect(pathLocator('{ "season":\r\n 2027 }', { file: 'a.json' })('season')).toMatchObject({ line: 2, column: 2 });
    expect(pathLocator('', { file: 'a.yaml' })('season')).toBeNull();
    expect(pathLocator('{', { file: 'a.json' })('season')).toBeNull();
  });
});
