import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Script = { path: string; bytes: number };

/**
 * The scripts that a page of the built extension in `folder` cannot start without: those its HTML names, and what they import. Parts that
 * are loaded when they are asked for (`import()`) are not among them.
 */
export function scriptsOf(folder: string, page: string): Script[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const named = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => join('/', src));
  const seen = new Map<string, number>();
  for (const open = named; open.length > 0; ) {
    const path = open.pop() ?? '';
    if (seen.has(path)) continue;
    const code = readFileSync(join(folder, path), 'utf8');
    seen.set(path, Buffer.byteLength(code));
    open.push(...importsOf(code).map((each) => join(dirname(path), each)));
  }
  return [...seen].map(([path, bytes]) => ({ path, bytes }));
}

/** What a minified module names in its `import` statements: `import{a}from"./b.js"` and `import"./b.js"`, not `import("./b.js")`. */
function importsOf(code: string): string[] {
  const statements = code.matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g);
  return [...statements].map(([, path = '']) => path);
}
