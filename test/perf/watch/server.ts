import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { MAX_PAGE } from '../../../lib/watch/fetch-policy.ts';

type Answer = (response: ServerResponse, page: string) => void;

/** Everything that a server may do wrong, and a few things that are only unusual. */
const MISDEEDS = {
  'answers late': (response, page) => void setTimeout(() => html(response, page), 120),
  'drips its page': drip,
  'speaks gzip': (response, page) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.end(gzipSync(page));
  },
  'has no such page': (response) => status(response, 404),
  'is broken': (response) => status(response, 500),
  'wants to be left alone': (response) => status(response, 429, { 'retry-after': '7200' }),
  'asks for a person': (response) => status(response, 403),
  'leads away': (response) => status(response, 302, { location: '/parked.example/privacy' }),
  'leads in a circle': (response) => status(response, 302, { location: response.req.url ?? '/' }),
  'never answers': () => {},
  'never ends': endless,
  'hangs up': (response) => response.destroy(),
  'hangs up in the middle': (response, page) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': page.length * 2 });
    response.write(page.slice(0, page.length / 2), () => response.destroy());
  },
  'says that all is unchanged': (response) => status(response, 304),
  'sends an error page as if all were well': (response) =>
    html(response, '<!doctype html><title>404</title><h1>Page not found</h1>'),
  'asks whether we are human': (response) =>
    html(response, '<!doctype html><title>Just a moment...</title><p>Checking your browser</p>'),
  'sends a shell for scripts': (response) =>
    html(response, '<!doctype html><div id="root"></div><script src="/app.js"></script>'),
  'sends a PDF': (response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' });
    response.end('%PDF-1.7');
  },
  'sends half of the text': (response, page) => html(response, page.slice(0, page.length * 0.25)),
} satisfies Record<string, Answer>;

export type Misdeed = keyof typeof MISDEEDS;
export const NAMES = Object.keys(MISDEEDS) as Misdeed[];

/** A host of the server: what it publishes by path, and how it misbehaves for its next few requests. */
export type Host = { pages: Record<string, string>; misdeed?: Misdeed; times: number };

/** Serves pretend hosts as folders: `/vendor.example/privacy`. Gives the address to put in front, and a way to stop. */
export async function serve(hosts: ReadonlyMap<string, Host>): Promise<{ base: string; close(): void }> {
  const server = createServer((request, response) => answer(hosts, request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}/`, close: () => stop(server) };
}

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

function answer(
  hosts: ReadonlyMap<string, Host>,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  const [, name = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(url) ?? [];
  const host = hosts.get(name);
  const page = host?.pages[path];
  if (!host || page === undefined) status(response, 404);
  else if (!host.misdeed || host.times <= 0) html(response, page);
  else {
    host.times -= 1;
    MISDEEDS[host.misdeed](response, page);
  }
}

function html(response: ServerResponse, page: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}

function status(response: ServerResponse, code: number, headers: Record<string, string> = {}): void {
  response.writeHead(code, headers);
  response.end();
}

function drip(response: ServerResponse, page: string): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  let at = 0;
  const timer = setInterval(() => {
    response.write(page.slice(at, at + 8_000));
    at += 8_000;
    if (at < page.length) return;
    clearInterval(timer);
    response.end();
  }, 5);
}

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  const piece = 'We keep your files. '.repeat(5_000);
  let sent = 0;
  const more = () => {
    if (response.destroyed || sent > MAX_PAGE * 4) return;
    sent += piece.length;
    response.write(piece, more);
  };
  more();
}
