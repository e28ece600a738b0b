import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkFile } from './check-file.js';
import { checkWithQpdf } from './check-with-qpdf.js';
import type { Fault } from './faults.js';
import { FaultyFile } from './faulty-file.js';
import type { GatePacket } from './gate-packets.js';
import type { Problem } from './problem.js';
import { type Flavour, validate } from './verapdf.js';

/** What became of the faults. */
export interface FaultTrial {
  readonly tried: number;
  /** Faults that the check that should find them did not, and problems of the packet without any fault. */
  readonly missed: readonly string[];
}

/** True when a problem was found by the check, or by a test of the clause that it names. */
function isFoundBy({ check }: Problem, wanted: string): boolean {
  return check === wanted || check.startsWith(`${wanted}-`) || check.startsWith(`${wanted}.`);
}

/** A packet, and the faults to put into it. */
export interface FaultSample {
  readonly packet: GatePacket;
  readonly faults: readonly Fault[];
}

interface Injected {
  readonly name: string;
  /** The check that must find it; null for a packet without any fault. */
  readonly check: string | null;
  readonly problems: Problem[];
}

/**
 * Puts each fault into its packet, one at a time, and looks whether the gate finds it. The same packet written again
 * without a fault must pass, so that what is found is the fault and nothing else.
 */
export async function tryFaults(samples: readonly FaultSample[], folder: string, jar: string): Promise<FaultTrial> {
  const files = new Map<string, Injected>();
  for (const { packet, faults } of samples) {
    for (const fault of [null, ...faults]) {
      const faulty = await FaultyFile.open(packet.pdf);
      fault?.inject(faulty);
      const saved = await faulty.save();
      const bytes = fault?.damage?.(saved) ?? saved;
      const file = path.join(folder, `fault-${files.size}.pdf`);
      await writeFile(file, bytes);
      const problems = [...(await checkFile(bytes, packet)), ...(await checkWithQpdf(file))];
      files.set(file, { name: fault?.name ?? packet.name, check: fault?.check ?? null, problems });
    }
  }
  const check = async (flavour: Flavour): Promise<void> => {
    const wanted = [...files].filter(([, fault]) => fault.check === null || fault.check.startsWith(flavour));
    const verdicts = await validate(
      jar,
      flavour,
      wanted.map(([file]) => file),
    );
    for (const [file, { problems }] of verdicts) files.get(file)!.problems.push(...problems);
  };
  await Promise.all([check('ua1'), check('2a')]);
  const missed = [...files.values()].flatMap(({ name, check, problems }) => {
    const found = problems.map((problem) => `${problem.check}: ${problem.found}`).join('; ') || 'nothing';
    if (check === null) return problems.length > 0 ? [`${name} without a fault: ${found}`] : [];
    return problems.some((problem) => isFoundBy(problem, check)) ? [] : [`${name}: ${check} did not find it, ${found}`];
  });
  return { tried: files.size - samples.length, missed };
}
