import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const CLOUD = 'https://tripo-data.s3.us-west-2.amazonaws.com/';
/** Sends the chosen file on every way that a page has, each to a host of its own, and things that are no file of anybody's. */
const PAGE = `<!doctype html><title>studio</title><input type="file" id="input">
  <form id="form" method="post" enctype="multipart/form-data" target="frame" action="https://forms.example/">
    <input type="file" name="file" id="field"><button id="button" formaction="https://action.example/">send</button></form>
  <form id="search" method="post" target="frame" action="https://search.example/"><input name="words"><input type="file" name="none"></form>
  <iframe name="frame"></iframe><script>
  const form = (file) => { const data = new FormData(); data.append('file', file); return data; };
  const request = (method, url, body) => { const xhr = new XMLHttpRequest(); xhr.open(method, url); xhr.send(body); };
  const post = (url, body) => fetch(url, { method: 'POST', body, mode: 'no-cors' });
  const socket = (url, message) => { const socket = new WebSocket(url); socket.onopen = () => socket.send(message); };
  const asUrl = (file) => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(file); });
  const filled = (file) => { const load = new DataTransfer(); load.items.add(file); field.files = load.files; };
  const ways = {
    'a form': (file) => post('/api/upload', form(file)),
    'a put': (file) => request('PUT', '${CLOUD}bucket/photo', file),
    'a beacon': (file) => navigator.sendBeacon('https://beacon.example/', file),
    'a piece': (file) => post('https://piece.example/', file.slice(0, 99)),
    'bytes': async (file) => post('https://bytes.example/', await file.arrayBuffer()),
    'base64': async (file) => post('https://base64.example/', JSON.stringify({ image: await asUrl(file) })),
    'a socket': (file) => socket('wss://socket.example/', file),
    'a socket of bytes': async (file) => socket('wss://messages.example/', await file.arrayBuffer()),
    'a form of a person': (file) => { filled(file); button.click(); },
    'submit()': (file) => { filled(file); document.querySelector('#form').submit(); },
    'a double': (file) => post('https://cdn.kaidim.com:8443/', file),
    'this computer': (file) => post('http://127.0.0.1:7860/upload', form(file)),
    'words': () => {
      post('https://stats.example/', JSON.stringify({ size: 7 }));
      navigator.sendBeacon('https://stats.example/', new Blob(['{"click":1}'], { type: 'application/json' }));
      socket('wss://stats.example/', 'hello');
      search.submit();
    },
    'a form that it sends by itself': (file) => {
      filled(file);
      const own = document.querySelector('#form');
      own.onsubmit = (event) => { new FormData(own); event.preventDefault(); };
      own.requestSubmit();
      own.onsubmit = null;
    },
  };
  const pause = () => new Promise((done) => setTimeout(done, 150));
  input.onchange = async () => {
    const [file] = input.files;
    for (const way of Object.values(ways)) { await way(file); await pause(); }
    window.isDone = true;
  };
</script>`;

/** Sends a file to the address that it is told, as a worker of the page and as a service worker. */
const WORKER = `onmessage = async ({ data: url, source }) => {
  const data = new FormData();
  data.append('file', new File([new Uint8Array(999)], 'a.png', { type: 'image/png' }));
  await fetch(url, { method: 'POST', body: data, mode: 'no-cors' });
  (source ?? self).postMessage('done');
};`;

const SITES = [
  CLOUD,
  'https://www.meshy.ai/',
  'https://www.krea.ai/',
  'https://lumalabs.ai/',
  ...['beacon', 'piece', 'bytes', 'base64', 'socket', 'messages', 'forms', 'action', 'stats', 'search'].map(
    (name) => `https://${name}.example/`,
  ),
  'https://cdn.kaidim.com:8443/',
  'http://127.0.0.1:7860/',
];

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
    bench.world.route(STUDIO, ({ path }) => {
      if (path === '/worker.js') return { headers: { 'content-type': 'text/javascript' }, body: WORKER };
      return path === '/' ? PAGE : { body: 'received' };
    });
    for (const url of SITES)
      bench.world.route(url, () => ({
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' },
      }));
  });
  afterAll(() => bench?.close());

  it('is noted on every way, with whose it is and what is odd; what carries no file of the person is not', async () => {
    const page = await bench.page(STUDIO);
    await bench.pick(page, '#input', [photo]);
    await page.waitForFunction(() => 'isDone' in window);
    const uploads = await until(
      async () => {
        const all = await bench.background(storedUploads);
        return all.length >= 12 ? all : undefined;
      },
      { what: 'the uploads in the ledger' },
    );
    const sent = { site: 'tripo', encrypted: true, outcome: 'sent', party: 'third' };
    const by = (name: string) => ({ ...sent, host: `${name}.example` });
    const wanted = [
      { ...sent, host: 'studio.tripo3d.ai', party: 'first' },
      { ...sent, provider: 'Amazon S3', region: 'us-west-2' },
      ...['beacon', 'piece', 'bytes', 'base64', 'socket', 'messages', 'action', 'forms'].map(by),
      {
        ...sent,
        host: 'cdn.kaidim.com',
        odd: [
          { id: 'port', about: '8443' },
          { id: 'bears_name', about: 'Kaedim' },
        ],
      },
      { ...sent, host: '127.0.0.1', encrypted: false, local: true },
    ];
    expect(uploads).toHaveLength(wanted.length);
    expect(uploads).toEqual(expect.arrayContaining(wanted.map((each) => expect.objectContaining(each))));
    const popup = await bench.popup(page);
    await popup.waitForFunction(() => {
      const text = document.body.textContent ?? '';
      return (
        text.includes('Sent encrypted to Amazon S3, us-west-2.') &&
        text.includes('It bears the name of Kaedim') &&
        text.includes('Went to a program on this computer.')
      );
    });
    await page.close();
  });

  it('is noted of workers, too, for hosts that are heard of; a form of words that a page sends is not', async () => {
    await bench.background(() => {
      const opening = indexedDB.open('meshwarden');
      return new Promise<void>((done) => {
        opening.onsuccess = () => {
          const erasing = opening.result.transaction('ledger', 'readwrite').objectStore('ledger').clear();
          erasing.onsuccess = () => done(opening.result.close());
        };
      });
    });
    const page = await bench.page(STUDIO);
    await page.evaluate(async () => {
      const dedicated = new Worker('/worker.js');
      await new Promise((done) => {
        dedicated.onmessage = done;
        dedicated.postMessage('https://www.meshy.ai/upload');
      });
      const { serviceWorker } = navigator;
      await serviceWorker.register('/worker.js');
      const { active } = await serviceWorker.ready;
      await new Promise((done) => {
        serviceWorker.onmessage = done;
        active?.postMessage('https://www.krea.ai/upload');
      });
      const words = new FormData();
      words.append('words', 'a statue');
      await fetch('https://lumalabs.ai/upload', { method: 'POST', body: words, mode: 'no-cors' });
    });
    const uploads = await until(
      async () => {
        const all = await bench.background(storedUploads);
        return all.length >= 2 ? all : undefined;
      },
      { what: 'the uploads of the workers' },
    );
    const sent = { site: 'tripo', by: 'worker', encrypted: true, outcome: 'sent', party: 'third' };
    expect(uploads).toEqual(
      ['www.meshy.ai', 'www.krea.ai'].map((host) => expect.objectContaining({ ...sent, host })),
    );
    expect(bench.world.to('lumalabs.ai', 'POST')).toHaveLength(1);
    await page.close();
  });
});
