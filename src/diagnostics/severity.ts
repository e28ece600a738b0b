/** How much a diagnostic matters: an `error` stops what it concerns, a `warning` and an `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** Who can mend what a finding is about; what the letter writer must do, the applicant asks for. */
export type Who = 'applicant' | 'advisor' | 'writer';
