import type { Statement } from '../../schema/application.js';
import type { FindingPlace } from './context.js';
import { lineAndColumn } from './prose.js';

/** Where a piece of a statement stands: in its file when it has one, else in the application. */
export function statementPlace(statement: Statement, index: number, offset: number, found: string): FindingPlace {
  const text = statement.text ?? '';
  if (statement.file === undefined) return { path: `statements[${index}].text`, found };
  return {
    path: `statements[${index}].file`,
    found,
    source: { file: statement.file, ...lineAndColumn(text, offset) },
  };
}
