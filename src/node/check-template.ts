import type { Diagnostic } from '../diagnostics/index.js';
import { FontError, TemplateError } from '../errors.js';
import { setBrief } from '../set-brief.js';
import type { Brief } from '../schema/brief.js';
import type { PreparedTemplate } from '../template/index.js';
import type { FontTypesetter } from '../text/index.js';
import { defaultTypesetter } from './load-fonts.js';
import { openTemplate, type OpenTemplate, templateFonts } from './load-template.js';
import { loadSampleBriefs } from './sample-briefs.js';
import { sourceTexts } from './source-texts.js';

/** What trying a template with one sample brief on one paper gave. */
export interface TemplateTrial {
  /** Name of the sample brief. */
  readonly sample: string;
  readonly paper: 'letter' | 'a4';
  /** Pages; 0 when it could not be composed. */
  readonly pages: number;
  /** What this trial found that no trial before it did. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What {@link checkTemplate} found. */
export interface TemplateCheck {
  /** Name of the template, null when its files cannot be used. */
  readonly name: string | null;
  /** Everything found, each mistake once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly trials: readonly TemplateTrial[];
  /** Texts of the template's files, by the paths that diagnostics use. */
  readonly sources: Readonly<Record<string, string>>;
}

const PAPERS = ['letter', 'a4'] as const;

/**
 * Checks a template without anybody's data: its files against the contract (every field, helper, partial and directive,
 * in all branches), its theme, and then the pages that it makes of the sample briefs on both papers.
 *
 * @param place as for `loadTemplate`
 * @returns what was found; a template that cannot be used is an error among the diagnostics
 * @example
 * const { diagnostics, trials } = await checkTemplate('my-school');
 */
export async function checkTemplate(place: string): Promise<TemplateCheck> {
  try {
    const { prepared, placed } = await openTemplate(place);
    const typesetter = await defaultTypesetter(await templateFonts(place));
    const seen = new Set<string>();
    const trials: TemplateTrial[] = [];
    for (const [sample, brief] of Object.entries(await loadSampleBriefs())) {
      for (const paper of PAPERS)
        trials.push(
          placedTrial({ sample, paper, ...(await tryOut(prepared, brief, paper, typesetter, seen)) }, placed),
        );
    }
    const diagnostics = [...prepared.diagnostics, ...trials.flatMap((trial) => trial.diagnostics)];
    return { name: prepared.manifest.name, diagnostics, trials, sources: await sourceTexts(diagnostics) };
  } catch (error) {
    if (!(error instanceof TemplateError || error instanceof FontError)) throw error;
    return { name: null, diagnostics: error.diagnostics, trials: [], sources: await sourceTexts(error.diagnostics) };
  }
}

function placedTrial(trial: TemplateTrial, placed: OpenTemplate['placed']): TemplateTrial {
  return { ...trial, diagnostics: trial.diagnostics.map(placed) };
}

async function tryOut(
  template: PreparedTemplate,
  brief: Brief,
  paper: (typeof PAPERS)[number],
  typesetter: FontTypesetter,
  seen: Set<string>,
): Promise<Pick<TemplateTrial, 'pages' | 'diagnostics'>> {
  const isNew = ({ code, message, source }: Diagnostic): boolean => {
    const key = `${code} ${source ? `${source.file}:${source.line}` : message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  try {
    const { laidOut, diagnostics } = await setBrief(brief, { template, typesetter, theme: { page: { size: paper } } });
    return { pages: laidOut.pages.length, diagnostics: diagnostics.filter(isNew) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { pages: 0, diagnostics: error.diagnostics.filter(isNew) };
  }
}
