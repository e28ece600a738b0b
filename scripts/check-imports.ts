import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkImports } from './import-rules.js';
import { listFiles } from './sync-files.js';

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../src', import.meta.url)));
const names = listFiles(folder).filter((name) => name.endsWith('.ts'));
const problems = checkImports(new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])));

for (const problem of problems) console.error(`src/${problem}`);
console.log(`imports: ${names.length} files, ${problems.length} problems`);
if (problems.length > 0 || names.length === 0) process.exitCode = 1;
