import * as z from 'zod';

/** The dates of the packet as a graphic needs them. */
export const briefTimelineSchema = z
  .array(
    z.strictObject({
      on: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
      label: z.string().describe('In a few words.'),
      kind: z.enum(['request', 'reminder', 'target', 'season']),
      expected: z.boolean(),
    }),
  )
  .describe('The dates for `:::timeline`: every reminder by itself, labels short.');

const period = z
  .strictObject({
    from: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
    to: z.string().describe('The same, or "present".'),
    label: z.string(),
    kind: z.enum(['hands-on', 'observing', 'research', 'other']),
  })
  .describe('A period of a chart.');

/** Periods as charts need them. */
export const briefChartsSchema = z
  .strictObject({
    axis: z
      .enum(['time', 'periods'])
      .describe('"time" only where gaps are shared: else charts leave out the time between periods.'),
    usce: z.array(period).describe('US clinical experience of an international graduate, first to last.'),
    work: z.array(period).describe('Work with this writer, as far as its dates are known, first to last.'),
  })
  .describe('Periods for `:::chart`.');
