import { fileNames, sends } from './body.ts';
import { vetBody } from './look.ts';
import { apply, clearTextUrl, notes, replaceMethod, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

/** `to` is the address as the page gave it, `url` the whole of it when it is in clear text; `isUpload`: a file goes with it. */
type Opened = { to: string; url: string | null; sync: boolean; held: boolean; isUpload?: boolean };

const NativeDOMException = DOMException;
const upper = uncurry(String.prototype.toUpperCase);
const openNatively = uncurry(
  XMLHttpRequest.prototype.open as (this: XMLHttpRequest, method: string, url: string) => void,
);
const sendNatively = uncurry(XMLHttpRequest.prototype.send);
const abortNatively = uncurry(XMLHttpRequest.prototype.abort);

/** No such object exists: a request for it fails as on a dead network, with all the events that a page waits for. */
const NOWHERE = 'blob:null/meshwarden';

/** Holds uploads by `XMLHttpRequest`: those with a file that nobody has vetted, and those to clear-text endpoints. */
export function hookXhr(guard: Guard): void {
  const opened = notes<XMLHttpRequest, Opened>();
  const isCurrent = (xhr: XMLHttpRequest, state: Opened) => opened.get(xhr) === state;

  function fail(xhr: XMLHttpRequest, state: Opened): void {
    if (!isCurrent(xhr, state)) return;
    opened.delete(xhr);
    // A page that waits in the middle of a script cannot be held: what is not free at once has failed.
    if (state.sync) throw new NativeDOMException('Failed to load.', 'NetworkError');
    openNatively(xhr, 'GET', NOWHERE);
    sendNatively(xhr, null);
  }

  function go(xhr: XMLHttpRequest, state: Opened, body: Body): void {
    if (!isCurrent(xhr, state)) return;
    opened.delete(xhr);
    if (!state.url && state.isUpload) guard.noteSent(state.to);
    sendNatively(xhr, body);
  }

  function askAndGo(xhr: XMLHttpRequest, state: Opened, body: Body): void {
    if (!isCurrent(xhr, state)) return;
    if (!state.url) return void go(xhr, state, body);
    const route = state.sync ? 'sync-xhr' : 'xhr';
    const upload = { route, url: state.url, files: fileNames(body) } as const;
    let isLate = false;
    guard.mayLeave(upload, (free) => {
      if (free) go(xhr, state, body);
      else if (!isLate) fail(xhr, state);
    });
    if (!state.sync || !isCurrent(xhr, state)) return;
    isLate = true;
    fail(xhr, state);
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
          opened.delete(this);
          if (!sends(upper(args[0] as string))) return;
          const url = clearTextUrl(args[1] as string);
          opened.set(this, { to: args[1] as string, url, sync: args.length > 2 && !args[2], held: false });
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
          state.held = true;
          let isReady = false;
          vetBody(guard, body, {
            ready: (clean, isUpload) => {
              isReady = true;
              state.isUpload = isUpload;
              askAndGo(this, state, clean as Body);
            },
            kept: () => fail(this, state),
            isLate: state.sync,
          });
          if (state.sync && !isReady) fail(this, state);
        },
      }).send,
  );
  replaceMethod(
    XMLHttpRequest.prototype,
    'abort',
    (native) =>
      ({
        abort(this: XMLHttpRequest) {
          const isHeld = opened.get(this)?.held === true;
          opened.delete(this);
          if (!isHeld) return apply(native, this, []);
          // As far as the page knows it was being sent: so there is something to break off, and the events of it.
          openNatively(this, 'GET', NOWHERE);
          sendNatively(this, null);
          abortNatively(this);
        },
      }).abort,
  );
}

type Body = XMLHttpRequestBodyInit | Document | null | undefined;
