import type { CodeMeaning } from './finding.js';
import { FINDINGS } from './findings/index.js';

/** What reading, rendering and writing report. */
const STAGE_CODES = {
  'input/syntax': { meaning: 'the file is not valid YAML or JSON', why: 'nothing after the mistake can be trusted' },
  'input/unknown-key': { meaning: 'a key that the format does not have', why: 'a misspelt key would be lost silently' },
  'input/duplicate-key': {
    meaning: 'the same key twice in one mapping',
    why: 'one of the two values would be lost silently',
  },
  'input/missing': { meaning: 'a required value is missing', why: 'the packet cannot be made without it' },
  'input/wrong-type': { meaning: 'a value of the wrong type', why: 'it cannot be read as what the format expects' },
  'input/bad-value': { meaning: 'a value outside what the format allows', why: 'it would print something wrong' },
  'input/bad-date': {
    meaning: 'a date that is not YYYY, YYYY-MM or YYYY-MM-DD, or not in the calendar',
    why: 'dates are compared and printed',
  },
  'input/too-long': { meaning: 'a text over the limit of the field', why: 'MyERAS cuts or refuses it' },
  'input/too-many': { meaning: 'more entries than the service takes', why: 'MyERAS refuses the extra ones' },
  'input/duplicate-id': { meaning: 'two entries with the same id', why: 'references to it would be ambiguous' },
  'input/unknown-reference': {
    meaning: 'a reference to an id that does not exist',
    why: 'the packet would lack what it points at',
  },
  'input/date-order': { meaning: 'an end before its start', why: 'the packet would print an impossible period' },
  'input/file-missing': {
    meaning: 'a file that the application names cannot be read',
    why: 'its content would be missing from the packet',
  },
  'input/encoding': { meaning: 'a file that is not UTF-8 text', why: 'names would come out wrong' },
  'input/too-large': {
    meaning: 'a file over the size limit',
    why: 'it is hardly an application and could exhaust memory',
  },
  'request/id-reused': { meaning: 'one Letter ID on two letters', why: 'a Letter ID takes one letter by one author' },
  'roster/syntax': { meaning: 'a roster that is no table', why: 'cells would go to the wrong column' },
  'roster/unknown-column': {
    meaning: 'a heading that is no column of a roster',
    why: 'what is below it would be lost',
  },
  'roster/missing-column': {
    meaning: 'a roster without the column that tells applicants apart',
    why: 'letters could be mixed up',
  },
  'roster/missing-id': { meaning: 'a row of a roster without an applicant', why: 'its letter belongs to nobody' },
  'roster/conflict': {
    meaning: 'two rows of one applicant that disagree',
    why: 'one of the values would be lost silently',
  },
  'roster/unplaced': {
    meaning: 'a cell about a specialty in a row that is for none',
    why: 'what it says would be lost silently',
  },
  'roster/mangled-id': { meaning: 'an ID that a spreadsheet turned into a number', why: 'its digits are lost' },
  'import/guessed': {
    meaning: 'something imported in one of several possible ways',
    why: 'only the applicant knows which is right',
  },
  'template/syntax': { meaning: 'a template that Handlebars cannot read', why: 'no packet can be made with it' },
  'template/forbidden': {
    meaning: 'a template construct that is not allowed',
    why: 'templates are trusted for layout only',
  },
  'template/unknown-field': { meaning: 'a field that the brief does not have', why: 'it would print nothing' },
  'template/unknown-helper': { meaning: 'a helper that does not exist', why: 'it would print nothing' },
  'template/unknown-partial': { meaning: 'a partial that does not exist', why: 'its section would be missing' },
  'template/invalid': { meaning: 'a template.json that breaks the contract', why: 'its settings would be ignored' },
  'template/not-found': { meaning: 'no template of that name or folder', why: 'there is nothing to render with' },
  'template/contrast': {
    meaning: 'text in a colour that is too much like its ground',
    why: 'readers with low vision, and everyone on a phone in the sun, could not read it (WCAG 2.2, 1.4.3)',
  },
  'template/limit': { meaning: 'a template that does too much work', why: 'a runaway loop must not hang a batch' },
  'document/unknown-directive': {
    meaning: 'a ::: directive that does not exist',
    why: 'its content would be set as plain text',
  },
  'document/unclosed-directive': {
    meaning: 'a ::: directive without its closing line',
    why: 'the rest of the section would be inside it',
  },
  'document/link-dropped': {
    meaning: 'a link that is not http, https or mailto',
    why: 'other links could run or leak something',
  },
  'document/html-as-text': { meaning: 'HTML in Markdown, set as plain text', why: 'the packet does not render HTML' },
  'document/image-dropped': {
    meaning: 'an image that is not among the supplied ones',
    why: 'nothing is fetched while rendering',
  },
  'figure/bad-row': {
    meaning: 'a row of a timeline or chart that cannot be drawn',
    why: 'the figure would say something else than the text',
  },
  'figure/no-alt': {
    meaning: 'an image without alternative text',
    why: 'who does not see it would not know what it shows',
  },
  'figure/qr-unusable': {
    meaning: 'an address that cannot be a QR code',
    why: 'only https is safe to scan, and a long address gives a code too fine to read',
  },
  'image/missing': {
    meaning: 'an image that was not passed in',
    why: 'nothing is fetched while rendering, so the packet lacks it',
  },
  'image/unsupported': {
    meaning: 'an image that is not a JPEG or PNG of a usable kind',
    why: 'a PDF/A file can hold no other, so the packet lacks it',
  },
  'image/damaged': { meaning: 'an image that is cut short or broken', why: 'it would show half a picture or none' },
  'image/too-large': {
    meaning: 'an image over the limit of bytes or pixels',
    why: 'it would make every packet slow to open and hard to mail',
  },
  'image/larger-than-needed': {
    meaning: 'an image with far more pixels than its place can show',
    why: 'it makes every packet larger without looking better',
  },
  'font/missing-glyph': { meaning: 'a character that no available font has', why: 'a name must print whole' },
  'font/unknown-family': {
    meaning: 'a family of the theme that no available font has',
    why: 'the text is set in another family',
  },
  'font/unusable': { meaning: 'a font file that cannot be used', why: 'text in it would fall back to another face' },
  'layout/overflow': { meaning: 'content that does not fit its area', why: 'it would be cut or run over' },
  'layout/theme-adjusted': {
    meaning: 'page measures of the theme that leave no room for text',
    why: 'the page is set with other measures than the theme asks for',
  },
  'layout/brief-shortened': {
    meaning: 'page 1 did not fit and moved detail to later pages',
    why: 'the brief is one page always',
  },
  'appendix/missing': { meaning: 'an appended document whose file is not at hand', why: 'the writer would miss it' },
  'appendix/not-pdf': { meaning: 'an appended file that is no PDF', why: 'only PDFs can be appended' },
  'appendix/encrypted': {
    meaning: 'an appended document that needs a password, or is encrypted in an unknown way',
    why: 'it cannot be read',
  },
  'appendix/damaged': { meaning: 'an appended document that is damaged beyond repair', why: 'it cannot be read' },
  'appendix/too-large': {
    meaning: 'an appended document over a limit: bytes, pages, unpacked bytes, objects or pixels',
    why: 'it could exhaust the memory of this computer or of the writer',
  },
  'appendix/no-pages': { meaning: 'an appended document without the pages asked for', why: 'they cannot be appended' },
  'appendix/portfolio': {
    meaning: 'an appended PDF portfolio, a folder of files under a cover page',
    why: 'its cover page says nothing',
  },
  'appendix/dynamic-form': {
    meaning: 'an appended dynamic XFA form',
    why: 'its pages say only that another program is needed',
  },
  'appendix/repaired': {
    meaning: 'an appended document that was damaged and could be mended',
    why: 'something of it may be lost',
  },
  'appendix/untagged': {
    meaning: 'a document to be copied with its tags that has none',
    why: 'a screen reader learns only that its pages are there',
  },
  'appendix/active-attachment': {
    meaning: 'an attached document that has scripts, embedded files or the like',
    why: 'attached files are not cleaned, and the writer may open it',
  },
  'appendix/content-removed': {
    meaning: 'an appended document that had scripts, embedded files or the like',
    why: 'a packet does nothing and carries nothing hidden',
  },
  'output/write-failed': { meaning: 'a file that could not be written', why: 'the packet is not there' },
  'output/exists': { meaning: 'a file that would be overwritten', why: 'nothing of yours is overwritten' },
  'output/manifest-unusable': {
    meaning: 'a manifest of the output folder that cannot be read',
    why: 'what is unchanged cannot be told, so everything is made again',
  },
  'batch/time-limit': { meaning: 'a packet that takes too long', why: 'one applicant must not hold up the others' },
  'batch/memory-limit': {
    meaning: 'a packet that needs too much memory',
    why: 'one applicant must not bring down the batch',
  },
  'internal/unexpected': { meaning: 'a failure inside the library', why: 'it is a defect; please report it' },
} as const satisfies Record<string, CodeMeaning>;

/** Every diagnostic code, `area/what`, with its meaning. A code is stable once released. */
export const DIAGNOSTIC_CODES = { ...STAGE_CODES, ...FINDINGS };

/** A stable diagnostic code, `area/what`. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
