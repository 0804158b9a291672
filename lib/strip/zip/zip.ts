// ZIP (PKWARE, APPNOTE.TXT 6.3.10), and what is made of it: 3MF, USDZ (OpenUSD, "USDZ File Format Specification")
import { concat, hasText, latin1, view } from '../bytes.ts';
import {
  type Container,
  drop,
  hopeless,
  type Kind,
  keep,
  type Part,
  rewrite,
  type Step,
  type StripInner,
} from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { noteFinding } from '../notes.ts';
import { safePath } from '../paths.ts';
import { trailingFindings } from '../trailer.ts';
import type { Finding, Format, StripOptions } from '../types.ts';
import { type Directory, readDirectory } from './directory.ts';
import { withBuffers } from './gltf-buffers.ts';
import {
  byContent,
  type CleanMember,
  contentOf,
  dataRange,
  entryFindings,
  isLitter,
  litterFinding,
  pack,
} from './members.ts';
import {
  centralHeader,
  endRecords,
  localHeader,
  METHOD,
  type Member,
  SIGNATURE,
  type Written,
} from './structure.ts';
import { by3mfRules, is3mf, is3mfPart } from './three-mf.ts';

/** What a kind of archive wants. */
type Rules = { format: Format; isWanted(name: string): boolean; clean: CleanMember; alignment: number };
/** The new archive so far. */
type Archive = { written: Map<Member, Written>; length: number; at: number };

const USD = /^[^\0]*\.usd[acz]?$/i;
const DATA_DESCRIPTOR = 24;
/** Data of USDZ members begin at multiples of this. */
const USDZ_ALIGNMENT = 64;
const LOCAL_HEADER = 30;

export const usdz: Container = {
  format: 'usdz',
  recognize: (head) => isZip(head) && USD.test(firstName(head)),
  walk,
};
export const zip: Container = { format: 'zip', recognize: isZip, walk };

function isZip(head: Uint8Array): boolean {
  return hasText(head, SIGNATURE.local) && head.length >= LOCAL_HEADER;
}

function firstName(head: Uint8Array): string {
  return latin1(head, LOCAL_HEADER, LOCAL_HEADER + view(head).getUint16(26, true));
}

async function* walk(file: Blob, _: StripOptions, inner: StripInner): AsyncGenerator<Step | Kind> {
  try {
    const directory = await readDirectory(file);
    const clean = await withBuffers(file, directory.members, byContent(inner));
    const rules = rulesFor(directory, clean);
    yield { format: rules.format };
    yield* steps(file, directory, rules);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    yield hopeless(error.problem);
  }
}

function rulesFor({ members }: Directory, clean: CleanMember): Rules {
  const names = members.toSorted((a, b) => a.start - b.start).map(({ name }) => name);
  if (!is3mf(names)) {
    const isWanted = (name: string) => !isLitter(name);
    // The list of members decides, for it is by that list that the headers are written anew.
    const isUsdz = USD.test(safePath(names.find(isWanted) ?? ''));
    return { format: isUsdz ? 'usdz' : 'zip', isWanted, clean, alignment: isUsdz ? USDZ_ALIGNMENT : 1 };
  }
  const wanted = names.filter(is3mfPart);
  return { format: '3mf', isWanted: is3mfPart, clean: by3mfRules(wanted, clean), alignment: 1 };
}

/** Member by member in the order of their places, then the list of them written anew. What is in neither is left out. */
async function* steps(file: Blob, directory: Directory, rules: Rules): AsyncGenerator<Step> {
  const archive: Archive = { written: new Map(), length: 0, at: 0 };
  const findings: Finding[] = [];
  for (const member of directory.members.toSorted((a, b) => a.start - b.start)) {
    const range = await dataRange(file, member);
    if (member.start < archive.at || !(range.end <= directory.start)) throw new Misfit(BAD_LENGTHS);
    yield* gap(file, archive.at, member.start);
    findings.push(...entryFindings(member));
    yield* memberSteps(file, member, range, rules, archive);
    archive.at = range.end;
  }
  yield* gap(file, archive.at, directory.start);
  if (directory.comment !== '') findings.push(noteFinding('ZIP comment', directory.comment));
  const list = listOf(directory, archive);
  yield rewrite(
    directory.start,
    directory.end,
    () => list,
    () => findings,
  );
  const { end } = directory;
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

async function* memberSteps(
  file: Blob,
  member: Member,
  { start, end }: { start: number; end: number },
  rules: Rules,
  archive: Archive,
): AsyncGenerator<Step> {
  const isFolder = member.name.endsWith('/');
  if (!rules.isWanted(member.name)) return yield drop(member.start, end, () => [litterFinding(member.name)]);
  if (isFolder || member.size === 0) {
    const empty = { ...member, method: METHOD.stored, size: 0, packed: 0, crc: 0 };
    return yield* [header(member, empty, start, rules, archive), drop(start, end)];
  }
  const content = await contentOf(member, file.slice(start, end));
  if ('problem' in content) return yield content;
  const { file: fresh, findings, problems } = await rules.clean(member.name, content);
  yield* problems;
  const packed = fresh && (await pack(member, fresh));
  yield header(member, packed?.member ?? member, start, rules, archive);
  archive.length += packed?.packed.size ?? end - start;
  if (!packed) return yield keep(start, end);
  yield rewrite(
    start,
    end,
    () => packed.packed,
    () => findings,
  );
}

/** The local header of a member, at its new place. */
function header(old: Member, member: Member, dataAt: number, { alignment }: Rules, archive: Archive): Part {
  const written = { ...member, name: safePath(member.name), start: archive.length };
  const bare = localHeader(written).length;
  const odd = (archive.length + bare) % alignment;
  const padding = odd === 0 ? 0 : alignment - odd;
  const fresh = localHeader(written, padding > 0 && padding < 4 ? padding + alignment : padding);
  archive.written.set(old, written);
  archive.length += fresh.length;
  return rewrite(old.start, dataAt, () => fresh);
}

/** The lengths behind a member that some writers put there go without a word. */
function* gap(file: Blob, start: number, end: number): Generator<Step> {
  const hidden = end - start;
  if (hidden <= 0) return;
  const findings = () => trailingFindings(file, start, end);
  yield drop(
    start,
    end,
    hidden <= DATA_DESCRIPTOR ? undefined : async () => (await findings()).map(asHidden),
  );
}

function asHidden({ value }: Finding): Finding {
  return { kind: 'trailing', where: 'ZIP between the files', value };
}

function listOf({ members }: Directory, { written, length }: Archive) {
  const headers = members.flatMap((member) => {
    const entry = written.get(member);
    return entry ? [centralHeader(entry)] : [];
  });
  const list = concat(headers);
  return concat([list, endRecords(headers.length, length, list.length)]);
}
