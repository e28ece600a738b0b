export type { AppendixResult } from './appendices.js';
export { briefWriter } from './brief-writer.js';
