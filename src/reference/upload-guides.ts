import { CHECKED_ON } from './checked-on.js';
import type { UploadGuide } from './types.js';

const PLAIN_NAME = 'Name the file with letters, digits, and underscores only.';
const LETTERHEAD =
  'Use the letterhead of your hospital, institution, or practice, with address, telephone, and e-mail; a personal letterhead is accepted. Programs see nothing of you but the document.';
const SIGN_AND_DATE = 'Sign and date the letter. Address it to “Dear Program Director” and to no single program.';

/** How letters are uploaded, by service and season (facts §2). */
export const UPLOAD_GUIDES: readonly UploadGuide[] = [
  {
    id: 'eras-letter-writer-portal-2027',
    service: 'eras-letter-writer-portal',
    fromSeason: 2027,
    toSeason: null,
    short: [
      'Open the link that the AAMC Letter Writer Portal sends to your e-mail address. No AAMC account is needed.',
      'Confirm your e-mail, accept the terms, and check my name.',
      'Upload the signed letter on letterhead as one PDF.',
    ],
    steps: [
      'Look for the e-mail of the AAMC Letter Writer Portal; it may be in the spam folder. I can have it sent again.',
      'Open the secure link in it. You can continue as a guest or with an AAMC account; a guest does not see earlier letters later.',
      'Confirm your e-mail address and accept the terms of the portal.',
      'Check that the request shows my name, the specialty, and the kind of letter that this packet names.',
      'Upload the letter as one PDF.',
      'Confirm the upload. Nothing needs to be sent to me or to a program.',
    ],
    fileRules: [
      'One PDF file. Limits of size and page are not published for this portal; US Letter (8.5 × 11 inches) and at most 1 MB, the limits of the earlier portal, are a safe choice.',
      'No password, encryption, or digital signature: the earlier portal refused them. Sign by hand or with a picture of your signature.',
      PLAIN_NAME,
      LETTERHEAD,
      SIGN_AND_DATE,
    ],
    help: [
      {
        text: 'AAMC: questions and answers for letter writers',
        url: 'https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq',
      },
      { text: 'ERAS Support changes or withdraws a letter for you once it is in.' },
      { text: 'Anyone may help you upload except a person who advises me on this application, or me.' },
    ],
    checkedOn: CHECKED_ON,
    sources: ['AAMC-FAQ27', 'LWP-FAQ', 'LWP-TC', 'AAMC-TC27', 'LORP', 'ECFMG-LW'],
    confidence: 'high',
  },
  {
    id: 'eras-lorp',
    service: 'eras-lorp',
    fromSeason: null,
    toSeason: 2026,
    short: [
      'Sign in to the ERAS Letter of Recommendation Portal with an AAMC account.',
      'Choose “Add New Letter,” type the Letter ID, and check my name and the season.',
      'Upload the signed letter on letterhead, and confirm.',
    ],
    steps: [
      'Sign in to the ERAS Letter of Recommendation Portal; an AAMC account is free.',
      'Choose “Add New Letter” and type the Letter ID of this packet.',
      'Check that the portal shows my name and the right season.',
      'Upload the letter as a PDF; it is not converted for you. If it contains a standardized form, tick the box that says so.',
      'Confirm. You can replace the letter later with a new version; it cannot be deleted.',
    ],
    fileRules: [
      'One PDF file of at most 1 MB, US Letter size (8.5 × 11 inches).',
      'No password, no encryption, no digital signature; sign by hand or with a picture of your signature.',
      'Name the file with letters, digits, and underscores only; the characters | * ? : are refused.',
      LETTERHEAD,
      SIGN_AND_DATE,
    ],
    help: [
      {
        text: 'AAMC: ERAS Letter of Recommendation Portal',
        url: 'https://www.aamc.org/services/eras-for-institutions/lor-portal',
      },
      { text: 'Anyone may help you upload except a person who advises me on this application, or me.' },
    ],
    checkedOn: CHECKED_ON,
    sources: ['LORP', 'LORP-FAQ', 'WVSOM', 'SUBSTACK', 'ECFMG-LW'],
    confidence: 'high',
  },
  {
    id: 'residencycas-2025',
    service: 'residencycas',
    fromSeason: 2025,
    toSeason: null,
    short: [
      'Open the link that applicantsupport@residencycas.com sends to your e-mail address.',
      'Check my name and the kind of evaluation in the Liaison Letters portal.',
      'Upload the signed letter on letterhead there, and submit.',
    ],
    steps: [
      'Look for the e-mail from applicantsupport@residencycas.com; it may be in the spam folder. I can have it sent again.',
      'Open the link in it: it leads to the Liaison Letters portal.',
      'Check that the request shows my name and the kind of evaluation that this packet names.',
      'Upload the letter and submit it. A completed evaluation cannot be replaced.',
    ],
    fileRules: [LETTERHEAD, SIGN_AND_DATE, PLAIN_NAME],
    help: [
      {
        text: 'ResidencyCAS: help for evaluators',
        url: 'https://help.liaisonedu.com/ResidencyCAS_Applicant_Help_Center/Filling_Out_Your_ResidencyCAS_Application/Materials_Library/ResidencyCAS_Materials_Library',
      },
    ],
    checkedOn: CHECKED_ON,
    sources: ['LIAISON', 'ESLOE', 'REDDIT-EM'],
    confidence: 'high',
  },
  {
    id: 'sf-match',
    service: 'sf-match',
    fromSeason: null,
    toSeason: null,
    short: [
      'Follow the request that SF Match sends to your e-mail address.',
      'Check my name.',
      'Upload the signed letter on letterhead as one PDF.',
    ],
    steps: [
      'Look for the request of the SF Match Central Application Service in your e-mail.',
      'Check that it shows my name and the specialty.',
      'Upload the signed letter on the page that the request names; a PDF is the safe choice.',
    ],
    fileRules: [LETTERHEAD, SIGN_AND_DATE, PLAIN_NAME],
    help: [{ text: 'The request itself names the help desk of SF Match.' }],
    checkedOn: CHECKED_ON,
    sources: ['THEDO', 'EYES'],
    confidence: 'medium',
  },
];
