export { writePageSvg, type SvgOptions } from './write-page-svg.js';
