import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDERS } from './builders.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
/** Real files of public test collections, beside the project; never part of it. */
const SHARED = join(ROOT, '../shared/images');
/** Photographs that come with npm packages, and the folders they are in. */
const PACKAGED: Record<string, string> = {
  exif: 'test',
  'exif-js': 'example',
  'exif-parser': 'test',
  'jpeg-exif': 'test',
};

export const hasShared = existsSync(SHARED);

export type CorpusFile = { name: string; read(): Promise<Uint8Array> };

/** Real files where there are any, the photographs that npm packages carry, and the fixtures of the project, in this order. */
export function corpusFiles(): CorpusFile[] {
  const built = BUILDERS.map(([name, make]) => ({ name: `fixture: ${name}`, read: make }));
  const packaged = Object.entries(PACKAGED).flatMap(([name, folder]) =>
    filesIn(join(ROOT, 'node_modules', name, folder), /\.(?:jpe?g|tiff?|png)$/i).map((file) => ({
      ...file,
      name: `${name}/${file.name}`,
    })),
  );
  return [...filesIn(SHARED), ...packaged, ...built];
}

function filesIn(folder: string, wanted = /(?<!\.(?:js|json|expected))$/): CorpusFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({
      name: path.slice(folder.length + 1),
      read: async () => new Uint8Array(readFileSync(path)),
    }));
}
