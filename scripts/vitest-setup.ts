import { writeAssets } from './write-assets.js';
import { writeSchemas } from './write-schemas.js';

/** Runs once before the tests: they read fonts, templates and schemas where the package has them. */
export function setup(): void {
  writeAssets();
  writeSchemas();
}
