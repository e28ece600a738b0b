// A batch worker that keeps to the protocol of src/node/batch/worker.ts and treats letters as their names say.
import { setTimeout as wait } from 'node:timers/promises';
const hoard = [];

function fill(megabytes) {
  for (let made = 0; made < megabytes; made += 1) {
    hoard.push(Array.from({ length: 12_000 }, (_, index) => ({ index, made, text: `${index}-${made}` })));
  }
}

async function treat(name) {
  if (name === 'endless') for (;;) Math.hypot(1, 2);
  if (name.startsWith('slow')) await wait(800);
  if (name === 'waiting') await new Promise(() => undefined);
  if (name === 'greedy') fill(Infinity);
  if (name === 'exiting') process.exit(3);
  if (name.startsWith('hoarding')) fill(12);
}

export async function run(task) {
  if (task.kind === 'read') return treat(task.source.name);
  const { port, letters } = task;
  let owed = 0;
  let wake;
  port.on('message', () => {
    owed -= 1;
    wake?.();
  });
  for (const letterId of letters) {
    port.postMessage({ kind: 'begin', letterId });
    await treat(letterId);
    owed += 1;
    const packet = { pdf: new Uint8Array(1), pages: 1, conformance: { pdfUa: null, pdfA: null, reasons: [] } };
    port.postMessage({ kind: 'letter', rendered: { letterId, packet, diagnostics: [], seconds: 0 } });
    while (owed > 1) await new Promise((resolve) => (wake = resolve));
  }
  port.close();
}
