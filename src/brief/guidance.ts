import type { PlannedLetter } from '../plan/index.js';
import { PURPOSE, READER, ROLE } from '../reference/index.js';
import type { Brief } from '../schema/brief.js';

/** Guidance for this kind of letter, this role of writer, and these readers (facts §3, §7, §9). */
export function guidanceOf(planned: PlannedLetter, request: Brief['request'], isImg: boolean): Brief['guidance'] {
  const { letter, writerInUs } = planned;
  const purpose: string[] = [];
  if (request.isPersonal) purpose.push(PURPOSE.personal);
  else purpose.push(...PURPOSE[letter.focus]);
  if (request.isGeneral) purpose.push(PURPOSE.general);
  else purpose.push(PURPOSE.specialty);
  if (request.crossSpecialty && !request.isGeneral) purpose.push(PURPOSE.crossSpecialty);
  if (request.chairLetter) purpose.push(PURPOSE.chair);
  if (request.newVersion) purpose.push(PURPOSE.newVersion);

  const reader = !writerInUs ? READER.foreign : isImg ? READER.img : [];
  return { purpose, role: [...ROLE[letter.writer.role]], reader: [...reader] };
}
