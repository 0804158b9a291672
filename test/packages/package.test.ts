import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension, ROOT } from '../browser/harness/build.ts';
import { unzip } from '../tools/unzip.ts';
import { differences, filesUnder, run } from './help.ts';

let folder = '';
let packed: Map<string, Buffer>;
let sources: Map<string, Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-packages-'));
  await run(process.execPath, [join(ROOT, 'test/tools/zip-into.ts'), folder], ROOT);
  const zips = await readdir(folder);
  const zipNamed = (end: string) => join(folder, zips.find((name) => name.endsWith(end)) ?? end);
  packed = await unzip(zipNamed('-firefox.zip'));
  sources = await unzip(zipNamed('-sources.zip'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the Firefox package', () => {
  it('is the build that the other tests are run on', async () => {
    expect(differences(packed, await filesUnder(builtExtension('firefox')))).toEqual([]);
  });

  it('is built anew from its sources, byte for byte, as the store does it', async () => {
    const elsewhere = join(folder, 'unpacked');
    for (const [path, content] of sources) {
      await mkdir(dirname(join(elsewhere, path)), { recursive: true });
      await writeFile(join(elsewhere, path), content);
    }
    // What `npm ci` would put there; the lock file is in the sources, and fetching it all again proves nothing more.
    await symlink(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    await run('npm', ['run', 'build-for-amo'], elsewhere);
    const rebuilt = await filesUnder(join(elsewhere, '.output/firefox-mv3'));
    expect(rebuilt.size).toBeGreaterThan(10);
    expect(differences(rebuilt, packed)).toEqual([]);
  });

  it('holds what is run and shown, and nothing of how it is made', () => {
    const shown = ['css', 'html', 'js', 'json', 'jpg', 'png', 'svg'];
    const others = [...packed.keys()].filter((path) => !shown.includes(path.split('.').at(-1) ?? ''));
    expect(others).toEqual([]);
    expect([...packed.keys()].filter((path) => /^(test|lib|rules|node_modules)\//.test(path))).toEqual([]);
  });

  it('comes with sources that hold nothing but the project', () => {
    const tops = new Set([...sources.keys()].map((path) => path.split('/')[0]));
    for (const top of ['.output', '.wxt', '.git', 'node_modules']) expect(tops).not.toContain(top);
    for (const top of ['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md', 'LICENSE', 'lib'])
      expect(tops).toContain(top);
  });
});
