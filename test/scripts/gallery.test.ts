import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { galleryDigest, galleryPage, galleryPictures } from '../../scripts/gallery.js';

it('the gallery shows the packets as they are; run "npm run gallery" when it does not', async () => {
  const pictures = await galleryPictures();
  expect(readFileSync('docs/gallery/pages.json', 'utf8')).toBe(galleryDigest(pictures));
  expect(readFileSync('docs/gallery/README.md', 'utf8')).toBe(galleryPage(pictures));
  for (const { name } of pictures) expect(existsSync(`docs/gallery/${name}.png`)).toBe(true);
});
