// Renders the packet of every letter writer of one applicant, from code.
// Run it with:  node examples/render-packets.mjs [applicant folder] [output folder]
import { mkdir, writeFile } from 'node:fs/promises';
import { formatDiagnostics, planLetters, renderPackets } from 'lor-packet';
import { defaultTypesetter, loadApplication, platformDeflate } from 'lor-packet/node';

const [folder = 'examples/img-internal-medicine', outDir = 'out/from-code'] = process.argv.slice(2);

// 1. Read the applicant's files. Problems are data: every one with its file, line and column.
const { application, diagnostics, sources, files } = await loadApplication(folder);
console.error(formatDiagnostics(diagnostics, { sources }));
if (!application) process.exit(1);

// 2. Plan: which letter goes where, what is due when, and what to mend.
const today = '2026-07-06';
const plan = planLetters(application, { today });
for (const { letter, daysLeft, programs } of plan.letters) {
  console.log(`${letter.id}: due ${letter.request.targetDate}, in ${daysLeft} days, for ${programs.length} programs`);
}

// 3. Render. Fonts are read once and shared by all packets; nothing is fetched from anywhere.
const typesetter = await defaultTypesetter();
await mkdir(outDir, { recursive: true });
const options = { today, typesetter, files, deflate: platformDeflate };
for await (const packet of renderPackets(application, options)) {
  const file = `${outDir}/${packet.letterId}.pdf`;
  await writeFile(file, packet.pdf);
  console.log(`${file}: ${packet.pages} pages`);
}
