import type { ServiceId } from '../schema/letter.js';
import type { Service, UploadGuide } from './types.js';

/** The letter services (facts §0, §1.1, §2, §4). */
export const SERVICES: Record<ServiceId, Service> = {
  'eras-letter-writer-portal': {
    id: 'eras-letter-writer-portal',
    name: 'ERAS, through the AAMC Letter Writer Portal',
    portal: 'AAMC Letter Writer Portal',
    applicantSide: 'MyERAS',
    idLabel: 'Letter ID / Request ID',
    idNeeded: false,
    maxPerProgram: 4,
    sources: ['AAMC-FAQ27', 'LWP-FAQ'],
    confidence: 'high',
  },
  'eras-lorp': {
    id: 'eras-lorp',
    name: 'ERAS, through the Letter of Recommendation Portal (LoRP)',
    portal: 'ERAS Letter of Recommendation Portal',
    applicantSide: 'MyERAS',
    idLabel: 'Letter ID',
    idNeeded: true,
    maxPerProgram: 4,
    sources: ['LORP', 'LORP-FAQ'],
    confidence: 'high',
  },
  residencycas: {
    id: 'residencycas',
    name: 'ResidencyCAS, through the Liaison Letters portal',
    portal: 'Liaison Letters portal',
    applicantSide: 'ResidencyCAS',
    idLabel: 'ResidencyCAS Letter ID',
    idNeeded: false,
    maxPerProgram: 4,
    sources: ['LIAISON', 'ESLOE'],
    confidence: 'high',
  },
  'sf-match': {
    id: 'sf-match',
    name: 'SF Match Central Application Service',
    portal: 'SF Match upload page',
    applicantSide: 'SF Match',
    idLabel: 'Request number',
    idNeeded: false,
    maxPerProgram: 3,
    sources: ['THEDO', 'EYES'],
    confidence: 'medium',
  },
};

const CHECKED_ON = '2026-11-23';
const SAFE_NAME = 'Name the file with letters, digits and underscores only; the characters | * ? : are refused.';
const LETTERHEAD =
  'Use the letterhead of your hospital, institution or practice (a personal one is accepted). It must carry an address, a telephone number and an e-mail address: programs see nothing else of you.';
const SIGN_AND_DATE = 'Sign and date the letter. Address it to “Dear Program Director” and to no single program.';

/** How letters are uploaded, by service and season (facts §2). */
export const UPLOAD_GUIDES: readonly UploadGuide[] = [
  {
    service: 'eras-letter-writer-portal',
    fromSeason: 2027,
    toSeason: null,
    short: [
      'Open the link that the AAMC Letter Writer Portal sends to your e-mail address. No AAMC account is needed.',
      'Confirm your e-mail address, accept the terms, and check the applicant’s name.',
      'Upload the signed letter on letterhead as one PDF, or fill in the form that the portal shows.',
    ],
    steps: [
      'Look for the e-mail of the AAMC Letter Writer Portal; it may be in the spam folder. I can have it sent again.',
      'Open the secure link in it. You can continue as a guest or with an AAMC account; a guest does not see earlier letters later.',
      'Confirm your e-mail address and accept the terms of the portal.',
      'Check that the request shows my name, the specialty and the kind of letter that this packet names.',
      'Upload the letter as a PDF, or fill in the standardized form where the portal shows one.',
      'Confirm the upload. Nothing needs to be sent to me or to a program.',
    ],
    fileRules: [
      'One PDF file, US Letter size (8.5 × 11 inches), at most 1 MB: the limits of the earlier portal; those of the new one are not published.',
      'No password, no encryption, no digital signature; sign by hand or with a picture of your signature.',
      SAFE_NAME,
      LETTERHEAD,
      SIGN_AND_DATE,
    ],
    help: [
      {
        text: 'AAMC: questions and answers for letter writers',
        url: 'https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq',
      },
      { text: 'Anyone may help you upload except a person who advises me on this application, or me.' },
    ],
    checkedOn: CHECKED_ON,
    sources: ['AAMC-FAQ27', 'LWP-FAQ', 'LWP-TC', 'AAMC-TC27', 'LORP', 'ECFMG-LW'],
    confidence: 'high',
  },
  {
    service: 'eras-lorp',
    fromSeason: null,
    toSeason: 2026,
    short: [
      'Sign in to the ERAS Letter of Recommendation Portal with an AAMC account.',
      'Choose “Add New Letter”, type the Letter ID and check the applicant’s name and season.',
      'Upload the signed letter on letterhead as one PDF and confirm.',
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
      SAFE_NAME,
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
    service: 'residencycas',
    fromSeason: 2025,
    toSeason: null,
    short: [
      'Open the link that applicantsupport@residencycas.com sends to your e-mail address.',
      'Check the applicant’s name and the kind of evaluation in the Liaison Letters portal.',
      'Upload the letter or fill in the form there, and submit.',
    ],
    steps: [
      'Look for the e-mail from applicantsupport@residencycas.com; it may be in the spam folder. I can have it sent again.',
      'Open the link in it: it leads to the Liaison Letters portal.',
      'Check that the request shows my name and the kind of evaluation that this packet names.',
      'For a SLOE, use the form of the current application year; a form of last year may have to be redone.',
      'Upload or fill in the evaluation and submit it. A completed evaluation cannot be replaced.',
    ],
    fileRules: [LETTERHEAD, SIGN_AND_DATE, SAFE_NAME],
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
    service: 'sf-match',
    fromSeason: null,
    toSeason: null,
    short: [
      'Follow the request that SF Match sends to your e-mail address.',
      'Check the applicant’s name.',
      'Upload the signed letter on letterhead as one PDF.',
    ],
    steps: [
      'Look for the request of the SF Match Central Application Service in your e-mail.',
      'Check that it shows my name and the specialty.',
      'Upload the signed letter as a PDF on the page that the request names.',
    ],
    fileRules: [LETTERHEAD, SIGN_AND_DATE, SAFE_NAME],
    help: [{ text: 'The request itself names the help desk of SF Match.' }],
    checkedOn: CHECKED_ON,
    sources: ['THEDO', 'EYES'],
    confidence: 'medium',
  },
];

/**
 * The guide of a service in a season.
 *
 * @returns null when the service did not exist in that season (such as LoRP after ERAS 2026)
 */
export function findUploadGuide(service: ServiceId, season: number): UploadGuide | null {
  return (
    UPLOAD_GUIDES.find(
      (guide) =>
        guide.service === service &&
        (guide.fromSeason === null || guide.fromSeason <= season) &&
        (guide.toSeason === null || season <= guide.toSeason),
    ) ?? null
  );
}
