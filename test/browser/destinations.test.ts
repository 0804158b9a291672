import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const CLOUD = 'https://tripo-data.s3.us-west-2.amazonaws.com/';
const PAGE = `<!doctype html><title>studio</title><input type="file" id="input"><script>
  const form = (file) => { const data = new FormData(); data.append('file', file); return data; };
  const put = (url, body) => { const xhr = new XMLHttpRequest(); xhr.open('PUT', url); xhr.send(body); };
  input.onchange = () => {
    const [file] = input.files;
    fetch('/api/count', { method: 'POST', body: JSON.stringify({ size: file.size }) });
    navigator.sendBeacon('https://stats.example/', new Blob(['{"click":1}'], { type: 'application/json' }));
    fetch('/api/upload', { method: 'POST', body: form(file) });
    put('${CLOUD}bucket/photo', file);
  };
</script>`;

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-destinations-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs with the extension's rights: the uploads in the ledger. */
async function storedUploads(): Promise<unknown[]> {
  const opening = indexedDB.open('meshwarden');
  await new Promise((done) => {
    opening.onsuccess = done;
  });
  const reading = opening.result.transaction('ledger').objectStore('ledger').getAll();
  await new Promise((done) => {
    reading.onsuccess = done;
  });
  opening.result.close();
  return reading.result.filter(({ type }) => type === 'upload');
}

describe.each(BROWSERS)('where files went, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? PAGE : { body: 'received' }));
    for (const url of [CLOUD, 'https://stats.example/'])
      bench.world.route(url, () => ({
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' },
      }));
  });
  afterAll(() => bench?.close());

  it('is noted with the cloud, its region and whose it is; what carries no file of the person is not', async () => {
    const page = await bench.page(STUDIO);
    await bench.pick(page, '#input', [photo]);
    const uploads = await until(
      async () => {
        const all = await bench.background(storedUploads);
        return all.length >= 2 ? all : undefined;
      },
      { what: 'two uploads in the ledger' },
    );
    const sent = { site: 'tripo', encrypted: true, outcome: 'sent' };
    expect(uploads).toHaveLength(2);
    expect(uploads).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...sent, host: 'studio.tripo3d.ai', party: 'first' }),
        expect.objectContaining({ ...sent, provider: 'Amazon S3', region: 'us-west-2', party: 'third' }),
      ]),
    );
    const popup = await bench.popup(page);
    await popup.waitForFunction(() =>
      document.body.textContent?.includes('Sent encrypted to Amazon S3, us-west-2.'),
    );
    await page.close();
  });
});
