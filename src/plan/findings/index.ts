export { findingsOf, WHO_HEADINGS, WHO_ORDER } from './findings-of.js';
