export { parseApplication, statementFiles, type ParsedApplication, type ParseOptions } from './parse-application.js';
