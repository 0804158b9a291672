import { readBytes } from '../bytes.ts';
import { blank, keep, type Part, rewrite } from '../container.ts';
import { readDataUri, writeDataUri } from '../data-uri.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { rebuild } from '../rebuild.ts';
import { say } from '../sentences.ts';
import { size } from '../words.ts';
import { rangesOf } from './accessors.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { numberOf, objects } from './values.ts';

/** A range of a buffer that the model needs. `fresh` stands in for it, as long as it is. */
export type Claim = { start: number; end: number; fresh?: Blob };

/** One buffer: what it holds, if that is in the file, and which parts of it are needed. */
export type Buffer = { content?: Blob; claims: Claim[] };

const BUFFER_TYPE = 'application/octet-stream';
/** Extensions by which a view has its data in another place. */
const COMPRESSED = ['EXT_meshopt_compression', 'KHR_meshopt_compression'];

/** The buffers of a description. `bin`: the one that stands beside it in the file. Throws when the code of a data: URI is broken. */
export function buffersOf(gltf: JsonObject, bin?: Blob): Buffer[] {
  return objects(gltf.buffers).map(({ uri, byteLength }, i) => {
    const data = typeof uri === 'string' ? readDataUri(uri) : null;
    if (!data && /^data:/i.test(String(uri))) throw new Misfit(say('inner_code'));
    const content = data ? new Blob([data.bytes]) : i === 0 && uri === undefined ? bin : undefined;
    if (content && !(numberOf(byteLength) <= content.size)) throw new Misfit(BAD_LENGTHS);
    return { content, claims: [] };
  });
}

/** Notes what the views in use need. Throws `Misfit` when that is not there. */
export function claimViews(gltf: JsonObject, buffers: readonly Buffer[]): void {
  const views = objects(gltf.bufferViews);
  const { accessors: _, ...others } = gltf;
  const whole = new Set(viewsIn(others));
  const used = rangesOf(gltf);
  for (const i of new Set(viewsIn(gltf))) {
    const view = views[i];
    if (!view) throw new Misfit(BAD_LENGTHS);
    const extensions = isObject(view.extensions) ? view.extensions : {};
    const compressed = COMPRESSED.map((name) => extensions[name]).filter(isObject);
    for (const place of compressed) claim(place, buffers);
    claim(view, buffers, whole.has(i) || compressed.length > 0 ? undefined : used.get(i));
  }
}

/** `used`: the ranges of the view that are needed, all of it without them. */
function claim(place: JsonObject, buffers: readonly Buffer[], used?: readonly Claim[]): void {
  const buffer = buffers[numberOf(place.buffer)];
  const start = numberOf(place.byteOffset ?? 0);
  const end = start + numberOf(place.byteLength);
  if (!buffer || !(end <= (buffer.content?.size ?? end))) throw new Misfit(BAD_LENGTHS);
  for (const each of used ?? [{ start: 0, end: end - start }]) {
    buffer.claims.push({ start: Math.min(start + each.start, end), end: Math.min(start + each.end, end) });
  }
}

/** The numbers of all views that something refers to. */
function* viewsIn(value: Json | undefined): Generator<number> {
  if (Array.isArray(value)) for (const each of value) yield* viewsIn(each);
  if (!isObject(value)) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === 'bufferView') yield numberOf(each);
    else yield* viewsIn(each);
  }
}

/** What is claimed stays or is replaced, the rest becomes zeros: no offset has to change. */
export function partsOf({ claims, content }: Buffer): Part[] {
  const parts: Part[] = [];
  let at = 0;
  let isReplaced = false;
  for (const { start, end, fresh } of claims.toSorted((a, b) => a.start - b.start)) {
    if (start < at && (isReplaced || fresh)) throw new Misfit(BAD_LENGTHS);
    if (start > at) parts.push(unclaimed(at, start));
    if (fresh) parts.push(rewrite(start, end, () => fresh));
    else if (end > at) parts.push(keep(Math.max(start, at), end));
    isReplaced = fresh !== undefined;
    at = Math.max(at, end);
  }
  const end = content?.size ?? at;
  return end > at ? [...parts, unclaimed(at, end)] : parts;
}

function unclaimed(start: number, end: number): Part {
  return blank(start, end, () => [
    { kind: 'other', where: 'glTF buffer', value: say('buffer_surplus', size(end - start)) },
  ]);
}

/** Cleans the buffers that are written into the description. */
export async function rewriteInline(gltf: JsonObject, buffers: readonly Buffer[]): Promise<Part[]> {
  const changed: Part[] = [];
  for (const [i, description] of objects(gltf.buffers).entries()) {
    const buffer = buffers[i];
    if (!buffer?.content || description.uri === undefined) continue;
    const rebuilt = await rebuild(new File([buffer.content], ''), partsOf(buffer), {});
    description.uri = writeDataUri({
      type: BUFFER_TYPE,
      bytes: await readBytes(rebuilt.file, 0, rebuilt.file.size),
    });
    changed.push(...rebuilt.changed);
  }
  return changed;
}
