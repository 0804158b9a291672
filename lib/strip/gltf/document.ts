import { type Bytes, readBytes, utf8, withoutTail } from '../bytes.ts';
import { type Part, type Problem, refused, type StripInner, unfit } from '../container.ts';
import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Finding, StripOptions } from '../types.ts';
import { type Buffer, buffersOf, claimViews, partsOf, rewriteInline } from './buffers.ts';
import { cleanImages } from './images.ts';
import { cleanJson, findingsFrom, isObject, type Json, type JsonObject, type Told } from './json.ts';
import { extensionShape } from './shapes.ts';
import { objects } from './values.ts';

/** A cleaned description, the parts of the buffer beside it, and what was found in both. */
export type Document = { json: Bytes; bin: Part[]; findings: Finding[]; problems: Problem[] };

/** Longer descriptions do not fit into a string. */
const LONGEST = 268_435_456;
const LONGEST_LINE = 2_000;
/** What fills a description up to a multiple of four bytes, or ends its last line. */
const PADDING = '\0 \t\r\n';
const UNREADABLE = say('model_damaged');

/**
 * Cleans the description of a model and the pictures and buffers it holds. `bin` is the buffer beside it in the file. Throws `Misfit` when it
 * makes no sense.
 */
export async function cleanDocument(
  text: Blob,
  options: StripOptions,
  inner: StripInner,
  bin?: Blob,
): Promise<Document | Problem> {
  if (text.size > LONGEST) return refused(say('model_too_long'));
  const source = parse(utf8(await readBytes(text, 0, text.size)));
  const refusal = refusalOf(source);
  if (refusal) return refusal;
  const told: Told = new Map();
  const gltf = cleanJson(source, told);
  if (options.keepCopyright) keepCopyright(source, gltf, told);
  const buffers = buffersOf(gltf, bin);
  claimViews(gltf, buffers);
  const { problems, findings } = await cleanImages(gltf, buffers, inner);
  const inline = await rewriteInline(gltf, buffers);
  for (const part of inline) findings.push(...((await part.findings?.()) ?? []));
  return {
    json: new TextEncoder().encode(JSON.stringify(gltf)),
    bin: bin ? partsOf(bufferBeside(buffers, bin)) : [],
    findings: [...findingsFrom(told), ...findings],
    problems,
  };
}

/**
 * The buffers that a description names as files beside it, by their addresses, with what the model needs of them. One that holds pictures is
 * not among them: their lengths would have to change in both files. Throws `Misfit` when the description makes no sense.
 */
export async function buffersBeside(text: Blob): Promise<Map<string, Buffer>> {
  const gltf = cleanJson(parse(utf8(await readBytes(text, 0, Math.min(text.size, LONGEST)))), new Map());
  const buffers = buffersOf(gltf);
  claimViews(gltf, buffers);
  const withPictures = new Set(
    objects(gltf.images).map(({ bufferView }) => objects(gltf.bufferViews)[Number(bufferView)]?.buffer),
  );
  const beside = objects(gltf.buffers).flatMap(({ uri }, i): [string, Buffer][] => {
    const buffer = buffers[i];
    return typeof uri === 'string' && buffer && !buffer.content && !withPictures.has(i)
      ? [[uri, buffer]]
      : [];
  });
  return new Map(beside);
}

/** The line that the format has for it (glTF 2.0, section 5.9.1). */
function keepCopyright({ asset }: JsonObject, gltf: JsonObject, told: Told): void {
  const line = isObject(asset) ? asset.copyright : undefined;
  if (!isObject(gltf.asset) || typeof line !== 'string' || line.length > LONGEST_LINE) return;
  gltf.asset.copyright = line;
  told.delete('glTF.asset.copyright');
}

/** The buffer that has no address. Without one nothing of `bin` is needed. */
function bufferBeside(buffers: readonly Buffer[], bin: Blob): Buffer {
  return buffers.find(({ content }) => content === bin) ?? { content: bin, claims: [] };
}

function parse(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(withoutTail(text, PADDING));
    if (isObject(value)) return value;
  } catch {
    throw new Misfit(UNREADABLE);
  }
  throw new Misfit(UNREADABLE);
}

/** Only glTF 2 is known, and only some of the extensions that a model can say it cannot be drawn without. */
function refusalOf({ asset, extensionsRequired }: JsonObject): Problem | undefined {
  if (!isObject(asset) || typeof asset.version !== 'string') return unfit(say('a_json'));
  if (!/^2\.\d$/.test(asset.version)) return unfit(say('a_old_gltf'));
  const required = Array.isArray(extensionsRequired) ? extensionsRequired : [];
  const unknown = required.find((name) => typeof name !== 'string' || !extensionShape(name));
  return unknown === undefined ? undefined : refused(say('model_needs_extension', String(unknown)));
}
