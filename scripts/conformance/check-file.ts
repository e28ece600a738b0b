import { attachmentsAreDescribed } from './check-attachments.js';
import { fontsAreEmbedded, contentIsTagged, nothingIsActive, textIsLegible } from './check-content.js';
import { claimsHold, infoIsXmp, noticedIsExpected, xmpIsPlain } from './check-metadata.js';
import {
  figuresAreDescribed,
  headingsMatchOutline,
  linksAreDescribed,
  listsAreNumbered,
  tablesAreRegular,
  textIsTheDocument,
} from './check-structure.js';
import { PdfFile } from './pdf-file.js';
import type { Check, Expectation, Problem } from './problem.js';
import { readStructure } from './structure-nodes.js';

/** What veraPDF does not see, by the names that reports use. */
const CHECKS: Readonly<Record<string, Check>> = {
  'info-is-xmp': infoIsXmp,
  'xmp-is-plain': xmpIsPlain,
  'claims-hold': claimsHold,
  'noticed-is-expected': noticedIsExpected,
  'content-is-tagged': contentIsTagged,
  'text-is-the-document': textIsTheDocument,
  'lists-are-numbered': listsAreNumbered,
  'headings-match-outline': headingsMatchOutline,
  'links-are-described': linksAreDescribed,
  'figures-are-described': figuresAreDescribed,
  'tables-are-regular': tablesAreRegular,
  'text-is-legible': textIsLegible,
  'fonts-are-embedded': fontsAreEmbedded,
  'nothing-is-active': nothingIsActive,
  'attachments-are-described': attachmentsAreDescribed,
};

/** Runs all own checks on a file. What cannot be read at all is a problem, too. */
export async function checkFile(bytes: Uint8Array, expected: Expectation): Promise<Problem[]> {
  try {
    const file = await PdfFile.read(bytes);
    const subject = { file, tagged: readStructure(file), expected };
    return Object.entries(CHECKS).flatMap(([check, find]) => {
      try {
        return [...find(subject)].map((found) => ({ check, found }));
      } catch (error) {
        return [{ check, found: `cannot be checked: ${(error as Error).message}` }];
      }
    });
  } catch (error) {
    return [{ check: 'file-is-readable', found: (error as Error).message }];
  }
}
