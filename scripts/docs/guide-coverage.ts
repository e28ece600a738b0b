import type { GuidePart } from './covered-advice.js';
import { ASKING } from './guide-asking.js';
import { BASICS } from './guide-basics.js';
import { KINDS } from './guide-kinds.js';
import { SENDING_AND_AFTER } from './guide-sending.js';

/** Every piece of advice of the guide, in its order, with what carries it here. */
export const GUIDE_COVERAGE: readonly GuidePart[] = [...BASICS, ...KINDS, ...ASKING, ...SENDING_AND_AFTER];
