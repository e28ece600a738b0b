/** ISO date on which the built-in tables were last compared with their sources. */
export const CHECKED_ON = '2026-11-23';
