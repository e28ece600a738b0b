import { readdirSync } from 'node:fs';
import { briefWriter } from '../../src/brief/index.js';
import { loadApplication } from '../../src/node/index.js';
import { type LetterPlan, planLetters, type PlannedLetter } from '../../src/plan/index.js';
import type { Application } from '../../src/schema/application.js';
import type { Brief } from '../../src/schema/brief.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown, fillMarks } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';

const FOLDER = 'test/fixtures/applicants';

/** One letter of a fixture applicant, with its brief and the words of its packet. */
export interface FixtureLetter {
  readonly applicant: string;
  readonly id: string;
  readonly planned: PlannedLetter;
  readonly brief: Brief;
  /** The Markdown of the packet with its values filled in. */
  readonly text: string;
}

/** A fixture applicant, loaded and planned. */
export interface FixtureApplicant {
  readonly name: string;
  readonly folder: string;
  readonly today: string;
  readonly application: Application;
  readonly plan: LetterPlan;
  readonly letters: readonly FixtureLetter[];
}

/** The day of issue of a fixture: the first Monday after the Fourth of July of its season. */
function dayOfIssue({ season }: Application): string {
  return season === 2026 ? '2025-07-07' : '2026-07-06';
}

async function load(name: string): Promise<FixtureApplicant> {
  const folder = `${FOLDER}/${name}`;
  const { application, diagnostics } = await loadApplication(folder);
  if (!application) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  const today = dayOfIssue(application);
  const plan = planLetters(application, { today });
  const classic = BUILTIN_TEMPLATES['classic'];
  if (!classic) throw new Error('no built-in template');
  const template = prepareTemplate(classic);
  const letters = plan.letters.map((planned): FixtureLetter => {
    const brief = briefWriter(application, plan, planned);
    const { markdown, slots } = composeMarkdown(template, brief);
    return { applicant: name, id: planned.letter.id, planned, brief, text: fillMarks(markdown, slots) };
  });
  return { name, folder, today, application, plan, letters };
}

/** Every fixture applicant, in order of name. */
export function loadFixtureApplicants(): Promise<FixtureApplicant[]> {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(
    names
      .map(({ name }) => name)
      .sort()
      .map(load),
  );
}
