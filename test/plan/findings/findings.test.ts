import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_CODES, FINDINGS } from '../../../src/diagnostics/index.js';
import { BUILTIN_REFERENCE } from '../../../src/reference/index.js';
import { CONSISTENCY_CASES } from './cases/consistency.js';
import { DOCUMENT_CASES } from './cases/documents.js';
import { LETTER_CASES } from './cases/letters.js';
import { NARRATIVE_CASES } from './cases/narrative.js';
import { PRIVACY_CASES } from './cases/privacy.js';
import { REQUEST_CASES } from './cases/request.js';
import { TIMING_CASES } from './cases/timing.js';
import { findingsAfter, TODAY } from './found.js';

const CASES = [
  ...LETTER_CASES,
  ...REQUEST_CASES,
  ...TIMING_CASES,
  ...NARRATIVE_CASES,
  ...PRIVACY_CASES,
  ...CONSISTENCY_CASES,
  ...DOCUMENT_CASES,
];

describe('findings', () => {
  it('has nothing to say about a clean application', () => {
    expect(findingsAfter()).toEqual([]);
  });

  it.each(CASES.map((test, index) => ({ ...test, index })))('$code ($index)', (test) => {
    const { code, path, today = TODAY } = test;
    const found = findingsAfter(test.trigger, today).filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.path)).toContain(path);
    for (const finding of found) {
      const { severity, who, remedy, sources } = FINDINGS[code];
      expect(finding).toMatchObject({ severity, who, reference: sources.join(', ') });
      expect(finding.hints).toContain(remedy);
    }
    expect(findingsAfter(test.nearMiss, today).filter((finding) => finding.code === code)).toEqual([]);
  });
});

describe('the catalog', () => {
  it('has a case for every code', () => {
    const tested = new Set<string>(CASES.map(({ code }) => code));
    expect(Object.keys(FINDINGS).filter((code) => !tested.has(code))).toEqual([]);
    expect(Object.keys(FINDINGS).length).toBeGreaterThanOrEqual(40);
  });

  it('is part of the closed list of codes, and cites sources that the tables have', () => {
    const known = new Set(BUILTIN_REFERENCE.sources.map(({ id }) => id));
    for (const [code, row] of Object.entries(FINDINGS)) {
      expect(DIAGNOSTIC_CODES).toHaveProperty([code]);
      expect(row.sources.filter((key) => !known.has(key))).toEqual([]);
      for (const text of [row.title, row.meaning, row.why, row.remedy]) expect(text.trim()).not.toBe('');
    }
  });
});
