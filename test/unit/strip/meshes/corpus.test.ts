import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFbx } from '../../../fixtures/fbx/nodes.ts';
import { stripped } from '../oracles.ts';

const SHARED = new URL('../../../../../shared/images', import.meta.url).pathname;
const has = existsSync(SHARED);
if (!has) console.warn(`SKIPPED: no collection of real FBX, OBJ, MTL and 3MF files at ${SHARED}.`);

const FILES: [name: string, path: string][] = (
  has ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' }) : []
)
  .filter((path) => /\.(?:fbx|obj|mtl|3mf)$/i.test(path))
  .toSorted()
  .map((path) => [path, join(SHARED, path)]);

/** Made of noise to break readers: no format at all. */
const NOISE = /mtl_fuzz/;
const PRIVATE =
  /(?:[A-Z]:\\|\/Users\/|\/home\/|Blender \(|Blender v|Created |foobar|guruware|Consortium|netfabb)/;

describe.runIf(has)('real models', () => {
  test.each(FILES)('%s', async (name, path) => {
    const original = new Uint8Array(readFileSync(path));
    const clean = await stripped(original);
    if (NOISE.test(name)) return expect(clean).toMatchObject({ format: 'unknown', bytes: original });
    expect(clean).toMatchObject({ status: 'stripped', problems: [] });
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toMatch(PRIVATE);
    expect(geometry(name, clean.bytes)).toEqual(geometry(name, original));
    expect(await stripped(clean.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: clean.bytes });
  });
});

/** The numbers that a viewer draws from. */
function geometry(name: string, bytes: Uint8Array): unknown {
  if (name.endsWith('.fbx')) return drawn(bytes);
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  return name.endsWith('.obj') ? lines.filter((line) => /^[vflps]/.test(line)) : [];
}

/** Objects, what ties them together, and of their properties the names, types and numbers. */
function drawn(bytes: Uint8Array): unknown {
  const needed =
    /\/(?:Geometry|Model|Material|Deformer|Animation\w+|C)$|\/(?:Geometry|Deformer|AnimationCurve)\/|\/P$/;
  return readFbx(bytes)
    .filter(({ path }) => needed.test(path))
    .map(({ path, values }) =>
      path.endsWith('/P')
        ? [path, ...values.slice(0, 4), typeof values[4] === 'number' && values[4]]
        : [path, values],
    );
}
