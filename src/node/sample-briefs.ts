import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Brief } from '../schema/brief.js';
import { sampleBrief } from '../schema/sample-brief.js';
import { packageFolder } from './package-folder.js';

const FILE = 'briefs.json';

/**
 * Briefs to try a template with, by name: those of invented applicants, one with something in every field, and one with
 * as little as there can be.
 */
export async function loadSampleBriefs(): Promise<Readonly<Record<string, Brief>>> {
  const text = await readFile(path.join(packageFolder('samples', FILE), FILE), 'utf8');
  const invented = JSON.parse(text) as Record<string, Brief>;
  return { ...invented, everything: sampleBrief('everything'), nothing: sampleBrief('nothing') };
}
