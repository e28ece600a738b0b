import type { PlannedLetter } from '../plan/index.js';
import type { Application } from '../schema/application.js';
import type { Emphasis } from '../schema/brief.js';

/**
 * What a letter rests on most: the whole record for a chair, a committee or a department letter; scholarly work, where
 * there is some, for a principal investigator and for an academic letter; otherwise work that the writer saw.
 */
export function emphasisOf({ cv }: Application, { letter }: PlannedLetter): Emphasis {
  const { role } = letter.writer;
  if (role === 'chair' || role === 'committee' || letter.request.chairLetter) return 'record';
  const isAcademic = role === 'research-pi' || letter.focus === 'academic';
  return isAcademic && letter.nature === 'professional' && cv.scholarlyWork.length > 0 ? 'scholarship' : 'work';
}
