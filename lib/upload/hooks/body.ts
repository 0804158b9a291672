import { getter, uncurry } from './natives.ts';

const nameOf = getter(File.prototype, 'name');
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

function fileName(value: unknown): string | null {
  try {
    return nameOf(value as File);
  } catch {
    return null;
  }
}

/** Methods that ask and do not send. A request with any other is an upload. */
export function sends(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
