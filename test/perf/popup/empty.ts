import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const SOURCE = join(import.meta.dirname, 'empty');

/** Builds the extension whose popup is Preact and one line of text into `folder`. */
export async function buildEmpty(folder: string): Promise<void> {
  await build({
    root: SOURCE,
    configFile: false,
    logLevel: 'silent',
    base: './',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: folder, rollupOptions: { input: join(SOURCE, 'popup.html') } },
  });
  await copyFile(join(SOURCE, 'manifest.json'), join(folder, 'manifest.json'));
}
