import v8 from 'node:v8';

/**
 * When a function that runs again and again is compiled for speed: after so many bytecodes (V8 11, in Node 20; its own
 * number is 132 thousand), or so many calls and turns of a loop (later ones, in Node 22 and after; their own numbers are
 * 3000 and 500 to 800). In a command that lives for a second, that compiling takes up to a third of all processor time
 * and is hardly ever paid back; in a batch the functions that matter reach these numbers within a few packets.
 */
const LATER = ['--invocation-count-for-turbofan=20000', '--invocation-count-for-osr=4000'];
/**
 * Memory is looked through for what can go when it has tripled, not grown by half, and what is new has room from the
 * start: in a batch, that takes a sixth off all processor time, and memory stays far within the limits of workers.
 */
const ROOM = ['--heap-growing-percent=200', '--min-semi-space-size=16'];
/**
 * New objects always begin where what is new is kept. V8 learns at which places of the code objects lived for long, and
 * makes later ones of these places among the old at once, where they stay until all memory is looked through; but those of
 * a packet live for just as long as the packet, and 2 MB of each packet stayed for that reason. Without it, memory is
 * looked through half as often; a function made anew by each call of another, whose compiled code goes when that happens
 * between two calls, is compiled half as often, too.
 */
const NEW_AMONG_NEW = ['--no-allocation-site-pretenuring'];
const MEMORY = [...ROOM, ...NEW_AMONG_NEW];
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=1000000', ...MEMORY],
  12: [...LATER, ...MEMORY],
  13: [...LATER, ...MEMORY],
  14: [...LATER, ...MEMORY],
};

/** Sets the engine up for a short life. One that does not know an option complains of it, so others are left alone. */
export function tuneEngine(): void {
  for (const flag of FLAGS[engine()] ?? []) v8.setFlagsFromString(flag);
}

/**
 * Sets the engine up for as many workers as there are cores: what is new in the memory of one is looked through by its
 * own thread alone. With a core to spare, others that help are a gain; without, they take their time from another worker.
 */
export function leaveCoresToWorkers(): void {
  if (FLAGS[engine()]) v8.setFlagsFromString('--no-parallel-scavenge');
}

function engine(): string {
  return process.versions.v8.split('.', 1)[0] ?? '';
}
