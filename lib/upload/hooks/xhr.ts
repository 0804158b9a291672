import { fileNames, sends } from './body.ts';
import { apply, clearTextUrl, notes, replaceMethod, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

type Opened = { url: string; sync: boolean; held: boolean };

const NativeDOMException = DOMException;
const upper = uncurry(String.prototype.toUpperCase);
const openNatively = uncurry(
  XMLHttpRequest.prototype.open as (this: XMLHttpRequest, method: string, url: string) => void,
);
const sendNatively = uncurry(XMLHttpRequest.prototype.send);

/** No such object exists: a request for it fails as on a dead network, with all the events that a page waits for. */
const NOWHERE = 'blob:null/meshwarden';

/** Holds uploads by `XMLHttpRequest` to clear-text endpoints. Only those are remembered between `open` and `send`. */
export function hookXhr(guard: Guard): void {
  const opened = notes<XMLHttpRequest, Opened>();
  const isCurrent = (xhr: XMLHttpRequest, state: Opened) => opened.get(xhr) === state;

  function ask(xhr: XMLHttpRequest, state: Opened, body: Body): void {
    state.held = true;
    const upload = {
      route: state.sync ? 'sync-xhr' : 'xhr',
      url: state.url,
      files: fileNames(body),
    } as const;
    guard.mayLeave(upload, (free) => {
      if (!isCurrent(xhr, state)) return;
      opened.delete(xhr);
      if (free) return sendNatively(xhr, body);
      if (state.sync) return;
      openNatively(xhr, 'GET', NOWHERE);
      sendNatively(xhr, null);
    });
  }

  replaceMethod(
    XMLHttpRequest.prototype,
    'open',
    (native) =>
      ({
        open(this: XMLHttpRequest, ...args: unknown[]) {
          if (args.length > 0) args[0] = `${args[0]}`;
          if (args.length > 1) args[1] = `${args[1]}`;
          apply(native, this, args);
          const url = clearTextUrl(args[1] as string);
          opened.delete(this);
          if (url && sends(upper(args[0] as string))) {
            opened.set(this, { url, sync: args.length > 2 && !args[2], held: false });
          }
        },
      }).open,
  );
  replaceMethod(
    XMLHttpRequest.prototype,
    'send',
    (native) =>
      ({
        send(this: XMLHttpRequest, body: Body) {
          const state = opened.get(this);
          if (!state) return apply(native, this, [body]);
          if (state.held) throw new NativeDOMException('The object is already sending.', 'InvalidStateError');
          ask(this, state, body);
          // A page that waits in the middle of a script cannot be held: what is not free at once has failed.
          if (state.sync && isCurrent(this, state))
            throw new NativeDOMException('Failed to load.', 'NetworkError');
        },
      }).send,
  );
  replaceMethod(
    XMLHttpRequest.prototype,
    'abort',
    (native) =>
      ({
        abort(this: XMLHttpRequest) {
          opened.delete(this);
          apply(native, this, []);
        },
      }).abort,
  );
}

type Body = XMLHttpRequestBodyInit | Document | null | undefined;
