// Starts a Redis on a free port of this machine and two workers, builds a batch through them, and checks the result.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'lor-packet-queue-'));
const applicants = path.join(work, 'applicants');
cpSync(path.resolve(process.argv[2] ?? path.join(here, '..')), applicants, {
  recursive: true,
  filter: (file) => !file.includes('node_modules'),
});
const out = path.join(work, 'out');
const children = [];

let said = '';
function start(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: here,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  children.push(child);
  child.on('error', (error) => console.error(`${command}: ${error.message}`));
  return child;
}

const ended = (child) => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const REDIS_URL = `redis://127.0.0.1:${port}`;
let holds;
try {
  const only = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'warning', '--dir', work];
  start('redis-server', ['--port', String(port), ...only]);
  const workers = [1, 2].map(() => start(process.execPath, ['worker.mjs'], { REDIS_URL }));
  const build = () => ended(start(process.execPath, ['build.mjs', applicants, out, '2026-07-06', '3'], { REDIS_URL }));
  const first = await build();
  const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
  const files = manifest.applicants.flatMap(({ packets }) => packets.map(({ file }) => path.join(out, file)));
  const missing = files.filter((file) => !existsSync(file));
  const again = await build();
  // An applicant who cannot be read fails the batch, with the reason, and costs no other packet.
  const [broken] = readdirSync(applicants).filter((name) =>
    existsSync(path.join(applicants, name, 'application.yaml')),
  );
  writeFileSync(path.join(applicants, broken, 'application.yaml'), 'season: "');
  const failed = await build();
  const { applicantsFailed } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')).summary;
  const isTold = failed === 1 && applicantsFailed === 1 && said.includes('input/');
  for (const worker of workers) worker.kill('SIGTERM');
  const stopped = await Promise.all(workers.map(ended));
  holds = first === 0 && again === 0 && files.length > 0 && missing.length === 0 && stopped.every((own) => own === 0);
  holds &&= isTold;
  console.log(
    `${files.length} packets through the queue, ${missing.length} missing, ${applicantsFailed} broken applicant told; workers ended with ${stopped.join(', ')}`,
  );
} finally {
  for (const child of children) child.kill('SIGTERM');
  rmSync(work, { recursive: true, force: true });
}
process.exit(holds ? 0 : 1);
