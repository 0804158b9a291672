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
