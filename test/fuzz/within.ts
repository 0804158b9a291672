import { inflateRawSync } from 'node:zlib';

/** With the bytes of base64 texts in place of these: where one has lost a letter, what follows is other bytes than its letters seem to say. */
export function withDecoded(clean: Buffer): Buffer {
  const decoded = clean
    .toString('latin1')
    .replace(/(?<=;base64,)[\w+/=]+/g, (code) => Buffer.from(code, 'base64').toString('latin1'));
  return Buffer.from(decoded, 'latin1');
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
