import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext } from 'node:tls';
import { certificateFor } from './certificate.ts';
import { acceptWebSocket } from './websocket.ts';
import type { ReceivedRequest, Scheme, World } from './world.ts';

export type Proxy = { port: number; close(): Promise<void> };

const TLS_HANDSHAKE = 0x16;

/**
 * A forward proxy on a free loopback port that ends every connection itself: plain requests, CONNECT tunnels with or
 * without TLS on any port, WebSockets. No byte goes on to the real network: `world` answers or the line is refused.
 */
export async function startProxy(world: World, { http2 = false } = {}): Promise<Proxy> {
  const sockets = new Set<Duplex>();
  const plain = createServer(answer(world, 'http'));
  const secure = http2
    ? newServer(answer(world, 'https'))
    : createTlsServer({ SNICallback: contextByName() }, answer(world, 'https'));
  plain.on('upgrade', upgrade(world, 'ws'));
  secure.on('upgrade', upgrade(world, 'wss'));
  secure.on('tlsClientError', (_error, socket) => socket.destroy());
  plain.on('clientError', (_error, socket) => socket.destroy());
  plain.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  plain.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!world.serves(originOfTunnel(request.url ?? ''))) return void socket.end(REFUSED);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (!first) return void socket.destroy();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
    });
  });
  world.onOffline(() => {
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
  return {
    port: (plain.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => plain.close(done));
    },
  };
}

/** One that speaks HTTP/2 as well. What a handler needs of it looks the same (Node's "HTTP2 compatibility API"). */
function newServer(handler: RequestListener): TlsServer {
  const options = { SNICallback: contextByName(), allowHTTP1: true };
  return createSecureServer(options, handler as never) as unknown as TlsServer;
}

const REFUSED = 'HTTP/1.1 502 Not Served By This Test\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/** "host:443" and "host:80" as an origin; a port that is neither tells nothing of the scheme: taken as TLS. */
function originOfTunnel(target: string): string {
  return target.endsWith(':80') ? new URL(`http://${target}`).origin : new URL(`https://${target}`).origin;
}

/** Makes one certificate a host name, when it is first asked for. */
function contextByName() {
  const made = new Map<string, Promise<SecureContext>>();
  return (name: string, done: (error: Error | null, context?: SecureContext) => void) => {
    const context = made.get(name) ?? certificateFor(name).then(createSecureContext);
    made.set(name, context);
    context.then((it) => done(null, it), done);
  };
}

function answer(world: World, scheme: Scheme) {
  return async (message: IncomingMessage, response: ServerResponse) => {
    const request = received(message, scheme);
    // A tunnel was let through as a whole, and a plain proxy request names its host itself: look at each.
    if (!world.serves(`${scheme}://${request.host}`)) return void message.socket.end(REFUSED);
    world.requests.push(request);
    await readBody(message, request);
    if (!request.complete) return;
    const { status = 200, headers = {}, body = '' } = await world.answer(request).catch(failed);
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    response.end(body);
  };
}

function failed(error: unknown) {
  return { status: 500, headers: {}, body: `the test's own handler failed: ${String(error)}` };
}

function upgrade(world: World, scheme: Scheme) {
  return (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    const request = received(message, scheme);
    if (!world.serves(`${scheme.replace('ws', 'http')}://${request.host}`)) return void socket.end(REFUSED);
    world.requests.push(request);
    acceptWebSocket(message, socket, head, (bytes) => request.chunks.push(bytes));
    socket.on('close', () => {
      request.complete = true;
    });
  };
}

function received(message: IncomingMessage, scheme: Scheme): ReceivedRequest & { chunks: Buffer[] } {
  const chunks: Buffer[] = [];
  const url = message.url ?? '/';
  const absolute = url.startsWith('/') ? undefined : new URL(url);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    scheme,
    host: withoutDefaultPort(absolute?.host ?? headers.host ?? headers[':authority'] ?? '', scheme),
    method: message.method ?? '',
    path: absolute ? absolute.pathname + absolute.search : url,
    headers,
    complete: false,
    chunks,
    get body() {
      if (chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks));
      return chunks[0] ?? Buffer.alloc(0);
    },
  };
}

function withoutDefaultPort(host: string, scheme: Scheme): string {
  return host.replace(scheme === 'https' || scheme === 'wss' ? /:443$/ : /:80$/, '');
}

/** Bytes are written down as they come, so that a test also sees the start of a body that was cut off. */
async function readBody(
  message: IncomingMessage,
  request: ReceivedRequest & { chunks: Buffer[] },
): Promise<void> {
  try {
    for await (const chunk of message) request.chunks.push(chunk as Buffer);
    request.complete = true;
  } catch {
    // The browser went away half-way; what came stays on record, with `complete` false.
  }
}
