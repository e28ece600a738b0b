export { findingsOf, WHO_ORDER } from './findings-of.js';
