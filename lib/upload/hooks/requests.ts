import { apply, bare, getter, notes, replaceMethod } from './natives.ts';
import { vettedStream } from './streams.ts';
import type { Guard } from './wire.ts';

const NativeProxy = Proxy;
const NativeRequest = Request;
const NativeHeaders = Headers;
const construct = Reflect.construct;
const get = Reflect.get;
const defineProperty = Reflect.defineProperty;
const headersOf = getter(Request.prototype, 'headers');
const forget = Headers.prototype.delete;
const header = Headers.prototype.get;
const indexOf = String.prototype.indexOf;

const bodies = notes<Request, unknown>();

/** The body that a `Request` was made with. */
export function bodyOf(request: Request): unknown {
  return bodies.get(request);
}

/** Remembers what `Request` objects are made with: their own `body` is a stream that can be read once. */
export function hookRequests(guard: Guard): void {
  const handler = bare({
    construct(target: typeof Request, args: [RequestInfo?, RequestInit?], newTarget: typeof Request) {
      const { init, body } = vettedOptions(guard, args[1]);
      const made = construct(target, args.length > 1 ? [args[0], init] : args, newTarget) as Request;
      const from = body ?? (typeof args[0] === 'object' ? bodies.get(args[0]) : undefined);
      if (from !== undefined && from !== null) bodies.set(made, from);
      return made;
    },
  });
  const value = new NativeProxy(NativeRequest, handler);
  const rest = { value, writable: true, enumerable: false, configurable: true };
  defineProperty(window, 'Request', rest);
  defineProperty(NativeRequest.prototype, 'constructor', rest);
  replaceMethod(
    NativeRequest.prototype,
    'clone',
    (native) =>
      ({
        clone(this: Request) {
          const copy = apply(native, this, []) as Request;
          const body = bodies.get(this);
          if (body !== undefined) bodies.set(copy, body);
          return copy;
        },
      }).clone,
  );
}

/** With a stream the net is put in between: later, in the request, nobody can. */
function vettedOptions(guard: Guard, options: RequestInit | undefined) {
  const { init, body } = pinned(options);
  const stream = vettedStream(guard, body, () => {});
  return stream ? { init: withBody(init ?? {}, stream), body: stream } : { init, body };
}

/** A request's options, whose body is asked for only once: what is looked at is what is sent. */
export function pinned(init: RequestInit | undefined): { init: RequestInit | undefined; body: unknown } {
  if (typeof init !== 'object' || init === null) return { init, body: undefined };
  const body = init.body;
  return { init: withBody(init, body), body };
}

/** The same options with another body. */
export function withBody(init: RequestInit, body: unknown): RequestInit {
  return new NativeProxy(
    init,
    bare({ get: (target: RequestInit, key: string) => (key === 'body' ? body : get(target, key)) }),
  );
}

/** The same request with another body. A form draws a new boundary, so the old content type must not stay. */
export function remade(request: Request, body: unknown): Request {
  const headers = new NativeHeaders(headersOf(request));
  const type = (apply(header, headers, ['content-type']) as string | null) ?? '';
  if (apply(indexOf, type, ['multipart/']) === 0) apply(forget, headers, ['content-type']);
  return new NativeRequest(request, bare({ body: body as BodyInit, headers }));
}
