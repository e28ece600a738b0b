export { briefWriter } from './brief-writer.js';
