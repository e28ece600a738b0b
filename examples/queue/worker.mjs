// A worker of a BullMQ queue: each job is one shard of a batch. Run as many as there are machines.
import { Worker } from 'bullmq';
import { buildBatch } from 'lor-packet/node';
import { connection, QUEUE } from './queue.mjs';

async function buildShard(job) {
  const { source, outDir, today, shard } = job.data;
  const onProgress = ({ applicants, applicantsDone }) => void job.updateProgress({ applicants, applicantsDone });
  const failures = [];
  for await (const result of buildBatch(source, { outDir, today, shard, jobs: 1, onProgress })) {
    for (const { severity, code, message } of result.diagnostics ?? []) {
      if (severity === 'error') failures.push(`${code} ${message}`);
    }
    if (result.kind === 'summary') {
      const { made, unchanged, manifest } = result;
      return { made, unchanged, failures, manifest: manifest.json };
    }
  }
}

// A shard that was cut off by a crash is taken up again by another worker: what is there is not made again.
const worker = new Worker(QUEUE, buildShard, { connection, concurrency: Number(process.env.CONCURRENCY ?? 1) });
worker.on('failed', (job, error) => console.error(`shard ${job?.data.shard.index}: ${error.message}`));

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.close());
