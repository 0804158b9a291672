import type { Reason } from '../wire.ts';
import { carriesFile } from './body.ts';
import { blobOf, bytesOf, type Embedded, embeddedIn, looksLikeFile, readBase64, readBytes } from './bytes.ts';
import { isKnown } from './known.ts';
import { addTo, getter, type List, listOf, uncurry } from './natives.ts';
import type { Suspect } from './tray.ts';
import type { Guard } from './wire.ts';

/** What of a body nobody has looked at yet, and how the body is made again of what comes back. */
type Look = {
  suspects: List<Suspect>;
  /** `made` gets the new body; null when it could not be made. */
  remake(clean: List<File>, made: (body: unknown) => void): void;
};

const NativeFile = File;
const NativeFormData = FormData;
const NativeURLSearchParams = URLSearchParams;
const nameOf = getter(File.prototype, 'name');
const typeOf = getter(Blob.prototype, 'type');
const sizeOf = getter(Blob.prototype, 'size');
const slice = uncurry(String.prototype.slice);
const eachField = uncurry(FormData.prototype.forEach);
const addText = uncurry(FormData.prototype.append as (this: FormData, name: string, value: string) => void);
const addFile = uncurry(
  FormData.prototype.append as (this: FormData, name: string, value: Blob, fileName: string) => void,
);
const eachParam = uncurry(URLSearchParams.prototype.forEach);
const addParam = uncurry(URLSearchParams.prototype.append);

/** Nothing private is in a body as far as can be told at once. */
export function isHarmless(body: unknown): boolean {
  return lookAt(body) === null;
}

type Vetting = { ready(body: unknown, isUpload: boolean): void; kept(): void; isLate?: boolean };

/**
 * Has a body vetted before it leaves, where that is needed. `ready` gets the body to send, at once when there is nothing to vet, and
 * whether a file goes with it; `kept` is called when it may not leave. `isLate` is for those who cannot wait: for them it is always at once.
 */
export function vetBody(guard: Guard, body: unknown, { ready: go, kept, isLate = false }: Vetting): void {
  const look = lookAt(body);
  const ready = (made: unknown) => go(made, holdsBytes(look) || carriesFile(made));
  if (!look) return void ready(body);
  let isNow = true;
  guard.vet(isLate ? withReason(look.suspects, 'late') : look.suspects, (back) => {
    if (isLate && !isNow) return;
    const clean = allOf(back);
    if (!clean) return void kept();
    if (isSame(clean, look.suspects)) return void ready(body);
    look.remake(clean, (made) => (made === null ? kept() : ready(made)));
  });
  isNow = false;
}

/** Are there bytes that begin like a file? */
function holdsBytes(look: Look | null): boolean {
  for (let i = 0; i < (look?.suspects.length ?? 0); i++)
    if (look?.suspects[i]?.reason === 'bytes') return true;
  return false;
}

function lookAt(body: unknown): Look | null {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string') return lookAtText(body);
  const bytes = bytesOf(body);
  if (bytes) return lookAtBytes(bytes);
  if (isBlob(body)) return lookAtBlob(body);
  return lookAtFields(body) ?? lookAtParams(body);
}

function lookAtBlob(blob: Blob): Look | null {
  if (isKnown(blob) || sizeOf(blob) === 0) return null;
  const file = asFile(blob);
  const remake = (clean: List<File>, made: (body: unknown) => void) => made(clean[0]);
  return { suspects: listOf({ file, reason: 'sent' as const }), remake };
}

function lookAtBytes(bytes: Uint8Array<ArrayBuffer>): Look | null {
  if (!looksLikeFile(bytes)) return null;
  return { suspects: listOf(suspectOf(bytes)), remake: (clean, made) => readBytes(clean[0] as File, made) };
}

function lookAtText(text: string): Look | null {
  const embedded = embeddedIn(text);
  if (embedded.length === 0) return null;
  const suspects: List<Suspect> = listOf();
  for (let i = 0; i < embedded.length; i++) addTo(suspects, suspectOf((embedded[i] as Embedded).bytes));
  return { suspects, remake: (clean, made) => remakeText(text, embedded, clean, made) };
}

function remakeText(
  text: string,
  embedded: List<Embedded>,
  clean: List<File>,
  made: (body: string | null) => void,
): void {
  const next = (i: number, done: string, from: number): void => {
    const piece = embedded[i];
    if (!piece) return void made(done + slice(text, from));
    readBase64(clean[i] as File, (base64) => {
      if (base64 === null) return void made(null);
      next(i + 1, done + slice(text, from, piece.start) + base64, piece.end);
    });
  };
  next(0, '', 0);
}

type Field = { name: string; value: string | File };

/** A `FormData`: its files, and its texts that hold files. */
function lookAtFields(body: unknown): Look | null {
  const fields: List<Field> = listOf();
  try {
    eachField(body as FormData, (value, name) => addTo(fields, { name, value }));
  } catch {
    return null;
  }
  return lookAtEach(fields, (values, made) => {
    const form = new NativeFormData();
    for (let i = 0; i < fields.length; i++) {
      const value = values[i];
      const name = fields[i]?.name ?? '';
      if (typeof value === 'string') addText(form, name, value);
      else addFile(form, name, value as File, nameOf(fields[i]?.value as File));
    }
    made(form);
  });
}

function lookAtParams(body: unknown): Look | null {
  const fields: List<Field> = listOf();
  try {
    eachParam(body as URLSearchParams, (value, name) => addTo(fields, { name, value }));
  } catch {
    return null;
  }
  return lookAtEach(fields, (values, made) => {
    const params = new NativeURLSearchParams();
    for (let i = 0; i < fields.length; i++) addParam(params, fields[i]?.name ?? '', values[i] as string);
    made(params);
  });
}

type Values = List<unknown>;
/** A field's value, and what is to be vetted of it. */
type Slot = { value: unknown; look: Look | null };

/** `put` makes the body of the values that its fields shall have. */
function lookAtEach(
  fields: List<Field>,
  put: (values: Values, made: (body: unknown) => void) => void,
): Look | null {
  const suspects: List<Suspect> = listOf();
  const slots: List<Slot> = listOf();
  for (let i = 0; i < fields.length; i++) {
    const value = fields[i]?.value;
    const look = lookAt(value);
    addTo(slots, { value, look });
    addAll(suspects, look?.suspects);
  }
  if (suspects.length === 0) return null;
  return {
    suspects,
    remake: (clean, made) => remakeEach(slots, clean, (values) => (values ? put(values, made) : made(null))),
  };
}

/** The values with what came back in its places, one after the other; null when one could not be made. */
function remakeEach(slots: List<Slot>, clean: List<File>, made: (values: Values | null) => void): void {
  const values: Values = listOf();
  const next = (i: number, used: number): void => {
    const slot = slots[i];
    if (!slot) return void made(values);
    const { value, look } = slot;
    const own = part(clean, used, look?.suspects.length ?? 0);
    const take = (value: unknown) => {
      if (value === null) return void made(null);
      addTo(values, value);
      next(i + 1, used + own.length);
    };
    if (!look || isSame(own, look.suspects)) take(value);
    else look.remake(own, take);
  };
  next(0, 0);
}

function addAll<T>(list: List<T>, more: List<T> | undefined): void {
  for (let i = 0; i < (more?.length ?? 0); i++) addTo(list, more?.[i] as T);
}

function part<T>(list: List<T>, from: number, count: number): List<T> {
  const some: List<T> = listOf();
  for (let i = from; i < from + count; i++) addTo(some, list[i] as T);
  return some;
}

/** Bytes that may be a file, as one to be vetted. */
export function suspectOf(bytes: Uint8Array<ArrayBuffer>): Suspect {
  return { file: asFile(blobOf(bytes)), reason: 'bytes' };
}

function asFile(blob: Blob): File {
  try {
    nameOf(blob as File);
    return blob as File;
  } catch {
    return new NativeFile([blob], '', { type: typeOf(blob) });
  }
}

function isBlob(body: unknown): body is Blob {
  try {
    return sizeOf(body as Blob) >= 0;
  } catch {
    return false;
  }
}

function withReason(suspects: List<Suspect>, reason: Reason): List<Suspect> {
  const changed: List<Suspect> = listOf();
  for (let i = 0; i < suspects.length; i++) addTo(changed, { file: suspects[i]?.file as File, reason });
  return changed;
}

function allOf(back: List<File | null>): List<File> | null {
  for (let i = 0; i < back.length; i++) if (!back[i]) return null;
  return back as List<File>;
}

function isSame(clean: List<File>, suspects: List<Suspect>): boolean {
  for (let i = 0; i < clean.length; i++) if (clean[i] !== suspects[i]?.file) return false;
  return true;
}
