import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyFonts } from './copy-fonts.js';
import { embedTemplateNames, embedTemplates, embedTexts, readTemplates, readTexts } from './embed-templates.js';
import { listFiles, syncFolder, writeIfChanged } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes what the sources and the built package need beside the code: the generated source and the folders
 * `dist/fonts`, `dist/templates` and `dist/texts`. Running it again changes nothing, so it runs before the build and at the start of
 * every test run.
 */
export function writeAssets(): void {
  const templates = path.join(ROOT, 'templates');
  const folders = readTemplates(templates);
  writeIfChanged(path.join(ROOT, 'src/template/builtin.generated.ts'), embedTemplates(folders));
  writeIfChanged(path.join(ROOT, 'src/template/builtin-names.generated.ts'), embedTemplateNames(folders));
  const texts = readTexts(path.join(ROOT, 'texts'));
  writeIfChanged(path.join(ROOT, 'src/node/outputs/builtin-texts.generated.ts'), embedTexts(texts));
  syncFolder(path.join(ROOT, 'dist/texts'), texts);
  copyFonts(path.join(ROOT, 'dist/fonts'));
  const copies = listFiles(templates).map((name) => [name, readFileSync(path.join(templates, name))] as const);
  syncFolder(path.join(ROOT, 'dist/templates'), new Map(copies));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) writeAssets();
