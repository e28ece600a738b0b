import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultTypesetter, loadApplication } from '../src/node/index.js';
import { layOutPacket } from '../src/packet.js';
import { writePageSvg } from '../src/svg/index.js';
import { BUILTIN_TEMPLATES } from '../src/template/builtin.generated.js';
import { openBrowser } from '../test/support/chromium.js';
import { listFiles, writeIfChanged } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = path.join(ROOT, 'docs/gallery');
const TODAY = '2026-07-06';

/** The two applicants that every template is shown with: an IMG's attending, and a committee's form. */
const SHOWN = [
  { name: 'attending', folder: 'examples/img-internal-medicine', letter: 'ostrander-internal-medicine' },
  { name: 'committee', folder: 'test/fixtures/applicants/emergency-medicine', letter: 'group-sloe' },
] as const;
/** Pages in a picture, and in a row of it. */
const PAGES = 8;
const ROW = 4;
/** Width of a page in pixels. */
const PAGE_WIDTH = 260;

/** One picture: its file without the ending, and the pages that it shows. */
export interface GalleryPicture {
  readonly name: string;
  readonly template: string;
  readonly pages: readonly string[];
  readonly count: number;
}

/** Every template with both applicants, as SVG pages. */
export async function galleryPictures(): Promise<readonly GalleryPicture[]> {
  const typesetter = await defaultTypesetter();
  const pictures: GalleryPicture[] = [];
  for (const [template, source] of Object.entries(BUILTIN_TEMPLATES)) {
    for (const { name, folder, letter } of SHOWN) {
      const { application, files } = await loadApplication(path.join(ROOT, folder));
      if (!application) throw new Error(`${folder} cannot be read`);
      const { pages } = await layOutPacket(application, letter, { today: TODAY, typesetter, template: source, files });
      const shown = pages.slice(0, PAGES).map((page) => writePageSvg(page));
      pictures.push({ name: `${template}-${name}`, template, pages: shown, count: pages.length });
    }
  }
  return pictures;
}

/** What the committed pictures were made from, by name: a test compares it with what would be made now. */
export function galleryDigest(pictures: readonly GalleryPicture[]): string {
  const rows = pictures.map(({ name, pages }) => [name, createHash('sha256').update(pages.join('\n')).digest('hex')]);
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`;
}

/** docs/gallery/README.md */
export function galleryPage(pictures: readonly GalleryPicture[]): string {
  const parts = Object.entries(BUILTIN_TEMPLATES).map(([template, { manifest }]) => {
    const own = pictures.filter((picture) => picture.template === template);
    const shown = own.map(({ name, pages, count }) => {
      const text = `Pages 1 to ${pages.length} of ${count}, template ${template}, ${name.slice(template.length + 1)} letter`;
      return `![${text}](${name}.png)\n\n*${text}.*`;
    });
    return [`## ${template}`, manifest.description ?? '', ...shown].join('\n\n');
  });
  const intro =
    'Every built-in template with two invented applicants. Made by `npm run gallery`; see [templates](../templates.md).';
  return `${['# Gallery', intro, ...parts].join('\n\n')}\n`;
}

async function writeGallery(): Promise<void> {
  const pictures = await galleryPictures();
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const { name, pages } of pictures) {
      const columns = Math.min(ROW, pages.length);
      await page.setViewportSize({ width: columns * (PAGE_WIDTH + 12) + 12, height: 400 });
      const style = `body{margin:0;padding:6px;background:#8a8f96;display:flex;flex-wrap:wrap}svg{width:${PAGE_WIDTH}px;height:auto;margin:6px;background:#fff}`;
      await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${pages.join('')}`);
      const shot = await page.screenshot({ fullPage: true });
      writeIfChanged(path.join(FOLDER, `${name}.png`), shot);
    }
  } finally {
    await browser.close();
  }
  writeIfChanged(path.join(FOLDER, 'pages.json'), galleryDigest(pictures));
  writeIfChanged(path.join(FOLDER, 'README.md'), galleryPage(pictures));
  const kept = new Set(['README.md', 'pages.json', ...pictures.map(({ name }) => `${name}.png`)]);
  for (const file of listFiles(FOLDER)) if (!kept.has(file)) rmSync(path.join(FOLDER, file));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writeGallery();
