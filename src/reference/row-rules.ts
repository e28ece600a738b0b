import { CHECKED_ON } from './checked-on.js';
import type { LooseRow, RowRules } from './merge-rows.js';
import type { Reference } from './types.js';

const NEW_ROW = { sources: [], confidence: 'medium', checkedOn: CHECKED_ON };
const ALL_SEASONS = { fromSeason: null, toSeason: null };

function rules(
  defaults: Readonly<Record<string, unknown>> = {},
  { groups = [], hasSources = true }: { readonly groups?: readonly string[]; readonly hasSources?: boolean } = {},
): RowRules {
  return { defaults: hasSources ? { ...NEW_ROW, ...defaults } : defaults, groups: new Set(groups), hasSources };
}

/** What a new row need not say, table by table. */
export const ROW_RULES: Readonly<Record<keyof Reference, RowRules>> = {
  seasons: rules({ application: 'ERAS', events: [] }, { hasSources: false }),
  services: rules({
    application: 'ERAS',
    ...ALL_SEASONS,
    idLabel: 'Request number',
    idNeeded: false,
    maxPerProgram: 4,
  }),
  uploadGuides: rules({ ...ALL_SEASONS, fileRules: [], help: [] }),
  specialties: rules(
    {
      alsoCalled: [],
      systems: [{ application: 'ERAS', ...ALL_SEASONS }],
      letters: { usual: 3, max: 4 },
      mix: 'as the program asks',
      wants: { fromSpecialty: 0, chair: 'none', form: null, outside: 0 },
      earlyMatch: false,
      note: null,
    },
    { groups: ['letters', 'wants'] },
  ),
  forms: rules({ variantOf: null, countsAsBase: true, fromSeason: null, channel: 'pdf', questions: [] }),
  leadTimes: rules(),
  reminders: rules({ label: 'Reminder' }),
  competencies: rules(),
  writerRoles: rules(),
  experienceTypes: rules(),
  focusAreas: rules(),
  characteristics: rules(),
  sources: rules({ url: null }, { hasSources: false }),
};

/** What a new event of a season need not say. */
export const EVENT_RULES: RowRules = rules({ expected: false });

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Fields that follow from others where neither the user nor the built-in row gives them. */
export function derivedFields(table: keyof Reference, row: LooseRow): LooseRow {
  const name = typeof row['name'] === 'string' ? row['name'] : row.id;
  if (table === 'specialties') return { inText: lowerFirst(name), ...row };
  if (table === 'forms') return { fullName: name, ...row };
  if (table === 'services') return { portal: name, applicantSide: name, ...row };
  if (table === 'seasons') return { label: `${String(row['application'])} ${String(row['year'])}`, ...row };
  return row;
}
