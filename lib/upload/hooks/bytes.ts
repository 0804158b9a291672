import { addTo, bare, getter, type List, listOf, uncurry } from './natives.ts';

const NativeUint8Array = Uint8Array;
const NativeBlob = Blob;
const viewProto = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const bufferOf = getter(viewProto, 'buffer');
const offsetOf = getter(viewProto, 'byteOffset');
const lengthOf = getter(viewProto, 'byteLength');
const dataBufferOf = getter(DataView.prototype, 'buffer');
const dataOffsetOf = getter(DataView.prototype, 'byteOffset');
const dataLengthOf = getter(DataView.prototype, 'byteLength');
const sizeOf = getter(ArrayBuffer.prototype, 'byteLength');
const charCodeAt = uncurry(String.prototype.charCodeAt);
const slice = uncurry(String.prototype.slice);
const find = uncurry(RegExp.prototype.exec);
const fromBase64 = (NativeUint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> })
  .fromBase64;
const nativeAtob = atob;

/** First bytes of the files that can be cleaned; a dot stands for any byte. Whether it is one the guard finds out. */
const SIGNATURES = listOf(
  '\xff\xd8\xff',
  '\x89PNG',
  'RIFF....WEBP',
  'GIF8',
  'II*\0',
  'MM\0*',
  '\xff\x0a',
  '....JXL ',
  '....ftyp',
  'BM',
  'glTF',
  'Kaydara',
  'ply\n',
  'ply\r',
  'solid',
  'PK\x03\x04',
  '<svg',
  '<?xml',
);

/** The bytes of a buffer or view; null for anything else. */
export function bytesOf(body: unknown): Uint8Array<ArrayBuffer> | null {
  return (
    tried(() => new NativeUint8Array(body as ArrayBuffer, 0, sizeOf(body as ArrayBuffer))) ??
    tried(() => viewOf(body as Uint8Array, bufferOf, offsetOf, lengthOf)) ??
    tried(() => viewOf(body as DataView, dataBufferOf, dataOffsetOf, dataLengthOf))
  );
}

function viewOf<View>(
  view: View,
  buffer: (view: View) => ArrayBufferLike,
  offset: (view: View) => number,
  length: (view: View) => number,
): Uint8Array<ArrayBuffer> {
  return new NativeUint8Array(buffer(view) as ArrayBuffer, offset(view), length(view));
}

/** Could these be the bytes of a picture or model? */
export function looksLikeFile(bytes: Uint8Array): boolean {
  for (let i = 0; i < SIGNATURES.length; i++) if (startsWith(bytes, SIGNATURES[i] ?? '')) return true;
  return false;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) {
    const code = charCodeAt(signature, i);
    if (code !== 46 && bytes[i] !== code) return false;
  }
  return true;
}

/** A piece of a text that is a file in base64. */
export type Embedded = { start: number; end: number; bytes: Uint8Array<ArrayBuffer> };

/** Where a file in base64 may begin: behind the head of a data URI, a quotation mark, or at the start. What follows tells its kind. */
const BEGINNING =
  /(?:;base64,|["']|^)(?=\/9j\/|iVBORw0KGgo|UklGR|R0lGOD|Z2xURg|SUkq|TU0A|AAAA|PHN2Zy|PD94bW|UEsDB|S2F5ZGFyYS)/g;
const NOT_BASE64 = /[^A-Za-z0-9+/=]/g;
/** Shorter ones are icons: no metadata fits in. */
const SHORTEST = 200;

/** The files that a text holds in base64, as data URIs do. */
export function embeddedIn(text: string): List<Embedded> {
  const found: List<Embedded> = listOf();
  let from = 0;
  for (;;) {
    BEGINNING.lastIndex = from;
    const match = find(BEGINNING, text);
    if (!match) return found;
    const start = BEGINNING.lastIndex;
    const end = endOf(text, start);
    from = end > start ? end : start + 1;
    const bytes = end - start >= SHORTEST ? decoded(slice(text, start, end)) : null;
    if (bytes && looksLikeFile(bytes)) addTo(found, { start, end, bytes });
  }
}

function endOf(text: string, start: number): number {
  NOT_BASE64.lastIndex = start;
  return find(NOT_BASE64, text) ? NOT_BASE64.lastIndex - 1 : text.length;
}

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  return tried(() => (fromBase64 ? fromBase64(text) : bytesOfText(nativeAtob(text))));
}

function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new NativeUint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = charCodeAt(text, i);
  return bytes;
}

const NativeFileReader = FileReader;
const readBuffer = uncurry(FileReader.prototype.readAsArrayBuffer);
const readUrl = uncurry(FileReader.prototype.readAsDataURL);
const resultOf = getter(FileReader.prototype, 'result');
const listen = uncurry(EventTarget.prototype.addEventListener);
const indexOf = uncurry(String.prototype.indexOf);

/** Reads a file as base64; null when it cannot be read. */
export function readBase64(file: Blob, read: (text: string | null) => void): void {
  readBy(readUrl, file, (url) =>
    read(url === null ? null : slice(url as string, indexOf(url as string, ',') + 1)),
  );
}

/** Reads a file as bytes; null when it cannot be read. */
export function readBytes(file: Blob, read: (bytes: Uint8Array<ArrayBuffer> | null) => void): void {
  readBy(readBuffer, file, (buffer) =>
    read(buffer === null ? null : new NativeUint8Array(buffer as ArrayBuffer)),
  );
}

type Result = string | ArrayBuffer | null;

function readBy(
  start: (reader: FileReader, file: Blob) => void,
  file: Blob,
  read: (result: Result) => void,
): void {
  const reader = new NativeFileReader();
  listen(reader, 'loadend', () => read(resultOf(reader)));
  start(reader, file);
}

/** Bytes as a blob, copied: the page may change its buffer at any time. */
export function blobOf(bytes: Uint8Array<ArrayBuffer>): Blob {
  return new NativeBlob([bytes], bare({ type: '' }));
}

function tried<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
