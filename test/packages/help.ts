import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

/** Runs a command as somebody would who packs for a store: without the test runner's own environment. */
export async function run(command: string, args: string[], cwd: string): Promise<void> {
  const { VITEST: _, ...env } = process.env;
  await promisify(execFile)(command, args, { cwd, env: { ...env, NODE_ENV: 'production' } });
}

/** Every file under a folder, by its path with forward slashes. */
export async function filesUnder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = async (path: string) =>
    [relative(folder, path).split(sep).join('/'), await readFile(path)] as const;
  return new Map(await Promise.all(paths.map(read)));
}

/** Paths of what is not the same, byte by byte, in both: missing, more, or other. */
export function differences(one: Map<string, Buffer>, other: Map<string, Buffer>): string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort();
  return paths.filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.of()));
}
