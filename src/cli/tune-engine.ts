import v8 from 'node:v8';

/**
 * Bytecodes (in V8's count) that a function runs before it is compiled for speed; V8's own number is 132 thousand. In
 * a command that lives for a second, that compiling takes a third of all processor time and is hardly ever paid back;
 * in a batch the functions that matter reach this number within a few packets.
 */
const BUDGET = 1_000_000;
/** The V8 of Node 20: later ones count calls instead, and complain of the option. */
const WITH_BUDGET = '11.';

/** Sets the engine up for a short life: it compiles late, where that can be told. */
export function tuneEngine(): void {
  if (process.versions.v8.startsWith(WITH_BUDGET)) v8.setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
