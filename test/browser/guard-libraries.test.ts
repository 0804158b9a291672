import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, type ReceivedRequest, type Reply, until } from './harness/index.ts';
import { bundleLibraries } from './libraries/bundle.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const BUCKET = 'https://bucket.s3.us-west-2.amazonaws.com/';
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
};

type By = 'pick' | 'choose' | 'drop';
/** The page's name for the library, how the file comes, and where it arrives. */
const LIBRARIES: [library: string, by: By, method: string, path: string][] = [
  ['plainReact', 'pick', 'POST', '/upload'],
  ['plainVue', 'pick', 'POST', '/upload'],
  ['plainSvelte', 'pick', 'POST', '/upload'],
  ['reactDropzone', 'pick', 'POST', '/upload'],
  ['reactDropzone', 'drop', 'POST', '/upload'],
  ['antd', 'pick', 'POST', '/upload'],
  ['antd', 'drop', 'POST', '/upload'],
  ['filepond', 'pick', 'POST', '/upload'],
  ['filepond', 'drop', 'POST', '/upload'],
  ['dropzone', 'choose', 'POST', '/upload'],
  ['dropzone', 'drop', 'POST', '/upload'],
  ['uppyXhr', 'pick', 'POST', '/upload'],
  ['uppyTus', 'pick', 'PATCH', '/tus/1'],
  ['uppyS3', 'pick', 'PUT', '/'],
  ['gradioLike', 'pick', 'POST', '/gradio_api/upload'],
  ['streamlitLike', 'pick', 'PUT', '/_stcore/upload_file/session/1'],
  ['comfyLike', 'choose', 'POST', '/upload/image'],
];

let folder: string;
let photo: string;
let script: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-libraries-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
  script = await bundleLibraries();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PAGE = `<!doctype html><html lang="en"><title>studio</title>
  <div id="zone" style="width: 400px; min-height: 80px; background: #ddd"></div><script src="/page.js"></script></html>`;

/** The server of the tus protocol 1.0 ("Core protocol", "Creation"), for one upload. */
function tus({ method, headers, body }: ReceivedRequest): Reply {
  const common = { 'tus-resumable': '1.0.0' };
  if (method === 'POST') return { status: 201, headers: { ...common, location: '/tus/1' } };
  const offset = Number(headers['upload-offset']) + body.length;
  return { status: 204, headers: { ...common, 'upload-offset': String(offset) } };
}

describe.each(BROWSERS)('the libraries that people meet, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, (request) => {
      if (request.path === '/page.js')
        return { headers: { 'content-type': 'text/javascript' }, body: script };
      if (request.path.startsWith('/tus/')) return tus(request);
      return request.method === 'GET' ? PAGE : { body: '{"name":"photo.jpg"}' };
    });
    bench.world.route(BUCKET, () => ({ headers: { ...CORS, etag: '"1"' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());
  afterEach(() => page.close());

  type Seen = { calls: string[]; leaks: Set<string> };
  const seen = () =>
    page.evaluate(() => {
      const { calls, leaks } = window as never as Seen;
      return { calls, leaks: [...leaks] };
    });
  const deliver: Record<By, () => Promise<void>> = {
    pick: () => bench.pick(page, 'input[type=file]', [photo]),
    choose: async () => bench.choose(page, (await page.$('#button')) ? '#button' : '#zone', [photo]),
    drop: () => bench.drop(page, '#zone > *', [photo]),
  };

  it.each(LIBRARIES)('get a clean file, once: %s, %s', async (library, by, method, path) => {
    page = await bench.page(`${STUDIO}?${library}`);
    await deliver[by]();
    await until(async () => (await seen()).calls.length > 0, { what: 'the handler' });
    const uploads = () =>
      bench.world.requests.filter((each) => each.method === method && each.path.startsWith(path));
    const bytes = () => Buffer.concat(uploads().map(({ body }) => body));
    // The end of the picture: the last byte of what is to come, however many requests it took.
    await until(
      () => bytes().includes(Buffer.from([0xff, 0xd9])) && uploads().every((each) => each.complete),
      {
        what: 'the upload',
      },
    );
    expect(leaks(bytes())).toEqual([]);
    expect(bytes().includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(true);
    if (library === 'uppyTus') expect(uploads().length).toBeGreaterThan(1);
    expect(await bench.guardText(page)).toContain('1 file cleaned');
    expect(await seen()).toEqual({ calls: ['photo.jpg'], leaks: [] });
  });
});
