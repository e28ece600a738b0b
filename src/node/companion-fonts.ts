import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FontSource } from '../text/index.js';

/**
 * Packages with fonts for Chinese, Japanese and Korean, which are too large to come along. An installed one is used by
 * itself: `npm install @expo-google-fonts/noto-sans-sc`. In this order they stand in for a missing character.
 */
const COMPANIONS = [
  { package: '@expo-google-fonts/noto-sans-sc', family: 'Noto Sans SC', stem: 'NotoSansSC' },
  { package: '@expo-google-fonts/noto-sans-tc', family: 'Noto Sans TC', stem: 'NotoSansTC' },
  { package: '@expo-google-fonts/noto-sans-jp', family: 'Noto Sans JP', stem: 'NotoSansJP' },
  { package: '@expo-google-fonts/noto-sans-kr', family: 'Noto Sans KR', stem: 'NotoSansKR' },
] as const;

const FACES = [
  { directory: '400Regular', weight: 400 },
  { directory: '700Bold', weight: 700 },
] as const;

/**
 * The regular and bold faces of the companion packages that are installed beside this package or in the working
 * directory's project. A face that is not where these packages keep it counts as not installed.
 *
 * @param bases - files from which packages are looked up
 */
export async function companionFonts(
  bases: readonly string[] = [import.meta.url, path.join(process.cwd(), 'package.json')],
): Promise<FontSource[]> {
  const found = await Promise.all(
    COMPANIONS.map(async ({ package: name, family, stem }) => {
      const folder = packageFolderOf(name, bases);
      if (folder === undefined) return [];
      const faces = FACES.map(async ({ directory, weight }): Promise<FontSource[]> => {
        const file = path.join(folder, directory, `${stem}_${directory}.ttf`);
        const bytes = await readFile(file).catch(() => undefined);
        if (bytes === undefined) return [];
        const { buffer, byteOffset, length } = bytes;
        return [{ family, weight, style: 'normal', bytes: new Uint8Array(buffer, byteOffset, length), origin: file }];
      });
      return (await Promise.all(faces)).flat();
    }),
  );
  return found.flat();
}

function packageFolderOf(name: string, bases: readonly string[]): string | undefined {
  for (const base of bases) {
    const require = createRequire(base);
    // Looking for what is not there costs Node a millisecond each time; a resolver of another kind is asked all the same.
    const places = process.versions.pnp === undefined ? require.resolve.paths(name) : null;
    if (places && !places.some((place) => existsSync(path.join(place, name)))) continue;
    try {
      return path.dirname(require.resolve(`${name}/package.json`));
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}
