import { type FormPart, formParts } from './multipart.ts';

export type Scheme = 'http' | 'https' | 'ws' | 'wss';

/** A request as it reached the served internet. `body` grows while it arrives; `complete` says that it came to its end. */
export type ReceivedRequest = {
  scheme: Scheme;
  host: string;
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  readonly body: Buffer;
  complete: boolean;
};

export type Reply = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };
/** A bare string is an HTML page. */
export type Handler = (request: ReceivedRequest) => Reply | string | Promise<Reply | string>;
export type ReceivedFile = {
  host: string;
  scheme: Scheme;
  path: string;
  name: string;
  type: string;
  bytes: Buffer;
};

const MAKERS = new Set([
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'clients2.google.com',
  'update.googleapis.com',
  'redirector.gvt1.com',
  'android.clients.google.com',
  'firefox.settings.services.mozilla.com',
  'content-signature-2.cdn.mozilla.net',
  'aus5.mozilla.org',
  'ads.mozilla.org',
  'merino.services.mozilla.com',
]);

/** The internet as a test serves it: what is routed answers, everything else is refused, and all of it is written down. */
export class World {
  /** Every request that was really received, in order. */
  readonly requests: ReceivedRequest[] = [];
  /** Origins that a browser wanted and that no test serves ("https://telemetry.example"). */
  readonly refused: string[] = [];
  /** What the browsers themselves asked of their makers; refused like the rest, kept apart so that tests can read `refused`. */
  readonly noise: string[] = [];
  readonly #routes = new Map<string, Handler>();
  readonly #offline = new Set<string>();
  #whenOffline: () => void = () => {};

  /** Serves everything under `prefix` ("https://studio.tripo3d.ai/"); the longest fitting prefix answers. */
  route(prefix: string, handler: Handler): void {
    this.#routes.set(new URL(prefix).href, handler);
  }

  /** Cuts the line to `host`, or to everything; open connections are cut as well. `online` mends it. */
  offline(host = '*'): void {
    this.#offline.add(host);
    this.#whenOffline();
  }

  online(): void {
    this.#offline.clear();
  }

  /** Forgets what was received and refused so far; routes stay. */
  clear(): void {
    this.requests.length = 0;
    this.refused.length = 0;
    this.noise.length = 0;
  }

  /** Requests to `host`, optionally of one method. */
  to(host: string, method?: string): ReceivedRequest[] {
    return this.requests.filter((each) => each.host === host && (!method || each.method === method));
  }

  /**
   * Every file that arrived: those of forms (`name` is the form's), and bodies sent bare by POST or PUT (`name` is empty).
   * WebSocket messages count as bare bodies.
   */
  filesReceived(): ReceivedFile[] {
    return this.requests.flatMap(filesOf);
  }

  /** For the proxy: is this origin ("https://host") served and reachable? Writes down a refusal. */
  serves(origin: string): boolean {
    const { host } = new URL(origin);
    if (this.#offline.has('*') || this.#offline.has(host)) return false;
    if (this.#origins().has(origin)) return true;
    (MAKERS.has(host) ? this.noise : this.refused).push(origin);
    return false;
  }

  /** For the proxy: the handler's answer; 404 where no route fits. */
  async answer(request: ReceivedRequest): Promise<Reply> {
    const url = `${request.scheme.replace('ws', 'http')}://${request.host}${request.path}`;
    const fitting = [...this.#routes].filter(([prefix]) => url.startsWith(prefix));
    const [, handler] = fitting.sort(([a], [b]) => b.length - a.length)[0] ?? [];
    if (!handler) return { status: 404, body: 'not here' };
    const reply = await handler(request);
    return typeof reply === 'string'
      ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: reply }
      : reply;
  }

  /** For the proxy: called when a line is cut. */
  onOffline(cut: () => void): void {
    this.#whenOffline = cut;
  }

  #origins(): Set<string> {
    return new Set([...this.#routes.keys()].map((prefix) => new URL(prefix).origin));
  }
}

function filesOf(request: ReceivedRequest): ReceivedFile[] {
  const { host, scheme, path, body } = request;
  const type = request.headers['content-type'] ?? '';
  const where = { host, scheme, path };
  const parts = formParts(type, body).filter(hasName);
  if (parts.length > 0) return parts.map(({ name, type, bytes }) => ({ ...where, name, type, bytes }));
  const bare = body.length > 0 && !type.startsWith('multipart/') && !type.includes('urlencoded');
  return bare ? [{ ...where, name: '', type, bytes: body }] : [];
}

function hasName(part: FormPart): part is FormPart & { name: string } {
  return part.name !== undefined && (part.name !== '' || part.bytes.length > 0);
}
