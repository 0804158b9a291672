// glTF 2.0 as JSON (Khronos Group, ISO/IEC 12113, section 3)
import { latin1 } from '../bytes.ts';
import { type Container, hopeless, rewrite, type Step, type StripInner } from '../container.ts';
import { Misfit } from '../misfit.ts';
import type { StripOptions } from '../types.ts';
import { cleanDocument } from './document.ts';
import { shapeOf } from './shapes.ts';

export const gltf: Container = { format: 'gltf', recognize, walk };

/** JSON that begins with a property that only glTF has there, or extras. */
function recognize(head: Uint8Array): boolean {
  const [, key] = /^(?:\xef\xbb\xbf)?\s*\{\s*"(\w+)"\s*:/.exec(latin1(head)) ?? [];
  return key !== undefined && (shapeOf('gltf').has(key) || key === 'extensions' || key === 'extras');
}

/** Reads the file whole, since it is all description. */
async function* walk(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  try {
    const document = await cleanDocument(file, options, inner);
    if ('problem' in document) return yield document;
    const { json, findings, problems } = document;
    yield* problems;
    yield rewrite(
      0,
      file.size,
      () => json,
      () => findings,
    );
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    yield hopeless(error.problem);
  }
}
