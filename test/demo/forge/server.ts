import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import exifr from 'exifr';
import { formParts } from '../../browser/harness/multipart.ts';
import type { ReceivedRequest, Reply, World } from '../../browser/harness/world.ts';
import { samplePhoto } from './photo.ts';
import { type PolicyVersion, privacyPage, termsPage } from './policy.ts';

export const FORGE = 'https://forge.meshwarden.test/';
export const TRAP = 'http://trap.meshwarden.test/';

export type Forge = { policy: PolicyVersion; photo: Buffer };

/** Serves the pretend generator and its unencrypted trap in `world`. Setting `policy` publishes the other version. */
export async function serveForge(world: World): Promise<Forge> {
  const forge: Forge = { policy: 1, photo: await samplePhoto() };
  const files: Record<string, Reply> = {
    '/': await file('page.html', 'text/html'),
    '/forge.css': await file('forge.css', 'text/css'),
    '/forge.js': await file('forge.js', 'text/javascript'),
    '/sample-photo.jpg': { headers: { 'content-type': 'image/jpeg' }, body: forge.photo },
  };
  const answers: Record<string, (request: ReceivedRequest) => Reply | string | Promise<Reply>> = {
    '/privacy': () => privacyPage(forge.policy),
    '/terms': termsPage,
    '/upload': readUpload,
    '/policy-version': ({ method }) => {
      if (method === 'POST') forge.policy = forge.policy === 1 ? 2 : 1;
      return json({ version: forge.policy });
    },
  };
  world.route(FORGE, (request) => answers[request.path]?.(request) ?? files[request.path] ?? { status: 404 });
  world.route(TRAP, () => ({ headers: { 'access-control-allow-origin': '*' }, body: 'received' }));
  return forge;
}

/** What anybody can read in a picture, in words: the place, names, serial numbers. */
export async function readable(bytes: Uint8Array): Promise<string[]> {
  const all = (await exifr.parse(bytes, { xmp: true, iptc: true }).catch(() => undefined)) as
    | Fields
    | undefined;
  if (!all) return [];
  const { latitude, longitude } = all;
  const place = latitude !== undefined && longitude !== undefined;
  return [
    ...(place ? [`location ${latitude.toFixed(4)}, ${longitude.toFixed(4)}`] : []),
    ...LABELS.flatMap(([field, label]) =>
      all[field] === undefined ? [] : [`${label} ${String(all[field])}`],
    ),
  ];
}

type Fields = Partial<Record<string, unknown>> & { latitude?: number; longitude?: number };

const LABELS = [
  ['Artist', 'artist'],
  ['ImageDescription', 'description'],
  ['Model', 'camera'],
  ['SerialNumber', 'camera serial number'],
  ['LensSerialNumber', 'lens serial number'],
  ['Software', 'software'],
] as const;

async function readUpload({ headers, body }: ReceivedRequest): Promise<Reply> {
  const [part] = formParts(headers['content-type'] ?? '', body);
  return json({ readable: part ? await readable(part.bytes) : [] });
}

function json(value: unknown): Reply {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

async function file(name: string, type: string): Promise<Reply> {
  const body = await readFile(join(import.meta.dirname, name));
  return { headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
