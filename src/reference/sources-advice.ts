import type { SourceRows } from './source-rows.js';

/** Pages of schools, programs, advisors, forums and studies. */
export const ADVICE_SOURCES: SourceRows = {
  EMADVISOR: [
    'EM Advisor: Letters of recommendation (2022)',
    'http://emadvisor.blogspot.com/p/applying-letters-of-recommendation.html',
  ],
  UMKC: [
    'UMKC: Emergency medicine residency, application information',
    'https://med.umkc.edu/em/residency-application-info/',
  ],
  UCI: [
    'UC Irvine: OB/GYN residency, application procedures',
    'https://medschool.uci.edu/education/department-programs/obgyn-residency-program/application-procedures',
  ],
  RESEXP: [
    'Residency Experts: What is the SEL for internal medicine',
    'https://residencyexperts.com/what-is-the-sel-for-internal-medicine/',
  ],
  DRALLYS: ['Dr. Allys: What is IM SEL', 'https://drallys.com/what-is-im-sel/'],
  INFORMA: [
    'Survey of anesthesiology program directors on letters, Medical Education Online 2021',
    'https://doi.org/10.1080/10872981.2021.1924599',
  ],
  'ENT-SLOR': [
    'Standardized letter and the otolaryngology match, paper in PubMed Central',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC4842134',
  ],
  'PMC-SLOR': [
    'Development of the otolaryngology standardized letter, paper in PubMed Central',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC3643334',
  ],
  JGME: [
    'A call to action for standardizing letters, JGME 2022',
    'https://meridian.allenpress.com/jgme/article/14/6/642/489265/A-Call-to-Action-for-Standardizing-Letters-of',
  ],
  UFDERM: [
    'University of Florida: Dermatology guidance 2023-24',
    'https://dermatology.med.ufl.edu/education/medical-student/update-to-2023-2024-application-cycle/',
  ],
  WAKE: [
    'Wake Forest: Urology residency, how to apply',
    'https://school.wakehealth.edu/education-and-training/residencies-and-fellowships/urology-residency/how-to-apply',
  ],
  THEDO: [
    'The DO: What future ophthalmologists need to know about the SF Match',
    'https://thedo.osteopathic.org/columns/what-future-ophthalmologists-need-to-know-about-the-sf-match/',
  ],
  EYES: [
    'Eyes On Eyecare: The SF Match ophthalmology application',
    'https://eyesoneyecare.com/resources/how-to-approach-the-sf-ophthalmology-residency-match-application/',
  ],
  USF: [
    'University of South Florida: Neurology residency, questions and answers',
    'https://health.usf.edu/medicine/neurology/residency/general-faq',
  ],
  ELMHURST: [
    'Icahn School of Medicine, Elmhurst: Psychiatry residency applications',
    'https://icahn.mssm.edu/education/residencies-fellowships/list/elmhurst-psychiatry-residency/applications',
  ],
  THALAMUS: [
    'Thalamus: Confessions of a program director, letters of recommendation',
    'https://thalamusgme.com/confessions-of-a-program-director-the-personal-statement/confessions-of-a-program-director-letters-of-recommendation',
  ],
  MLE: [
    'MLE Residency Tips: Importance of specialty-specific letters (2012)',
    'http://www.mleresidencytips.com/2012/07/importance-of-specialty-specific.html',
  ],
  'RA-CHAIR': [
    'Residency Advisor: Do I need a chair’s letter',
    'https://residencyadvisor.com/resources/residency-application-guide/do-i-need-a-chairs-letter-for-residency-specialty-specific-guidance',
  ],
  'RA-URO': [
    'Residency Advisor: Urology letters',
    'https://residencyadvisor.com/resources/lor-residency/urology-residency-guide-letters-of-recommendation',
  ],
  'RA-DERM': [
    'Residency Advisor: Dermatology letters',
    'https://residencyadvisor.com/resources/lor-residency/dermatology-residency-guide-letters-of-recommendation',
  ],
  'RA-ENT': [
    'Residency Advisor: ENT letters',
    'https://residencyadvisor.com/resources/lor-residency/ent-residency-letters-of-recommendation-guide',
  ],
  'RA-IMG': [
    'Residency Advisor: Letters for international medical graduates',
    'https://residencyadvisor.com/resources/lor-residency/img-residency-guide-letters-of-recommendation',
  ],
  'RA-BUSY': [
    'Residency Advisor: How to help a busy attending',
    'https://residencyadvisor.com/resources/lor-residency/how-to-help-a-busy-attending-write-you-a-powerful-specific-lor',
  ],
  'MEDIUM-SURG': [
    'The future surgeon’s guide to fourth year (Medium)',
    'https://medium.com/@alexthomas_30194/how-to-achieve-your-dream-residency-the-future-surgeons-guide-to-4th-year-b6e89952b422',
  ],
  'SDN-TY': [
    'Student Doctor Network: Letters specific to the desired field',
    'https://forums.studentdoctor.net/threads/lor-specific-to-desired-field.1219659/',
  ],
  UMARYLAND: [
    'University of Maryland: The application systems',
    'https://www.medschool.umaryland.edu/osa/residency-application-manual-/the-residency-application---application-systems/',
  ],
  'REDDIT-EM': ['Reddit: Thread on ResidencyCAS and SLOEs (2026)', null],
  QUANTA: ['QuantaPrep: ERAS 2027 guide', 'https://www.quantaprep.com/blog/eras-2026-guide'],
  'MEDEDITS-TL': [
    'MedEdits: The 2026-2027 residency application timeline',
    'https://mededits.com/mededits-blog/complete-guide-to-the-2026-2027-residency-application-timeline',
  ],
  MEDEDITS: [
    'MedEdits: Four residency match changes for 2027',
    'https://mededits.com/mededits-blog/4-residency-match-changes-you-need-to-know-for-2027',
  ],
  MSI: [
    'Med School Insiders: 2027 ERAS changes',
    'https://medschoolinsiders.com/medical-student/2027-eras-residency-application-changes',
  ],
  ISMMS27: [
    'Icahn School of Medicine: Application timeline, Match 2027',
    'https://ismms-md-program.gitbook.io/career-and-professional-development/prepare-for-residency-residency-application-resources/the-residency-application/application-timeline-regular-match-2027',
  ],
  'REDDIT-DATES': ['Reddit: Thread on application dates', null],
  INSIDER21: [
    'Insider Medical Admissions: Submission dates (2021)',
    'http://insidermedicaladmissions.blogspot.com/2021/08/eras-announces-candidates-can-submit.html',
  ],
  COVER2016: ['Dean’s office cover sheet for a letter request (2016)', null],
  CAMPBELL: ['Campbell University: GME career guidebook 2022-23, appendix II', null],
  'INSIDER-LOR': [
    'Insider Medical Admissions: The letter packet (2008)',
    'http://insidermedicaladmissions.blogspot.com/2008/07/tips-for-how-to-improve-content-of-your.html',
  ],
  'SDN-PACKET': [
    'Student Doctor Network: Letter of recommendation packet',
    'https://forums.studentdoctor.net/threads/letter-of-recommendation-packet.408910',
  ],
  'SDN-DRAFT': [
    'Student Doctor Network: Draft of a letter request',
    'https://forums.studentdoctor.net/threads/draft-a-letter.993899/latest',
  ],
  'SDN-EXP': [
    'Student Doctor Network: Experiences for ERAS',
    'https://forums.studentdoctor.net/threads/make-the-most-of-your-experiences-for-eras.1484409/',
  ],
  BCOM: [
    'Burrell College: Chair letter request',
    'https://bcomnm.org/academics/clinical-education-3rd-4th-year/chair-lor/',
  ],
  YALE: ['Yale: Recommendation letters', 'http://medicine.yale.edu/education/osa/advising/residency/recletters.aspx'],
  UPSTATE: [
    'SUNY Upstate: Letters of recommendation',
    'https://www.upstate.edu/com/students/career/applications-match/letters-of-recommendation.php',
  ],
  OUTULSA: [
    'University of Oklahoma, Tulsa: Letters of recommendation',
    'https://ou.edu/tulsa/community_medicine/currrent-students/current-students/guidetothematch/letters-of-recommendation-.html',
  ],
  UCSF: ['UCSF: Application and match procedures', 'http://meded.ucsf.edu/ume/application-and-match-procedures'],
  RESIDENTSMED: [
    'Residents Medical: Getting prepared for ERAS',
    'http://residentsmedical.com/articles/getting-prepared-for-eras',
  ],
  RESIDENTSMED2: [
    'Residents Medical: How to get the best letters',
    'https://residentsmedical.com/how-to-get-the-best-letters-of-recommendation/',
  ],
  INSIDE: [
    'Inside the Match: Letter of recommendation tips',
    'https://www.insidethematch.com/match-tips/letter-of-recommendation-tips-for-success',
  ],
  MATCHLAB: [
    'MatchLabMD: Securing strong letters',
    'https://matchlabmd.com/residency-preparation/how-to-secure-strong-letters-of-recommendation-without-feeling-awkward-asking',
  ],
  MEDCLERK: ['MedClerkships: Asking for a letter', 'https://medclerkships.com/asking-for-a-letter-of-recommendation/'],
  SLIDEUM: ['Slides: How to request letters of evaluation', null],
  CSU: ['Colorado State University: Letters of recommendation', 'https://hp.colostate.edu/letters-of-recommendation'],
  BARUCH: ['Baruch College: The brag sheet', 'https://blogs.baruch.cuny.edu/juliedinh/reference-tip-the-brag-sheet/'],
  LAUSD: [
    'Los Angeles Unified School District: Brag sheet',
    'https://tafths.lausd.org/apps/pages/index.jsp?uREC_ID=4351101&type=d&pREC_ID=2540976',
  ],
  LIBERTY: ['Liberty University: Slides for letter authors (2017)', null],
  MEDFOOLS: ['Medfools: Letters of recommendation', 'https://medfools.com/match/lettersofrec.php'],
  BONNEMA: ['Workshop: Writing letters of recommendation (Bonnema)', null],
  WVSOM: [
    'WVSOM: Letter of Recommendation Portal',
    'https://www.wvsom.edu/academics/do/gme/letter-of-recommendation-portal',
  ],
  SUBSTACK: [
    'Your Residency Advantage: How to upload letters',
    'https://yourresidencyadvantage.substack.com/p/how-to-properly-upload-letters-of',
  ],
  LEGALCLARITY: [
    'LegalClarity: The ERAS letter request form',
    'https://legalclarity.org/how-to-complete-and-send-the-eras-letter-request-form/',
  ],
  SEED: [
    'Blueprint: Guide for IMGs, letters of recommendation',
    'https://blog.blueprintprep.com/medical/guide-for-imgs-all-about-letters-of-recommendation-for-your-eras-application',
  ],
  MISSION: ['Mission Residency: Match strategy', 'http://missionresidency.com/match-strategy'],
  MATCHARES: ['Match A Resident: Application parts', 'https://blog.matcharesident.com/?p=513'],
  'MATCHARES-IMG': ['Match A Resident: IMG considerations', 'https://matcharesident.com/img-consideration'],
  ACMED: ['AmeriClerkships: Letter drafting', 'https://www.acmedical.org/services/letter-of-recommendation/drafting/'],
  MEDICOW: [
    'Medicowesome: Letters of recommendation (2016)',
    'http://www.medicowesome.com/2016/04/dr-thinker-letter-of-recommendation-lor.html',
  ],
  VISALAW: [
    'Siskind Susser: Qualifying for graduate medical training',
    'http://www.visalaw.com/abcs-immigration-qualifying-graduate-medical-training-united-states/',
  ],
  TWIKI: ['Encyclopedia article on the ECFMG', null],
  RESSUPPORT: ['Residency Support: ERAS changes of 2024', 'https://residencysupport.blogspot.com/2023/05'],
  ACCEPTED: ['Accepted: Experiences for ERAS', 'https://blog.accepted.com/make-the-most-of-your-experiences-for-eras/'],
  CLASSACT: ['Class Act: ERAS takes no CV', 'https://classacterasconsulting.com/?p=6584'],
  TOWSON: ['Towson University: FERPA and letters of recommendation', null],
  'FERPA-REC': ['A registrar’s page on FERPA and recommendations', null],
  UHD: ['University of Houston-Downtown: FERPA and recommendations', null],
  FEINBERG: [
    'Northwestern, Feinberg School of Medicine: Letters of recommendation without bias',
    'https://www.feinberg.northwestern.edu/md-education/learning-environment/letters-of-recommendation.html',
  ],
  'PMC-BIAS': ['Study of wording in letters, PubMed Central', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8207902'],
  MEDEDPORTAL: ['MedEdPORTAL: Workshop on bias in letters', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC11224141'],
  'SURG-AGENTIC': ['Study of agentic terms in surgery letters', null],
  AIPRESS: ['AI Press: Faculty and AI in letters', 'https://aipressa.com/?p=15884'],
  'INSIDER-AI': [
    'Insider Medical Admissions: AI in letters (2026)',
    'https://insidermedicaladmissions.blogspot.com/2026/02',
  ],
};
