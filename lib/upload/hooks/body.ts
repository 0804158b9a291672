import { isKnown } from './known.ts';
import { getter, uncurry } from './natives.ts';

const nameOf = getter(File.prototype, 'name');
const typeOf = getter(Blob.prototype, 'type');
const sizeOf = getter(Blob.prototype, 'size');
const slice = uncurry(String.prototype.slice);
const eachField = uncurry(FormData.prototype.forEach);

/** The names of the files in a request body, as far as they can be seen: a `FormData`'s files, or the body itself when it is a `File`. */
export function fileNames(body: unknown): string[] {
  const names: string[] = [];
  const note = (value: unknown) => {
    const name = fileName(value);
    if (name !== null) names[names.length] = name;
  };
  try {
    eachField(body as FormData, note);
  } catch {
    note(body);
  }
  return names;
}

/** Does a file of the person, or a piece of one, go with this body? */
export function carriesFile(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return fileNames(body).length > 0 || isPiece(body);
}

/** Uploaders cut files into pieces, mostly without a type. Blobs of text and JSON are data of the page's programs. */
function isPiece(body: unknown): boolean {
  if (!isKnown(body as Blob)) return false;
  const type = typeOf(body as Blob);
  const family = slice(type, 0, 6);
  return type === '' || family === 'image/' || family === 'video/' || family === 'model/';
}

/** A file input in which nothing is chosen counts as a file without name and bytes (HTML, "constructing the entry list"). */
function fileName(value: unknown): string | null {
  try {
    const name = nameOf(value as File);
    return name === '' && sizeOf(value as File) === 0 ? null : name;
  } catch {
    return null;
  }
}

/** Methods that ask and do not send. A request with any other is an upload. */
export function sends(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
