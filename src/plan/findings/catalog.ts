export { FINDINGS, type FindingCode, type FindingMeaning } from '../../diagnostics/index.js';
