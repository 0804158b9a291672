// FBX in its binary form, versions 6 and 7 (Autodesk; as described at code.blender.org, "FBX binary file format specification")
import { fromLatin1, guessText, hasText, latin1, readBytes, sameBytes, view } from '../bytes.ts';
import {
  broken,
  type Container,
  drop,
  hopeless,
  MODEL_TRUNCATED,
  type Part,
  type Problem,
  refused,
  type Step,
  type StripInner,
  unfit,
} from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { trailingFindings } from '../trailer.ts';
import type { Finding, StripOptions } from '../types.ts';
import { Window } from '../window.ts';
import { size } from '../words.ts';
import { FOOTER_LENGTH, fileId, freshFooter } from './footer.ts';
import { filled, type Patch, patched } from './patches.ts';
import { isCutShort } from './properties.ts';
import { type Node, Reader, type Value } from './reader.ts';
import { freshNumber, freshText, isNeeded, isTooOld } from './rules.ts';

type Walk = {
  file: Blob;
  reader: Reader;
  inner: StripInner;
  patches: Patch[];
  problems: Problem[];
  pictures: number;
};

const MAGIC = 'Kaydara FBX Binary  \0';
const HEADER = 27;
const FIRST_READ = 65_536;
const LONGEST_TEXT = 65_536;
const DEEPEST = 64;

export const binaryFbx: Container = { format: 'fbx', recognize: (head) => hasText(head, MAGIC), walk };

/** Reads the records of all nodes but not their arrays of numbers. What goes is written over: no place has to change. */
async function* walk(file: Blob, _: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  try {
    const header = await readBytes(file, 0, HEADER);
    if (header.length < HEADER) throw new Misfit(MODEL_TRUNCATED);
    const version = view(header).getUint32(MAGIC.length + 2, true);
    if (isTooOld(version)) return yield unfit(say('a_old_fbx'));
    const reader = new Reader(new Window(file, FIRST_READ), version);
    const state: Walk = { file, reader, inner, patches: [], problems: [], pictures: 0 };
    const end = await cleanList(state, HEADER, file.size, []);
    yield* state.problems;
    yield* withFooter(file, [...patched(file, state.patches, end)], end, version);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    yield hopeless(error.problem);
  }
}

async function* withFooter(file: Blob, parts: Part[], start: number, version: number): AsyncGenerator<Step> {
  yield* parts;
  const footer = freshFooter(await readBytes(file, start, start + FOOTER_LENGTH), version);
  const end = start + (footer?.length ?? 0);
  if (footer) yield { start, end, replace: () => footer };
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** Cleans the nodes of a list; gives where it ends. */
async function cleanList(walk: Walk, start: number, limit: number, path: readonly string[]): Promise<number> {
  if (path.length > DEEPEST) throw new Misfit(BAD_LENGTHS);
  let at = start;
  for (let node = await walk.reader.node(at, limit); node; node = await walk.reader.node(at, limit)) {
    const inside = [...path, node.name];
    if (!isNeeded(inside)) await emptyNode(walk, node);
    else {
      await cleanValues(walk, node, inside);
      const { childrenAt, end } = node;
      if (childrenAt < end && (await cleanList(walk, childrenAt, end, inside)) !== end)
        throw new Misfit(BAD_LENGTHS);
    }
    at = node.end;
  }
  return at + walk.reader.endLength;
}

/** The record stays as long as it is, with one value of zeros and without a name. */
async function emptyNode({ reader, patches }: Walk, node: Node): Promise<void> {
  const { start, nameAt, valuesAt, end, name } = node;
  const room = end - valuesAt;
  const whole = await reader.bytes({ start, end });
  const isWide = reader.endLength === 25;
  const fresh = whole.slice();
  fresh.fill(0, valuesAt - start).fill(0x5f, nameAt - start, valuesAt - start);
  const data = view(fresh);
  const count = room >= 5 ? 1 : 0;
  if (isWide) {
    data.setBigUint64(8, BigInt(count), true);
    data.setBigUint64(16, BigInt(room), true);
  } else {
    data.setUint32(4, count, true);
    data.setUint32(8, room, true);
  }
  if (count > 0) {
    fresh[valuesAt - start] = 'R'.charCodeAt(0);
    data.setUint32(valuesAt - start + 1, room - 5, true);
  }
  const kind = name === 'Thumbnail' ? 'thumbnail' : 'other';
  if (!sameBytes(fresh, whole))
    patches.push({ start, bytes: fresh, findings: [{ kind, where: `FBX ${name}`, value: size(room) }] });
}

async function cleanValues(walk: Walk, node: Node, path: readonly string[]): Promise<void> {
  if (isCutShort(node.name, node.count)) throw new Misfit(BAD_LENGTHS);
  let index = 0;
  let key = '';
  for await (const value of walk.reader.values(node)) {
    if (value.type === 'R' || (value.type === 'S' && node.name === 'Content'))
      await cleanRaw(walk, value, path);
    else if (value.type === 'S') {
      const text = latin1(await walk.reader.bytes(value, LONGEST_TEXT));
      if (index === 0) key = text;
      cleanText(walk, value, freshText(path, index, key, text));
    } else if (value.type === 'I') await cleanNumber(walk, value, path);
    index++;
  }
}

function cleanText({ patches }: Walk, { start, end }: Value, fresh: ReturnType<typeof freshText>): void {
  if (!fresh) return;
  const finding: Finding = {
    ...fresh.finding,
    value: fresh.finding.value && guessText(fromLatin1(fresh.finding.value)),
  };
  patches.push({ start, bytes: filled(fresh.text, end - start, fresh.isPath), findings: [finding] });
}

async function cleanNumber({ reader, patches }: Walk, value: Value, path: readonly string[]): Promise<void> {
  const fresh = freshNumber(path);
  const old = await reader.bytes(value);
  if (fresh === undefined || view(old).getInt32(0, true) === fresh) return;
  const bytes = new Uint8Array(4);
  view(bytes).setInt32(0, fresh, true);
  patches.push({ start: value.start, bytes, findings: [{ kind: 'time', where: 'FBX CreationTimeStamp' }] });
}

/** Files within the file, the number of the file, and what is not known. */
async function cleanRaw(walk: Walk, value: Value, path: readonly string[]): Promise<void> {
  const length = value.end - value.start;
  if (length === 0) return;
  if (path.at(-1) === 'Content') return cleanContent(walk, value);
  const fresh = path.length === 1 && path[0] === 'FileId' ? fileId(length) : new Uint8Array(length);
  if (sameBytes(fresh, await walk.reader.bytes(value))) return;
  walk.patches.push({
    start: value.start,
    bytes: fresh,
    findings: [{ kind: 'other', where: `FBX ${path.at(-1)}`, value: size(length) }],
  });
}

/** A picture: what it becomes shorter by follows it as zeros. */
async function cleanContent(walk: Walk, { start, end }: Value): Promise<void> {
  const { file, inner, patches, problems } = walk;
  const where = `FBX picture ${++walk.pictures}`;
  const result = await inner(new File([file.slice(start, end)], ''));
  if (result.status !== 'clean' && result.status !== 'stripped') {
    const tell = result.usable ? broken : result.status === 'unsupported' ? refused : hopeless;
    problems.push(...result.problems.map((problem) => tell(say('within', where, problem))));
  }
  if (result.status === 'clean' || !result.usable) return;
  const bytes = new Uint8Array(end - start);
  if (result.file.size > bytes.length) throw new Misfit(BAD_LENGTHS);
  bytes.set(await readBytes(result.file, 0, result.file.size));
  if (sameBytes(bytes, await readBytes(file, start, end))) return;
  patches.push({
    start,
    bytes,
    findings: result.findings.map((each) => ({ ...each, where: `${where}: ${each.where}` })),
  });
}
