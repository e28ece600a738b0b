/** What can be attached to a packet: its facts as JSON, or the files that it shows. */
export const ATTACHABLE = ['application-json', 'originals'] as const;
export type Attachable = (typeof ATTACHABLE)[number];
