import { fileNames, sends } from './body.ts';
import { vetBody } from './look.ts';
import { apply, clearTextUrl, getter, replaceMethod, uncurry } from './natives.ts';
import { bodyOf, pinned, remade, withBody } from './requests.ts';
import { vettedStream } from './streams.ts';
import type { Guard } from './wire.ts';

const NativePromise = Promise;
const NativeRequest = Request;
const NativeTypeError = TypeError;
const urlOf = getter(Request.prototype, 'url');
const methodOf = getter(Request.prototype, 'method');
const signalOf = getter(Request.prototype, 'signal');
const isAborted = getter(AbortSignal.prototype, 'aborted');
const reasonOf = getter(AbortSignal.prototype, 'reason');
const listen = uncurry(EventTarget.prototype.addEventListener);

/**
 * Holds uploads by `fetch`: those with a file that nobody has vetted until it is, those to clear-text endpoints until the guard lets them
 * go. Kept back, they fail as on a dead network.
 */
export function hookFetch(guard: Guard): void {
  replaceMethod(window, 'fetch', (native) => {
    const send = (input: RequestInfo, init?: RequestInit) =>
      apply(native, window, [input, init]) as Promise<Response>;

    /** A `Request` is made of what the page gave, once, so that what is looked at is what is sent. */
    const sendClearText = (input: RequestInfo, init: RequestInit | undefined, body: unknown) =>
      new NativePromise<Response>((resolve, reject) => {
        const request = new NativeRequest(input, init);
        if (!sends(methodOf(request))) return resolve(send(request));
        const upload = { route: 'fetch', url: urlOf(request), files: fileNames(body) } as const;
        guard.mayLeave(upload, (free) => (free ? resolve(send(request)) : reject(failure())));
      });

    const addressOf = (input: RequestInfo) => (typeof input === 'string' ? input : urlOf(input));

    const sendOn = (input: RequestInfo, init: RequestInit | undefined, body: unknown, isUpload: boolean) => {
      if (clearTextUrl(addressOf(input))) return sendClearText(input, init, body);
      if (isUpload) guard.noteSent(addressOf(input));
      return send(input, init);
    };

    /** `made`: the body belongs to the request itself, and is given to a new one in its place. */
    const vetAndSend = (input: RequestInfo, init: RequestInit | undefined, body: unknown, made: boolean) => {
      let answer: Promise<Response> | undefined;
      let settle: ((answer: Promise<Response>) => void) | undefined;
      const take = (response: Promise<Response>) => {
        if (settle) settle(response);
        else answer = response;
      };
      vetBody(guard, body, {
        ready: (clean, isUpload) => {
          if (clean === body) return take(sendOn(input, init, body, isUpload));
          if (made) return take(sendOn(remade(input as Request, clean), init, clean, isUpload));
          take(sendOn(input, withBody(init ?? {}, clean), clean, isUpload));
        },
        kept: () => take(new NativePromise((_, reject) => reject(failure()))),
      });
      return (
        answer ??
        new NativePromise<Response>((resolve, reject) => {
          settle = resolve;
          ifAborted(signalIn(input, init), reject);
        })
      );
    };

    return {
      fetch(...args: [(RequestInfo | URL)?, RequestInit?]) {
        if (args[0] === undefined) return apply(native, window, args);
        const input = settled(args[0]);
        const { init, body } = pinned(args[1]);
        const stream = vettedStream(guard, body, () => guard.noteSent(addressOf(input)));
        if (stream) return sendOn(input, withBody(init ?? {}, stream), stream, false);
        if (body !== undefined && body !== null) return vetAndSend(input, init, body, false);
        const own = typeof input === 'string' ? undefined : bodyOf(input);
        return own === undefined ? sendOn(input, init, undefined, false) : vetAndSend(input, init, own, true);
      },
    }.fetch as typeof native;
  });
}

function failure(): TypeError {
  return new NativeTypeError('Failed to fetch');
}

function signalIn(input: RequestInfo, init: RequestInit | undefined): AbortSignal | null {
  return init?.signal ?? (typeof input === 'string' ? null : signalOf(input));
}

/** A request that is held can be given up like any other. */
function ifAborted(signal: AbortSignal | null, reject: (reason: unknown) => void): void {
  if (!signal) return;
  try {
    if (isAborted(signal)) return void reject(reasonOf(signal));
    listen(signal, 'abort', () => reject(reasonOf(signal)));
  } catch {
    // No signal: the browser will say so.
  }
}

/** A `Request` as it is, anything else as the string it turns into, asked for only once. */
function settled(input: RequestInfo | URL): RequestInfo {
  if (typeof input === 'string') return input;
  try {
    urlOf(input as Request);
    return input as Request;
  } catch {
    return `${input as URL}`;
  }
}
