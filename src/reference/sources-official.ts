import type { SourceRows } from './source-rows.js';

/** Pages of application services, ECFMG, the NRMP and the bodies of specialties. */
export const OFFICIAL_SOURCES: SourceRows = {
  'AAMC-FAQ27': [
    'AAMC: ERAS for letter writers, questions and answers (2027 season)',
    'https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq',
  ],
  'AAMC-TC27': [
    'AAMC: ERAS terms and conditions of the Letter Writer Portal',
    'https://www.aamc.org/services/eras-institutions/eras-terms-and-conditions-aamc-letter-writer-portal',
  ],
  'LWP-FAQ': [
    'AAMC: Letter Writer Portal, questions and answers',
    'https://www.aamc.org/services/aamc-letter-writer-portal/faqs',
  ],
  'LWP-TC': [
    'AAMC: Letter Writer Portal, terms and conditions',
    'https://www.aamc.org/services/aamc-letter-writer-portal/terms-and-conditions',
  ],
  'AAMC-LOR-NEW': [
    'AAMC: MyERAS chapter “Letters of Recommendation”, newer text',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/letters-recommendation',
  ],
  'AAMC-LOR-OLD': [
    'AAMC: MyERAS chapter “Letters of Recommendation”, older text',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/letters-recommendation',
  ],
  'AAMC-IMPORT': [
    'AAMC: MyERAS chapter “Import Letters of Recommendation”',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/import-letters-recommendation',
  ],
  LORP: [
    'AAMC: ERAS for letter of recommendation authors (LoRP)',
    'https://www.aamc.org/services/eras-for-institutions/lor-portal',
  ],
  'LORP-FAQ': [
    'AAMC: LoRP, questions and answers',
    'https://www.aamc.org/services/eras-for-institutions/lor-portal/faq',
  ],
  LORP2019: ['AAMC: ERAS 2019 LoRP user guide', null],
  LOR2014: ['ERAS letter of recommendation process, slides of 2014', null],
  LOR2015: ['ERAS letter of recommendation process, slides of 2015', null],
  'AAMC-EXP': [
    'AAMC: MyERAS chapter “Experience”',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/experience',
  ],
  'AAMC-WHATSNEW24': [
    'AAMC: What’s new in the 2024 MyERAS application',
    'https://students-residents.aamc.org/applying-residencies-eras/what-s-new-2024-myeras-application',
  ],
  'AAMC-SCHOLAR': [
    'AAMC: MyERAS chapter “Scholarly Work”',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/scholarly-work',
  ],
  'AAMC-TL26': [
    'AAMC: ERAS timeline 2026',
    'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/eras-timeline',
  ],
  'AAMC-SIG25': [
    'AAMC: Program signaling for the 2025 MyERAS season',
    'https://students-residents.aamc.org/applying-residencies-eras/program-signaling-2025-myeras-application-season',
  ],
  'AAMC-SIG24': ['AAMC: Program signals, overview', 'https://students-residents.aamc.org/book/export/html/13791'],
  'AAMC-SIGFAQ': [
    'AAMC: Preference signaling, questions and answers',
    'https://students-residents.aamc.org/applying-residencies-eras/frequently-asked-questions-applicants?topic=preference-signaling',
  ],
  'AAMC-FELFAQ': [
    'AAMC: MyERAS documents, questions and answers (fellowship, 2025)',
    'https://students-residents.aamc.org/eras-tools-and-worksheets-fellowship-applicants/frequently-asked-questions-eras-fellowship-applicants?topic=myeras-documents',
  ],
  'AAMC-NEWS': [
    'AAMC: Supplemental ERAS application explained',
    'https://www.aamc.org/news/everything-you-need-know-about-supplemental-eras-application',
  ],
  'AAMC-MATCH': [
    'AAMC: Match and residency application services',
    'https://students-residents.aamc.org/applying-residencies-eras/match-and-residency-application-services',
  ],
  'AAMC-AI2': [
    'AAMC: Use of AI in AAMC service programs',
    'https://www.aamc.org/services/use-artificial-intelligence-aamc-service-programs',
  ],
  'AMCAS-LW': ['AAMC: AMCAS letter writer definitions', 'http://www.aamc.org/students/amcas/faq/amcasletterwriter.htm'],
  'AMCAS-SERVICE': [
    'AAMC: AMCAS letter service for advisors',
    'https://students-residents.aamc.org/applying-medical-school/article/amcas-letter-service-advisors-and-other-letter-aut',
  ],
  'ECFMG-LW': [
    'ECFMG: LoR Portal assistance for letter writers',
    'https://www.ecfmg.org/eras/letter-writers-portal-assistance.html',
  ],
  'ECFMG-FAQ': [
    'ECFMG: ERAS Support Services, applicant questions and answers',
    'https://www.ecfmg.org/eras/applicants-faq.html',
  ],
  'ECFMG-LOR': [
    'ECFMG: Letters of recommendation (ERAS 2015)',
    'http://www.ecfmg.org/eras/applicants-documents-lor.html',
  ],
  'ECFMG-EARLY': [
    'ECFMG: Submitting letters of recommendation early',
    'https://ecfmg.org/eras/applicants-submit-lors-early.html',
  ],
  FAIMER: ['Intealth: Supporting documents for ERAS', null],
  EFDO: [
    'ERAS Fellowship Documents Office: document submission',
    'https://www.erasfellowshipdocuments.org/Instructions/DocumentSubmission/DocumentSubmission',
  ],
  LIAISON: [
    'Liaison: ResidencyCAS Applicant Help Center, evaluations',
    'https://help.liaisonedu.com/ResidencyCAS_Applicant_Help_Center/Filling_Out_Your_ResidencyCAS_Application/Materials_Library/ResidencyCAS_Materials_Library',
  ],
  SAEM: [
    'SAEM RAMS: ResidencyCAS information 2025-26',
    'https://www.saem.org/about-saem/academies-interest-groups-affiliates2/rams/rams-resources/aeros-residencycas-infographics',
  ],
  CORD: ['CORD: Advising students committee (emergency medicine)', 'https://www.cordem.org/resources/ascem'],
  'CORD-SLOE': [
    'CORD: Standardized Letter of Evaluation, information for faculty',
    'https://cordem.org/resources/sloe',
  ],
  ESLOE: ['CORD: eSLOE submission guide', 'https://esloe.cordem.org/howto'],
  'AMA-EM': [
    'AMA: Emergency medicine’s new application',
    'https://www.ama-assn.org/medical-students/preparing-residency/how-emergency-medicine-s-new-application-could-affect-your',
  ],
  'AMA-SIGNAL': [
    'AMA: Four tips on program signals',
    'https://www.ama-assn.org/medical-students/preparing-residency/4-tips-residency-applicants-wisely-use-program-signals',
  ],
  'AMA-SIGNAL2': [
    'AMA: When program signals matter',
    'https://www.ama-assn.org/medical-students/preparing-residency/when-residency-program-signals-matter-and-when-they-probably',
  ],
  ACOG: [
    'ACOG/CREOG: Transition to residency',
    'https://www.acog.org/education-and-events/creog/transition-to-residency',
  ],
  'AOA-NEW': ['American Orthopaedic Association: electronic standardized letter (eSLOR), 2023', null],
  'AOA-OLD': [
    'American Orthopaedic Association: standardized letter, older page',
    'http://www.aoassn.org/aoaimis/AOANEW/Residents/Standardized_Letter_of_Recommendation/AOANEW/Residents/Standardized_Letter_of_Recommendation_Form.aspx?hkey=b2e7dd53-33d8-4e26-944e-48c664244905',
  ],
  AAIM: [
    'AAIM: Guidelines for the internal medicine structured evaluative letter',
    'https://www.im.org/resources/ume-gme-program-resources/resources-guidelines-im-sel',
  ],
  IMSEL: ['AAIM: Template of the internal medicine structured evaluative letter', null],
  PSCA: [
    'Plastic Surgery Central Application, paper in PubMed Central',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC10977544',
  ],
  ACAPS: [
    'American Council of Academic Plastic Surgeons: match questions',
    'https://acaplasticsurgeons.org/Resources/match-faq.cgi',
  ],
  AACPD: [
    'Anesthesiology program directors: Guide for residency applicants 2025-26',
    'https://saaapm.memberclicks.net/guide-for-residency-applicants-2025-2026',
  ],
  AAFP: [
    'AAFP: Requesting letters of recommendation',
    'https://www.aafp.org/students-residents/medical-students/become-a-resident/applying-to-residency/references.html',
  ],
  'AAFP-STROLL': ['AAFP: Strolling Through the Match, 2017', null],
  NRMP26: [
    'NRMP: Registration opens for the 2026 Main Residency Match',
    'https://www.nrmp.org/about/news/2025/05/program-and-institution-registration-opens-may-1-for-the-2026-main-residency-match',
  ],
  PRN26: [
    'NRMP: Press release on Match Week 2026',
    'https://www.prnewswire.com/news-releases/nrmp-anticipates-exciting-2026-match-week-as-residency-applicants-and-programs-prepare-for-match-day-302708601.html',
  ],
  'ACP-IMG': [
    'ACP: Reference letter outlines for international medical graduates',
    'https://www.acponline.org/about-acp/acp-global-engagement/practicing-in-the-us/international-medical-graduates-reference-letter-outlines',
  ],
};
