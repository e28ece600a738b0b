import { briefWriter } from '../src/brief/index.js';
import { parseDocument } from '../src/document/index.js';
import { layoutDocument } from '../src/layout/index.js';
import { defaultTypesetter, loadApplication, platformDeflate } from '../src/node/index.js';
import { writePdf } from '../src/pdf/index.js';
import { planLetters } from '../src/plan/index.js';
import { BUILTIN_TEMPLATES } from '../src/template/builtin.generated.js';
import { composeMarkdown } from '../src/template/index.js';
import { prepareTemplate } from '../src/template/prepare-template.js';
import type { Typesetter } from '../src/text/index.js';

/**
 * Warm time per packet of the example, by stage: what a packet costs in a batch, after fonts are parsed and words are
 * shaped. Each row is the median of many runs in this process; compare rows of one run only.
 */

const STAGES = ['brief', 'compose', 'parse', 'shape', 'layout', 'write'] as const;
type Stage = (typeof STAGES)[number];
type Times = Record<Stage, number>;

const TODAY = '2026-07-06';
const [wanted = '30', example = 'examples/img-internal-medicine'] = process.argv.slice(2);

/** Passes calls on and adds up the time spent in them. */
function timed(typesetter: Typesetter, spent: { ms: number }): Typesetter {
  const clock = <Result>(call: () => Result): Result => {
    const start = performance.now();
    const result = call();
    spent.ms += performance.now() - start;
    return result;
  };
  return {
    measure: (spans) => clock(() => typesetter.measure(spans)),
    minMeasure: (spans) => clock(() => typesetter.minMeasure(spans)),
    metrics: (style) => typesetter.metrics(style),
    breakLines: (spans, options) => clock(() => typesetter.breakLines(spans, options)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const { application, diagnostics } = await loadApplication(example);
if (!application) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const classic = BUILTIN_TEMPLATES['classic'];
if (!classic) throw new Error('no built-in template "classic"');
const typesetter = await defaultTypesetter();
const template = prepareTemplate(classic);
const plan = planLetters(application, { today: TODAY });

async function renderOnce(index: number): Promise<{ times: Times; pages: number; bytes: number }> {
  const planned = plan.letters[index % plan.letters.length];
  if (!planned || !application) throw new Error('the example has no letters');
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const brief = briefWriter(application, plan, planned);
  mark();
  const { markdown, slots } = composeMarkdown(template, brief);
  mark();
  const { tree } = parseDocument(markdown, slots);
  mark();
  const shaping = { ms: 0 };
  const document = layoutDocument(tree, {
    theme: template.theme,
    typesetter: timed(typesetter, shaping),
    lang: 'en-US',
    header: { left: brief.applicant.name, right: brief.request.target.text },
    footer: { left: brief.writer.name },
  });
  mark();
  const metadata = {
    title: brief.title,
    author: brief.applicant.name,
    subject: '',
    keywords: [],
    language: 'en-US',
    creator: 'bench',
    date: `${TODAY}T00:00:00Z`,
  };
  const { bytes: pdf } = writePdf(document, { metadata, deflate: platformDeflate });
  mark();
  const [start = 0, b = 0, c = 0, p = 0, l = 0, w = 0] = marks;
  const times = {
    brief: b - start,
    compose: c - b,
    parse: p - c,
    shape: shaping.ms,
    layout: l - p - shaping.ms,
    write: w - l,
  };
  return { times, pages: document.pages.length, bytes: pdf.length };
}

const runs = Math.max(3, Number(wanted));
const letters = plan.letters.length;
const first = await renderOnce(0);
for (let i = 0; i < 2 * letters; i++) await renderOnce(i);
const results = [];
for (let i = 0; i < runs; i++) results.push(await renderOnce(i));

const total = median(results.map(({ times }) => STAGES.reduce((sum, stage) => sum + times[stage], 0)));
const pages = results.map((result) => result.pages);
const range = `${Math.min(...pages)} to ${Math.max(...pages)} pages`;
const kilobytes = Math.round(median(results.map(({ bytes }) => bytes)) / 1000);
console.log(`${runs} warm packets of ${range}, ${kilobytes} kB, Node ${process.versions.node}`);
console.log('');
console.log('stage        ms  share');
for (const stage of STAGES) {
  const ms = median(results.map(({ times }) => times[stage]));
  console.log(`${stage.padEnd(8)} ${ms.toFixed(2).padStart(6)}  ${`${Math.round((100 * ms) / total)} %`.padStart(5)}`);
}
const rates = `${(total / median(pages)).toFixed(2)} ms a page, ${(1000 / total).toFixed(0)} packets a second`;
console.log(`${'packet'.padEnd(8)} ${total.toFixed(2).padStart(6)}  (median; ${rates})`);
const cold = STAGES.reduce((sum, stage) => sum + first.times[stage], 0);
console.log(`first    ${cold.toFixed(2).padStart(6)}  (cold: words shaped and modules loaded for the first time)`);
