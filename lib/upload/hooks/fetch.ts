import { fileNames, sends } from './body.ts';
import { apply, clearTextUrl, getter, replaceMethod } from './natives.ts';
import type { Guard } from './wire.ts';

const NativePromise = Promise;
const NativeRequest = Request;
const NativeTypeError = TypeError;
const urlOf = getter(Request.prototype, 'url');
const methodOf = getter(Request.prototype, 'method');

/** Holds uploads by `fetch` to clear-text endpoints until the guard lets them go; kept back, they fail as on a dead network. */
export function hookFetch(guard: Guard): void {
  replaceMethod(window, 'fetch', (native) => {
    const send = (input: RequestInfo, init?: RequestInit) =>
      apply(native, window, [input, init]) as Promise<Response>;

    /** A `Request` is made of what the page gave, once, so that what is looked at is what is sent. */
    const sendClearText = (input: RequestInfo, init: RequestInit | undefined) =>
      new NativePromise<Response>((resolve, reject) => {
        const request = new NativeRequest(input, init);
        if (!sends(methodOf(request))) return resolve(send(request));
        const upload = { route: 'fetch', url: urlOf(request), files: fileNames(init?.body) } as const;
        guard.mayLeave(upload, (free) =>
          free ? resolve(send(request)) : reject(new NativeTypeError('Failed to fetch')),
        );
      });

    return {
      fetch(...args: [(RequestInfo | URL)?, RequestInit?]) {
        if (args[0] === undefined) return apply(native, window, args);
        const input = settled(args[0]);
        const url = typeof input === 'string' ? input : urlOf(input);
        return clearTextUrl(url) ? sendClearText(input, args[1]) : send(input, args[1]);
      },
    }.fetch as typeof native;
  });
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
