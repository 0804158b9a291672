import { readBytes } from '../bytes.ts';
import { broken, hopeless, type Problem, refused, type StripInner } from '../container.ts';
import { readDataUri, writeDataUri } from '../data-uri.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Finding, StripResult } from '../types.ts';
import type { Buffer } from './buffers.ts';
import type { JsonObject } from './json.ts';
import { isWord } from './shapes.ts';
import { numberOf, objects } from './values.ts';

export type Images = { problems: Problem[]; findings: Finding[] };

/** Cleans the pictures inside, wherever they are, and sets the description right where they become shorter. */
export async function cleanImages(
  gltf: JsonObject,
  buffers: readonly Buffer[],
  inner: StripInner,
): Promise<Images> {
  const images: Images = { problems: [], findings: [] };
  const done = new Set<number>();
  for (const [i, image] of objects(gltf.images).entries()) {
    const where = `glTF picture ${i + 1}`;
    if (typeof image.uri === 'string') image.uri = await cleanInline(image.uri, where, images, inner);
    else if (image.bufferView !== undefined) {
      const number = numberOf(image.bufferView);
      const view = objects(gltf.bufferViews)[number];
      if (view && !done.has(number)) await cleanView(view, where, buffers, images, inner);
      done.add(number);
    }
  }
  return images;
}

async function cleanInline(uri: string, where: string, images: Images, inner: StripInner): Promise<string> {
  if (!/^data:/i.test(uri)) return uri;
  const data = readDataUri(uri);
  if (!data) throw new Misfit(say('inner_code_of', where));
  const result = await inner(new File([data.bytes], ''));
  note(result, where, images);
  const type = isWord(data.type) ? data.type : `image/${result.format}`;
  return writeDataUri({ type, bytes: await readBytes(result.file, 0, result.file.size) });
}

async function cleanView(
  view: JsonObject,
  where: string,
  buffers: readonly Buffer[],
  images: Images,
  inner: StripInner,
): Promise<void> {
  const buffer = buffers[numberOf(view.buffer)];
  const start = numberOf(view.byteOffset ?? 0);
  const end = start + numberOf(view.byteLength);
  if (!buffer?.content) return;
  const result = await inner(new File([buffer.content.slice(start, end)], ''));
  note(result, where, images);
  if (result.findings.length === 0 || !result.usable) return;
  const { file } = result;
  const own = buffer.claims.find((claim) => claim.start === start && claim.end === end);
  if (!own || file.size > end - start) throw new Misfit(BAD_LENGTHS);
  own.fresh = new Blob([file, new Uint8Array(end - start - file.size)]);
  view.byteLength = file.size;
}

function note({ status, usable, problems, findings }: StripResult, where: string, images: Images): void {
  images.findings.push(...findings.map((each) => ({ ...each, where: `${where}: ${each.where}` })));
  if (status === 'clean' || status === 'stripped') return;
  const tell = usable ? broken : status === 'unsupported' ? refused : hopeless;
  images.problems.push(...problems.map((problem) => tell(say('within', where, problem))));
}
