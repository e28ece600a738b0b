import type { ApplicationInput } from '../../schema/application.js';
import { experienceSchema } from '../../schema/cv.js';
import { line } from '../../schema/values.js';
import type { DataPath } from '../source-tree.js';
import type { ResumeValues } from './resume-values.js';

type Experience = NonNullable<ApplicationInput['cv']['experiences']>[number];

/** Longest description that MyERAS takes. */
const MAX_DESCRIPTION = 750;

const LISTS = [
  { list: 'work', organization: 'name', title: 'position', type: 'work' },
  { list: 'volunteer', organization: 'organization', title: 'position', type: 'volunteer-service-advocacy' },
  { list: 'projects', organization: 'entity', title: 'name', type: 'other-extracurricular' },
] as const;

/** Work, volunteering and projects as experiences, as many as MyERAS takes; those over that are left. */
export function importExperiences(
  values: ResumeValues,
  periodOf: (values: ResumeValues, at: DataPath) => { start?: string; end?: string },
  note: (message: string, path: string) => void,
  most: number,
): Experience[] {
  const experiences: Experience[] = [];
  for (const { list, organization, title, type } of LISTS) {
    for (const [index, at] of values.entries([list]).entries()) {
      const owner = values.peek([...at, organization]);
      const role = values.peek([...at, title]) ?? firstRole(values, at);
      const text = descriptionOf(values, at);
      const lacks = [owner ? '' : 'an organization', role ? '' : 'a title', text.description ? '' : 'a description'].filter((part) => part !== ''); // prettier-ignore
      if (experiences.length >= most) {
        values.leave(at, `MyERAS takes at most ${most} experiences`);
        continue;
      }
      if (lacks.length > 0 || !line.safeParse(owner).success || !line.safeParse(role).success) {
        values.leave(at, `an experience needs ${lacks.join(', ') || 'a shorter organization and title'}`);
        continue;
      }
      values.take([...at, organization], line);
      if (values.take([...at, title], line) === null) values.mark([...at, 'roles', 0]);
      for (const path of text.taken) values.mark(path);
      for (const { path, reason } of text.left) values.leave(path, reason);
      const location = values.take([...at, 'location'], line);
      const id = `${list}-${index + 1}`;
      const isResearch = /research/i.test(`${role} ${values.peek([...at, 'type']) ?? ''}`);
      note(`"${role}" is taken as an experience of type "${isResearch ? 'research' : type}"`, `cv.experiences[${experiences.length}].type`); // prettier-ignore
      experiences.push({
        id,
        organization: owner ?? '',
        title: role ?? '',
        type: isResearch ? 'research' : type,
        ...(location ? { place: { city: location } } : {}),
        ...periodOf(values, at),
        description: text.description,
      });
    }
  }
  return experiences;
}

function firstRole(values: ResumeValues, at: DataPath): string | null {
  return values.peek([...at, 'roles', 0]);
}

/** Summary and highlights, whole ones only, as long as they fit. */
function descriptionOf(
  values: ResumeValues,
  at: DataPath,
): { description: string; taken: DataPath[]; left: { path: DataPath; reason: string }[] } {
  const pieces = [[...at, 'summary'], [...at, 'description'], ...values.entries([...at, 'highlights'])] as DataPath[];
  let description = '';
  const taken: DataPath[] = [];
  const left: { path: DataPath; reason: string }[] = [];
  for (const path of pieces) {
    const text = values.peek(path)?.replace(/\s+/g, ' ');
    if (text === undefined) continue;
    const longer = description === '' ? text : `${description}${/[.!?]$/.test(description) ? '' : '.'} ${text}`;
    if (longer.length > MAX_DESCRIPTION || !experienceSchema.shape.description.safeParse(longer).success) {
      left.push({
        path,
        reason: `the description would be longer than ${MAX_DESCRIPTION} characters, the limit of MyERAS`,
      });
      continue;
    }
    description = longer;
    taken.push(path);
  }
  return { description, taken, left };
}
