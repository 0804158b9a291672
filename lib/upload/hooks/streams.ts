import { bytesOf, looksLikeFile, readBytes } from './bytes.ts';
import { suspectOf } from './look.ts';
import { addTo, bare, getter, type List, listOf, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const NativeTransformStream = TransformStream;
const NativePromise = Promise;
const NativeTypeError = TypeError;
const NativeUint8Array = Uint8Array;
const isLocked = getter(ReadableStream.prototype, 'locked');
const pipe = uncurry(
  ReadableStream.prototype.pipeThrough as (
    this: ReadableStream,
    pair: ReadableWritablePair,
  ) => ReadableStream<unknown>,
);
const readableOf = getter(TransformStream.prototype, 'readable');
const writableOf = getter(TransformStream.prototype, 'writable');
const enqueue = uncurry(TransformStreamDefaultController.prototype.enqueue);
const fail = uncurry(TransformStreamDefaultController.prototype.error);
const copyInto = uncurry(
  Uint8Array.prototype.set as (this: Uint8Array, from: Uint8Array, at: number) => void,
);

/** Where the browser sends no streams, it sends "[object ReadableStream]" in their place. */
const SENDS_STREAMS = 'duplex' in Request.prototype;
/** The longest of the beginnings by which files are known. */
const ENOUGH = 12;

type Bytes = Uint8Array<ArrayBuffer>;
type Controller = TransformStreamDefaultController<unknown>;

/**
 * The stream to send in the place of a body that is one; null for any other body. What begins like a file is held until all of it is there,
 * and vetted as bytes; anything else flows on as it comes. `found` is called when it is a file.
 */
export function vettedStream(guard: Guard, body: unknown, found: () => void): ReadableStream<unknown> | null {
  if (!SENDS_STREAMS || !isFreeStream(body)) return null;
  const net = new NativeTransformStream<unknown, unknown>(netFor(guard, found));
  return pipe(body, bare({ readable: readableOf(net), writable: writableOf(net) }));
}

function netFor(guard: Guard, found: () => void): Transformer<unknown, unknown> {
  const held: List<Bytes> = listOf();
  let size = 0;
  let isFile: boolean | undefined;

  function letGo(controller: Controller): void {
    for (let i = 0; i < held.length; i++) enqueue(controller, held[i]);
    held.length = 0;
  }

  return bare({
    transform(chunk: unknown, controller: Controller) {
      const bytes = isFile === false ? null : bytesOf(chunk);
      if (!bytes) return void enqueue(controller, chunk);
      addTo(held, new NativeUint8Array(bytes));
      size += bytes.length;
      if (isFile === undefined && size >= ENOUGH) isFile = looksLikeFile(joined(held, size));
      if (isFile === false) letGo(controller);
    },
    flush: (controller: Controller) =>
      new NativePromise<void>((done) => {
        const all = joined(held, size);
        if (isFile === false || !looksLikeFile(all)) {
          letGo(controller);
          return done();
        }
        vetAll(guard, all, (clean) => {
          if (clean) {
            found();
            enqueue(controller, clean);
          } else fail(controller, new NativeTypeError('Failed to fetch'));
          done();
        });
      }),
  });
}

/** Gives the bytes that may leave; null when none may. */
function vetAll(guard: Guard, bytes: Bytes, answered: (clean: Bytes | null) => void): void {
  const suspect = suspectOf(bytes);
  guard.vet(listOf(suspect), (back) => {
    const file = back[0];
    if (!file) answered(null);
    else if (file === suspect.file) answered(bytes);
    else readBytes(file, answered);
  });
}

function joined(parts: List<Bytes>, size: number): Bytes {
  const all = new NativeUint8Array(size);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Bytes;
    copyInto(all, part, at);
    at += part.length;
  }
  return all;
}

/** One that is being read already cannot be sent: the browser will say so. */
function isFreeStream(body: unknown): body is ReadableStream {
  try {
    return !isLocked(body as ReadableStream);
  } catch {
    return false;
  }
}
