// Puts a batch on the queue, one job for each shard, waits for all of them, and merges their manifests.
// usage: node build.mjs APPLICANTS OUT YYYY-MM-DD [SHARDS]
import { Queue, QueueEvents } from 'bullmq';
import { mergeManifests } from 'lor-packet/node';
import path from 'node:path';
import { connection, QUEUE } from './queue.mjs';

const [source, out, today, count = '16'] = process.argv.slice(2);
if (!source || !out || !today) {
  console.error('usage: node build.mjs APPLICANTS OUT YYYY-MM-DD [SHARDS]');
  process.exit(2);
}
const outDir = path.resolve(out);
const queue = new Queue(QUEUE, { connection });
const events = new QueueEvents(QUEUE, { connection });
await events.waitUntilReady();

const shards = Array.from({ length: Number(count) }, (_, index) => ({ index: index + 1, count: Number(count) }));
const jobs = await queue.addBulk(
  shards.map((shard) => ({
    name: 'shard',
    data: { source: path.resolve(source), outDir, today, shard },
    opts: { attempts: 3, removeOnComplete: true, removeOnFail: true },
  })),
);
const results = await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
const { manifest } = await mergeManifests(
  results.map((result) => result.manifest),
  path.join(outDir, 'manifest.json'),
);
for (const failure of results.flatMap((result) => result.failures)) console.error(failure);
const { packets, packetsFailed, applicants, applicantsFailed } = manifest.summary;
console.log(`${packets} packets of ${applicants} applicants, ${packetsFailed + applicantsFailed} failed`);

await events.close();
await queue.close();
process.exitCode = packetsFailed + applicantsFailed > 0 ? 1 : 0;
