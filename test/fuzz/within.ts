import { inflateRawSync } from 'node:zlib';

/** What is looked at of a file within a file. */
type Look = (bytes: Buffer) => Promise<Buffer>;

/**
 * With what is looked at of the bytes of base64 texts in place of these: where one has lost a letter, what follows is other bytes than its
 * letters seem to say.
 */
export async function withDecoded(clean: Buffer, look: Look): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { 0: code, index } of clean.toString('latin1').matchAll(/(?<=;base64,)[\w+/=]+/g)) {
    pieces.push(clean.subarray(at, index), await look(Buffer.from(code, 'base64')));
    at = index + code.length;
  }
  return Buffer.concat([...pieces, clean.subarray(at)]);
}

/** With what is looked at of the content of each member of a clean archive in place of its packed data (APPNOTE.TXT, sections 4.3.12 and 4.3.16). */
export async function withEachMember(archive: Buffer, look: Look): Promise<Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06', archive.length, 'latin1');
  const contents: Buffer[] = [];
  const rest = Buffer.from(archive);
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, start] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const dataAt = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const data = archive.subarray(dataAt, dataAt + packed);
    contents.push(await look(archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data));
    rest.fill(0, dataAt, dataAt + packed);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return Buffer.concat([rest, ...contents]);
}

/** Places of the length of a name and of the name, in both headers of a member of an archive (APPNOTE.TXT, sections 4.3.7 and 4.3.12). */
const NAMES = [
  ['PK\x03\x04', 26, 30],
  ['PK\x01\x02', 28, 46],
] as const;

const LOCAL_HEADER = 30;
const DEFLATED = 8;
type Unpacked = { buffer: Buffer; engine: { bytesWritten: number } };

/** A copy of an archive in which packed members stand as they are: what may be in a file may be in it when it is packed, and nothing else. */
export function withUnpackedMembers(clean: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  for (
    let at = clean.indexOf('PK\x03\x04');
    at >= 0;
    at = clean.indexOf('PK\x03\x04', Math.max(at + 1, done))
  ) {
    if (at + LOCAL_HEADER > clean.length || clean.readUInt16LE(at + 8) !== DEFLATED) continue;
    const dataAt = at + LOCAL_HEADER + clean.readUInt16LE(at + 26) + clean.readUInt16LE(at + 28);
    const unpacked = unpack(clean.subarray(dataAt));
    if (!unpacked) continue;
    const header = Buffer.from(clean.subarray(done, dataAt));
    header.writeUInt16LE(0, at - done + 8);
    pieces.push(header, unpacked.buffer);
    done = dataAt + unpacked.engine.bytesWritten;
  }
  return Buffer.concat([...pieces, clean.subarray(done)]);
}

/** Null when it does not end: then it is looked at as it stands there. */
function unpack(packed: Buffer): Unpacked | null {
  try {
    return inflateRawSync(packed, { info: true, maxOutputLength: 4_000_000 }) as unknown as Unpacked;
  } catch {
    return null;
  }
}

/** A copy of an archive without the names of its members, which stay. */
export function withoutMemberNames(clean: Buffer): Buffer {
  const copy = Buffer.from(clean);
  for (const [signature, lengthAt, nameAt] of NAMES) {
    for (
      let at = clean.indexOf(signature, 0, 'latin1');
      at >= 0;
      at = clean.indexOf(signature, at + 1, 'latin1')
    ) {
      if (at + nameAt > clean.length) break;
      copy.fill(0, at + nameAt, Math.min(at + nameAt + clean.readUInt16LE(at + lengthAt), clean.length));
    }
  }
  return copy;
}
