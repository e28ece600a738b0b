/**
 * One contestant in a process of its own, so that neither its memory nor its compiled code mixes with another's. The
 * harness sends one packet at a time; only the work on it is timed. Arguments: name, setup as JSON.
 */
import { readFileSync } from 'node:fs';

const [name, setup] = process.argv.slice(2);
const contestant = await import(`./contestants/${name}.mjs`);
await contestant.setup(JSON.parse(setup));
const inputs = new Map();

function read(file) {
  if (!inputs.has(file)) inputs.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return inputs.get(file);
}

async function renderOne({ file, variant }) {
  const input = contestant.prepare ? contestant.prepare(read(file), variant) : JSON.parse(readFileSync(file, 'utf8'));
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { bytes, pages, spent } = await contestant.render(input);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  contestant.between?.();
  const peakKb = process.resourceUsage().maxRSS;
  return {
    ms,
    cpuMs: (user + system) / 1000,
    pages,
    kb: bytes.length / 1000,
    peakMb: peakKb / 1024,
    ...(spent ? { spent } : {}),
  };
}

async function answer(request) {
  if (request.type === 'render') return renderOne(request);
  if (request.type === 'memory') {
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rssMb: rss / 2 ** 20, heapMb: (heapUsed + external) / 2 ** 20 };
  }
  throw new Error(`unknown request ${request.type}`);
}

process.on('message', (request) => {
  answer(request).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send({ result: 'ready' });
