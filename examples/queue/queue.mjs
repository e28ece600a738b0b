/** Where Redis is: `REDIS_URL`, by default on this machine. */
const url = new URL(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');

// BullMQ waits for a lost connection itself and must not be told after some tries.
export const connection = { host: url.hostname, port: Number(url.port || 6379), maxRetriesPerRequest: null };
export const QUEUE = 'lor-packets';
