import { fromLatin1, guessText } from '../bytes.ts';
import { hopeless } from '../container.ts';
import { type Buffer, partsOf } from '../gltf/buffers.ts';
import { buffersBeside } from '../gltf/document.ts';
import { decoded } from '../gltf/json.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { rebuild } from '../rebuild.ts';
import { say } from '../sentences.ts';
import { type Cleaned, type CleanMember, contentOf, dataRange } from './members.ts';
import type { Member } from './structure.ts';

/**
 * A glTF file has its numbers in a file beside it that says nothing of itself. When both are in one archive it can be cleaned: what the model
 * does not use of it becomes zeros. Any other member goes to `clean`.
 */
export async function withBuffers(
  file: Blob,
  members: readonly Member[],
  clean: CleanMember,
): Promise<CleanMember> {
  const buffers = await buffersIn(file, members);
  return (name, content) => {
    const buffer = buffers.get(name);
    return buffer ? cleanBuffer(name, { ...buffer, content }) : clean(name, content);
  };
}

async function buffersIn(file: Blob, members: readonly Member[]): Promise<Map<string, Buffer>> {
  const buffers = new Map<string, Buffer>();
  const names = new Map(members.map(({ name }) => [guessText(fromLatin1(name)), name]));
  for (const member of members.filter(({ name }) => /\.gltf$/i.test(name))) {
    const folder = member.name.slice(0, member.name.lastIndexOf('/') + 1);
    for (const [uri, buffer] of await namedBy(file, member)) {
      const name = names.get(guessText(fromLatin1(folder)) + decoded(uri).replace(/^\.\//, ''));
      if (name !== undefined) buffers.set(name, buffer);
    }
  }
  return buffers;
}

/** What is wrong with a member is told when its turn comes. */
async function namedBy(file: Blob, member: Member): Promise<Map<string, Buffer>> {
  try {
    const { start, end } = await dataRange(file, member);
    const content = await contentOf(member, file.slice(start, end));
    return 'problem' in content ? new Map() : await buffersBeside(content);
  } catch (error) {
    if (error instanceof Misfit) return new Map();
    throw error;
  }
}

async function cleanBuffer(name: string, buffer: Buffer & { content: Blob }): Promise<Cleaned> {
  const { content, claims } = buffer;
  if (claims.some(({ end }) => end > content.size))
    return { findings: [], problems: [hopeless(say('within', name, BAD_LENGTHS))] };
  const { file, changed } = await rebuild(new File([content], ''), partsOf(buffer), {});
  const findings = await Promise.all(changed.map((part) => part.findings?.() ?? []));
  return { file: changed.length > 0 ? file : undefined, findings: findings.flat(), problems: [] };
}
