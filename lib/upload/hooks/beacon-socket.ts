import { carriesFile, fileNames } from './body.ts';
import { isHarmless, vetBody } from './look.ts';
import { apply, clearTextUrl, getter, notes, replaceMethod, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const urlOf = getter(WebSocket.prototype, 'url');
const close = uncurry(WebSocket.prototype.close);

/** Holds beacons with files that nobody has vetted, and those to clear-text endpoints. The page is told that they are queued, as of any beacon. */
export function hookBeacon(guard: Guard): void {
  replaceMethod(
    Navigator.prototype,
    'sendBeacon',
    (native) =>
      ({
        sendBeacon(this: Navigator, ...args: [string | URL, BodyInit?]): boolean {
          if (args.length > 0) args[0] = `${args[0]}`;
          const url = args.length > 0 && clearTextUrl(args[0] as string);
          if (!url && carriesFile(args[1])) guard.noteSent(args[0] as string);
          if (!url && isHarmless(args[1])) return apply(native, this, args);
          let queued = true;
          const go = (body: unknown) => {
            queued = apply(native, this, [args[0] as string, body as BodyInit]);
          };
          const ready = (body: unknown) => {
            if (!url) return go(body);
            guard.mayLeave({ route: 'beacon', url, files: fileNames(body) }, (free) => {
              if (free) go(body);
            });
          };
          vetBody(guard, args[1], { ready, kept: () => {} });
          return queued;
        },
      }).sendBeacon,
  );
}

/** A socket's messages go in order: behind one that is held, all others wait. */
type Line = { isOpen: boolean; isBusy: boolean; waiting: () => void };

/**
 * Holds what is sent through sockets: a message with a file that nobody has vetted, and everything that would go in clear text, about
 * which is asked once a socket. A message that is kept back is left out; a socket in clear text that is kept back is closed.
 */
export function hookSocket(guard: Guard): void {
  const lines = notes<WebSocket, Line>();

  function lineOf(socket: WebSocket): Line {
    const known = lines.get(socket);
    if (known) return known;
    const line: Line = { isOpen: !clearTextUrl(urlOf(socket)), isBusy: false, waiting: () => {} };
    lines.set(socket, line);
    return line;
  }

  function step(socket: WebSocket, line: Line, data: unknown, send: (data: unknown) => void): void {
    line.isBusy = true;
    const done = () => {
      line.isBusy = false;
      const next = line.waiting;
      line.waiting = () => {};
      next();
    };
    const ready = (clean: unknown) => {
      if (line.isOpen) {
        send(clean);
        return done();
      }
      const url = urlOf(socket);
      guard.mayLeave({ route: 'socket', url, files: fileNames(clean) }, (free) => {
        if (!free) return close(socket);
        line.isOpen = true;
        send(clean);
        done();
      });
    };
    vetBody(guard, data, { ready, kept: done });
  }

  replaceMethod(
    WebSocket.prototype,
    'send',
    (native) =>
      ({
        send(this: WebSocket, data: unknown) {
          const line = lineOf(this);
          const send = (clean: unknown) => apply(native, this, [clean]);
          if (line.isOpen && !line.isBusy && isHarmless(data)) return send(data);
          if (!line.isBusy) return step(this, line, data, send);
          // A chain of closures and not an array: the page can set traps on arrays.
          const before = line.waiting;
          line.waiting = () => {
            before();
            if (line.isBusy) waitAgain(line, () => step(this, line, data, send));
            else step(this, line, data, send);
          };
        },
      }).send,
  );
}

/** Behind those that wait already. */
function waitAgain(line: Line, work: () => void): void {
  const before = line.waiting;
  line.waiting = () => {
    before();
    if (line.isBusy) waitAgain(line, work);
    else work();
  };
}
