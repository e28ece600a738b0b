/** A standard that a packet can claim: PDF/UA-1 (ISO 14289-1) or a level A of PDF/A (ISO 19005). */
export type ConformanceStandard = 'pdfUa' | 'pdfA';

/** Why a standard is not claimed. */
export interface ConformanceReason {
  /** For programs; the message is for people. */
  readonly code: 'no-title' | 'no-language' | 'missing-glyph' | 'appendix';
  /** The standards that do not hold because of it. */
  readonly standards: readonly ConformanceStandard[];
  /** What is in the way. @example 'a character of Tinos has no glyph and is drawn as an empty box' */
  readonly message: string;
}

/** What a written file claims to be, in its metadata and here. */
export interface Conformance {
  /** `'1'` for PDF/UA-1, ISO 14289-1; null when it does not hold. */
  readonly pdfUa: '1' | null;
  /** `'2a'` for PDF/A-2a, ISO 19005-2; `'3a'` for PDF/A-3a, ISO 19005-3, when files are attached; null when none holds. */
  readonly pdfA: '2a' | '3a' | null;
  /** Why a standard does not hold; empty when both do. */
  readonly reasons: readonly ConformanceReason[];
}

/**
 * What may be claimed: each standard unless some reason speaks against it.
 *
 * @param hasAttachments files are attached, which PDF/A-2 does not allow
 */
export function conformanceOf(reasons: readonly ConformanceReason[], hasAttachments: boolean): Conformance {
  const holds = (standard: ConformanceStandard): boolean =>
    !reasons.some(({ standards }) => standards.includes(standard));
  return {
    pdfUa: holds('pdfUa') ? '1' : null,
    pdfA: holds('pdfA') ? (hasAttachments ? '3a' : '2a') : null,
    reasons,
  };
}
