/**
 * This package as built and shipped: the whole way from an application to bytes (plan, brief, template, Markdown,
 * layout, file) with everything on: optimal lines, hyphens, kerning, tags, PDF/UA and PDF/A.
 */
import { planLetters, renderPacket } from '../../dist/index.js';
import { defaultTypesetter, platformDeflate } from '../../dist/node.js';
import { packetOf } from '../variant.mjs';

let typesetter;
/** Milliseconds in the text stage and in deflate since the last packet: what a packet cannot do without. */
const spent = { text: 0, deflate: 0 };

function clocked(part, call) {
  return (...values) => {
    const start = performance.now();
    const result = call(...values);
    spent[part] += performance.now() - start;
    return result;
  };
}

let deflate = platformDeflate;
let plan;
let planOf;

export async function setup({ clock }) {
  typesetter = await defaultTypesetter();
  if (!clock) return;
  deflate = clocked('deflate', platformDeflate);
  typesetter = {
    ...typesetter,
    measure: clocked('text', typesetter.measure),
    minMeasure: clocked('text', typesetter.minMeasure),
    breakLines: clocked('text', typesetter.breakLines),
  };
}

/** The application and letter of a packet, as a caller has them in hand. */
export function prepare(input, index) {
  return { ...input, ...packetOf(input, index) };
}

export async function render({ application, applicant, letter, today, template }) {
  Object.assign(spent, { text: 0, deflate: 0 });
  // As writePackets does: one plan for all letters of an applicant, made with the first one's packet.
  if (plan === undefined || planOf !== applicant) plan = planLetters(application, { today });
  planOf = applicant;
  const { pdf, pages } = await renderPacket(application, letter, { today, typesetter, template, deflate, plan });
  return { bytes: pdf, pages, spent: { ...spent } };
}
