import { fileNames } from './body.ts';
import { apply, clearTextUrl, getter, notes, replaceMethod, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

type Held = { open: boolean; flush: () => void };

const urlOf = getter(WebSocket.prototype, 'url');
const close = uncurry(WebSocket.prototype.close);

/** Holds beacons to clear-text endpoints. The page is told that they are queued, as of any beacon. */
export function hookBeacon(guard: Guard): void {
  replaceMethod(
    Navigator.prototype,
    'sendBeacon',
    (native) =>
      ({
        sendBeacon(this: Navigator, ...args: [string | URL, BodyInit?]): boolean {
          if (args.length > 0) args[0] = `${args[0]}`;
          const url = args.length > 0 && clearTextUrl(args[0] as string);
          if (!url) return apply(native, this, args);
          let queued = true;
          guard.mayLeave({ route: 'beacon', url, files: fileNames(args[1]) }, (free) => {
            if (free) queued = apply(native, this, args);
          });
          return queued;
        },
      }).sendBeacon,
  );
}

/** Holds what is sent through clear-text sockets, in order; asked once a socket. Kept back, the socket is closed. */
export function hookSocket(guard: Guard): void {
  const sockets = notes<WebSocket, Held>();

  function ask(socket: WebSocket, url: string, data: unknown): Held {
    const held: Held = { open: false, flush: () => {} };
    sockets.set(socket, held);
    guard.mayLeave({ route: 'socket', url, files: fileNames(data) }, (free) => {
      held.open = free;
      if (free) held.flush();
      else close(socket);
    });
    return held;
  }

  replaceMethod(
    WebSocket.prototype,
    'send',
    (native) =>
      ({
        send(this: WebSocket, data: unknown) {
          const url = clearTextUrl(urlOf(this));
          const held = url && (sockets.get(this) ?? ask(this, url, data));
          if (!held || held.open) return apply(native, this, [data]);
          // A chain of closures and not an array: the page can set traps on arrays.
          const before = held.flush;
          held.flush = () => {
            before();
            apply(native, this, [data]);
          };
        },
      }).send,
  );
}
