import type { PlannedLetter } from '../plan/index.js';
import type { Form } from '../reference/index.js';

/** How a standardized form is sent, where it is sent otherwise than a letter. Sentences address the writer. */
export interface SendingRoute {
  /** Where the writer goes first, when it is not the portal of the service. */
  readonly via: string | null;
  readonly short: readonly string[];
  readonly steps: readonly string[];
  /** Rules of the file; null for those of the service. */
  readonly fileRules: readonly string[] | null;
  readonly help: readonly { readonly text: string; readonly url?: string }[];
}

const FIND_MAIL = {
  aamc: 'Look for the e-mail of the AAMC Letter Writer Portal; it may be in the spam folder. I can have it sent again.',
  liaison:
    'Look for the e-mail from applicantsupport@residencycas.com; it may be in the spam folder. I can have it sent again.',
} as const;
const OPEN_AAMC =
  'Open the secure link in it, as a guest or with an AAMC account, confirm your e-mail address, and accept the terms.';
const AOA = { text: 'The eSLOR page of the American Orthopaedic Association (AOA) explains the form.' };
const SIGN_PDF = 'No password, no encryption, no digital signature: the signature is by hand.';

/** Typed into the portal's own form (facts §0.4 [AAMC-TC27]). */
function portalForm(name: string): SendingRoute {
  return {
    via: null,
    short: [
      'Open the link that the AAMC Letter Writer Portal sends to your e-mail address. No AAMC account is needed.',
      'Confirm your e-mail, accept the terms, and check my name.',
      `Type the ${name} into the portal’s form. A PDF of that form is refused.`,
    ],
    steps: [
      FIND_MAIL.aamc,
      OPEN_AAMC,
      'Check that the request shows my name, the specialty, and “standardized” as the kind of letter.',
      `Type the ${name} into the form that the portal shows, with the facts of this packet beside you.`,
      'Submit the form. Nothing needs to be sent to me or to a program.',
    ],
    fileRules: [
      'There is no file: the letter is typed into the portal’s form.',
      'A PDF of that form is refused, whether scanned or saved from elsewhere.',
    ],
    help: [],
  };
}

/** Where a form that was signed outside is uploaded, and what its file must be there. */
interface UploadPlace {
  readonly portal: string;
  readonly short: string;
  readonly steps: readonly string[];
  readonly fileRules: readonly string[];
}

/** Filled in and signed outside, then uploaded as a PDF (facts §5 [AOA-NEW]). */
function signedForm(name: string, upload: UploadPlace): SendingRoute {
  return {
    via: `AOA site, then ${upload.portal}`,
    short: [
      `Complete the ${name} on the AOA site; I have given my consent there, with my AAMC ID and this Letter ID.`,
      'Download it as PDF and sign it by hand. Nothing travels from the AOA site by itself.',
      upload.short,
    ],
    steps: [
      `Open the request for the ${name} on the AOA site. It rests on my signed consent, my AAMC ID, and the Letter ID of this packet.`,
      'Complete the form.',
      'Download it as PDF and sign it by hand. The AOA site does not send it anywhere.',
      ...upload.steps,
    ],
    fileRules: [`One PDF with the ${name} alone: nothing is appended to it.`, ...upload.fileRules, SIGN_PDF],
    help: [AOA],
  };
}

/** Sent from CORD's own form to ResidencyCAS (facts §5 [ESLOE]). */
const ESLOE: SendingRoute = {
  via: 'CORD’s eSLOE form',
  short: [
    'Open the eSLOE form of CORD for this application year.',
    'Type the ResidencyCAS Letter ID of this page into it: without the ID the form does not reach ResidencyCAS.',
    'Complete the form with everyone who signs, and submit it there.',
  ],
  steps: [
    'Open the eSLOE form of CORD. Use the form of this application year; one made on last year’s form may have to be redone.',
    'Type my name and the ResidencyCAS Letter ID of this packet, exactly as printed.',
    'Complete the form. A group eSLOE is agreed by everyone who signs.',
    'Submit it in CORD’s form, which sends it to ResidencyCAS.',
    'If it was saved without the ID, find it again by the UUID on its PDF, add the ID, and send it.',
    'Check it before you submit: a completed evaluation cannot be removed or replaced.',
  ],
  fileRules: [
    'There is no file to upload: CORD’s form sends the evaluation.',
    'Keep the PDF that the form makes; the UUID on it finds the form again.',
  ],
  help: [{ text: 'CORD: how the eSLOE works', url: 'https://esloe.cordem.org/howto' }],
};

/** Sent through the request of ResidencyCAS (facts §5 [LIAISON][ACOG]). */
const APGO_SLOE: SendingRoute = {
  via: null,
  short: [
    'Open the link that applicantsupport@residencycas.com sends to your e-mail address.',
    'Check my name and that a SLOE is asked for.',
    'Complete the APGO SLOE of this application year for that request, and submit it.',
  ],
  steps: [
    FIND_MAIL.liaison,
    'Open the link in it: it leads to the Liaison Letters portal.',
    'Check that the request shows my name and asks for a SLOE.',
    'Use the APGO SLOE of this application year; one made on last year’s form may have to be redone.',
    'Complete and submit it. A completed evaluation cannot be removed or replaced.',
    'Whoever writes the SLOE writes no second letter.',
  ],
  fileRules: null,
  help: [],
};

/** The IM SEL and other forms that are a PDF with their narrative (facts §2 [LORP], §5 [AAIM]). */
function pdfForm(name: string, open: readonly string[], short: readonly string[], confirm: string): SendingRoute {
  return {
    via: null,
    short: [...short, `Upload the ${name}, form and narrative together, as one PDF.`],
    steps: [...open, `Upload the ${name} as one PDF: form and narrative together, not as two files.`, confirm],
    fileRules: null,
    help: [],
  };
}

const AAMC_SHORT = [
  'Open the link that the AAMC Letter Writer Portal sends to your e-mail address. No AAMC account is needed.',
  'Confirm your e-mail, accept the terms, and check my name.',
];
const AAMC_OPEN = [
  FIND_MAIL.aamc,
  OPEN_AAMC,
  'Check that the request shows my name, the specialty, and the kind of letter that this packet names.',
];
const AAMC_DONE = 'Confirm the upload. Nothing needs to be sent to me or to a program.';
const LORP_SHORT = [
  'Sign in to the ERAS Letter of Recommendation Portal with an AAMC account.',
  'Choose “Add New Letter,” type the Letter ID, and check my name and the season.',
];
const LORP_OPEN = [
  'Sign in to the ERAS Letter of Recommendation Portal; an AAMC account is free.',
  'Choose “Add New Letter” and type the Letter ID of this packet.',
  'Check that the portal shows my name and the right season.',
];
const LORP_DONE = 'Tick the box that says that it is or contains a standardized letter, and confirm.';

/** A form's name inside a sentence: "standardized dermatology letter", "eSLOE". */
export function formInText({ name }: Form): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function findSendingRoute(service: string, form: Form): SendingRoute | null {
  const name = formInText(form);
  const kind = form.variantOf ?? form.id;
  if (service === 'residencycas') return kind === 'esloe' ? ESLOE : kind === 'apgo-sloe' ? APGO_SLOE : null;
  if (service === 'eras-letter-writer-portal') {
    if (form.channel === 'portal-form') return portalForm(name);
    if (form.channel === 'external-form-then-pdf')
      return signedForm(name, {
        portal: 'the AAMC Letter Writer Portal',
        short:
          'Open the link that the AAMC Letter Writer Portal sends to your e-mail address, and upload the PDF there.',
        steps: [...AAMC_OPEN, 'Upload the signed PDF yourself.', AAMC_DONE],
        fileRules: [
          'US Letter (8.5 × 11 inches) and at most 1 MB, the limits of the earlier portal, are a safe choice.',
          'Name the file with letters, digits, and underscores only.',
        ],
      });
    return form.channel === 'pdf' ? pdfForm(name, AAMC_OPEN, AAMC_SHORT, AAMC_DONE) : null;
  }
  if (service === 'eras-lorp') {
    if (form.channel === 'external-form-then-pdf')
      return signedForm(name, {
        portal: 'the ERAS Letter of Recommendation Portal',
        short: 'Upload the PDF in the ERAS Letter of Recommendation Portal with the Letter ID, and confirm.',
        steps: [...LORP_OPEN, 'Upload the signed PDF yourself.', LORP_DONE],
        fileRules: [
          'US Letter size (8.5 × 11 inches), at most 1 MB.',
          'Name the file with letters, digits, and underscores only; the characters | * ? : are refused.',
        ],
      });
    return form.channel === 'cas-form' ? null : pdfForm(name, LORP_OPEN, LORP_SHORT, LORP_DONE);
  }
  return null;
}

/**
 * How the form of a letter is sent, or null when it goes as any letter of its service does. A guide of the user's own
 * says what holds for their letters, and the built-in routes would contradict it.
 */
export function routeOf({ service, guide, form }: PlannedLetter): SendingRoute | null {
  return form && guide?.sources[0] !== 'user' ? findSendingRoute(service.id, form) : null;
}
