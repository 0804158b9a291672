import { carriesFile, fileNames } from './body.ts';
import { isHarmless, vetBody } from './look.ts';
import { apply, clearTextUrl, getter, interfaceOf, notes, replaceMethod, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const urlOf = getter(WebSocket.prototype, 'url');
const close = uncurry(WebSocket.prototype.close);

/** What messages are sent through. A data channel (WebRTC) is always encrypted, and nobody can say where it leads. */
type Socket = WebSocket | RTCDataChannel;
/** A socket's messages go in order: behind one that is held, all others wait. */
type Line = { isOpen: boolean; isBusy: boolean; waiting: () => void };

/**
 * Holds what is sent through sockets: a message with a file that nobody has vetted, and everything that would go in clear text, about
 * which is asked once a socket. A message that is kept back is left out; a socket in clear text that is kept back is closed.
 */
export function hookSockets(guard: Guard): void {
  const lines = notes<Socket, Line>();

  function lineOf(socket: Socket): Line {
    const known = lines.get(socket);
    if (known) return known;
    const url = addressOf(socket);
    const line: Line = { isOpen: url === '' || !clearTextUrl(url), isBusy: false, waiting: () => {} };
    lines.set(socket, line);
    return line;
  }

  function noteSent(socket: Socket): void {
    const url = addressOf(socket);
    if (url !== '') guard.noteSent(url);
  }

  function step(socket: Socket, line: Line, data: unknown, send: (data: unknown) => void): void {
    line.isBusy = true;
    const done = () => {
      line.isBusy = false;
      const next = line.waiting;
      line.waiting = () => {};
      next();
    };
    const ready = (clean: unknown, isUpload: boolean) => {
      if (line.isOpen) {
        if (isUpload) noteSent(socket);
        return tryThen(() => send(clean), done);
      }
      const url = addressOf(socket);
      guard.mayLeave({ route: 'socket', url, files: fileNames(clean) }, (free) => {
        if (!free) return close(socket as WebSocket);
        line.isOpen = true;
        tryThen(() => send(clean), done);
      });
    };
    vetBody(guard, data, { ready, kept: done });
  }

  const sendOn =
    (native: (data: never) => void) =>
    (socket: Socket, data: unknown): void => {
      const line = lineOf(socket);
      const send = (clean: unknown) => void apply(native, socket, [clean]);
      if (line.isOpen && !line.isBusy && isHarmless(data)) {
        if (carriesFile(data)) noteSent(socket);
        return void send(data);
      }
      if (!line.isBusy) return void step(socket, line, data, send);
      // A chain of closures and not an array: the page can set traps on arrays.
      const before = line.waiting;
      line.waiting = () => {
        before();
        if (line.isBusy) waitAgain(line, () => step(socket, line, data, send));
        else step(socket, line, data, send);
      };
    };

  const Channel = interfaceOf<typeof RTCDataChannel>('RTCDataChannel');
  for (const prototype of [WebSocket.prototype, Channel?.prototype]) {
    if (!prototype) continue;
    replaceMethod(prototype as WebSocket, 'send', (native) => {
      const send = sendOn(native);
      return {
        send(this: WebSocket, data: unknown) {
          return send(this, data);
        },
      }.send;
    });
  }
}

/** What cannot be sent is the page's to hear of, but those that wait behind it wait no longer. */
function tryThen(send: () => void, done: () => void): void {
  try {
    send();
  } finally {
    done();
  }
}

/** '' when it has none. */
function addressOf(socket: Socket): string {
  try {
    return urlOf(socket as WebSocket);
  } catch {
    return '';
  }
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
