import type { PlannedLetter } from '../plan/index.js';
import type { Application } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';

type ChartPeriod = Brief['charts']['usce'][number];

interface Dated {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** Periods for charts. What lies between them shows only where the applicant shares gaps. */
export function chartsOf({ cv, applicant }: Application, { letter, share }: PlannedLetter): Brief['charts'] {
  const usce = cv.usce.flatMap((row): ChartPeriod[] => {
    const kind = row.kind === 'research' ? 'research' : row.handsOn ? 'hands-on' : 'observing';
    return periodOf(row, row.specialty, kind);
  });
  const work = letter.sharedWork.flatMap((row): ChartPeriod[] => {
    const seen = row.handsOn === undefined ? 'other' : row.handsOn ? 'hands-on' : 'observing';
    return periodOf(row, row.title, row.kind === 'research' ? 'research' : seen);
  });
  const axis = share.has('gaps') ? 'time' : 'periods';
  return { axis, usce: applicant.img ? inOrder(usce) : [], work: inOrder(work) };
}

function periodOf({ start, end }: Dated, label: string, kind: ChartPeriod['kind']): ChartPeriod[] {
  return start === undefined ? [] : [{ from: start, to: end ?? start, label, kind }];
}

function inOrder(periods: readonly ChartPeriod[]): ChartPeriod[] {
  return [...periods].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}
