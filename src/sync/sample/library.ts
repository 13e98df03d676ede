import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageUrl } from '../../package-root.ts';

/** The notes of the sample content, and the pictures that they show. */
export const sampleFolder = fileURLToPath(packageUrl('sample'));

/** Marks the reviews of the sample content, so that a first start that was cut off is completed by the next one. */
export const sourcePrefix = 'sample:';

/** What notes cannot say: each as it is posted. */
export interface SampleLibrary {
  categories: object[];
  papers: { title: string }[];
  redirects: object[];
}

/** Reads `sample/library.yaml`. YAML is loaded on demand: most starts read none. */
export async function readSampleLibrary(): Promise<SampleLibrary> {
  const { parse } = await import('yaml');
  return parse(await readFile(join(sampleFolder, 'library.yaml'), 'utf8')) as SampleLibrary;
}
