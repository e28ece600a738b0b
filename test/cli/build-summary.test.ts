import { expect, it } from 'vitest';
import { summaryText } from '../../src/cli/build-summary.js';
import { diagnostic } from '../../src/diagnostics/index.js';
import type { BatchSummary } from '../../src/node/batch/index.js';

it('prints no character of a name that a terminal would obey', () => {
  const summary: BatchSummary = {
    kind: 'summary',
    complete: true,
    ...{ applicants: 1, applicantsFailed: 1, made: 0, unchanged: 0, planned: 0, failed: 0, leftOver: 0, removed: 0 },
    ...{ pages: 0, bytes: 0, findings: { errors: 1, warnings: 0, notes: 0 }, seconds: 0, manifest: null, index: null },
  };
  const problem = diagnostic('error', 'input/missing', 'no\u001b[2Jname');
  const failures = [{ what: 'a\u001b[31m\nb/application.yaml', problem }];
  const text = summaryText(summary, { redact: false, code: 1, packets: [], failures });
  expect(text).toContain('  a\uFFFD[31m\uFFFDb/application.yaml: no\uFFFD[2Jname\n');
});
