import { readFileSync } from 'node:fs';
import type { Route } from './routes.ts';

const HOSTILE = readFileSync(new URL('hostile.js', import.meta.url), 'utf8');

const TOOLS = `
  const made = (what = {}) => Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'file' }, what);
  const put = (input) => zone.appendChild(input);
  const send = (files) => {
    const form = new FormData();
    for (const file of files) form.append('files', file);
    uploads.push(fetch('/upload', { method: 'POST', body: form }));
  };
  const give = (type, files) => {
    const list = [...files];
    got.push([type, ...list.map((file) => file.name + ' ' + file.type)].join(' '));
    if (type !== 'input') send(list);
  };
  const noteFrom = (input, event) => give(event.type, input.files);
  const take = (input) => {
    watch(input);
    input.oninput = input.onchange = (event) => noteFrom(input, event);
    return input;
  };
  const enter = (path, file) => { lookNow('entry', [file]); got.push('entry ' + path); got.sort(); send([file]); };
  const walk = (entry) => {
    if (entry.isFile) return entry.file((file) => enter(entry.fullPath, file));
    const reader = entry.createReader();
    const more = () => reader.readEntries((entries) => { entries.forEach(walk); if (entries.length > 0) more(); });
    more();
  };
  const walkHandle = async (handle, path) => {
    const here = path + '/' + handle.name;
    if (handle.kind === 'file') return enter(here, await handle.getFile());
    for await (const inner of handle.values()) await walkHandle(inner, here);
  };
  /** Through the database and back. */
  const keptIn = (value) => new Promise((done, fail) => {
    const open = indexedDB.open('kept', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('all');
    open.onerror = fail;
    open.onsuccess = () => {
      const store = () => open.result.transaction('all', 'readwrite').objectStore('all');
      store().put(value, 1).onsuccess = () => { const get = store().get(1); get.onsuccess = () => done(get.result); };
    };
  });
  const raw = () => fetch('/raw').then((answer) => answer.arrayBuffer());
  // Not on pages on which the harness pastes: it makes the paste of raw files here, in the page.
  spy(DataTransferItemList.prototype, 'add', 'items.add');
  Object.assign(window, { noteFrom, walk, walkHandle });
`;

/** The page of one route. It does its worst to see a raw file, and uploads what it is given. */
export function routePage({ code }: Route): string {
  return `<!doctype html><html lang="en"><head><title>studio</title><script>${HOSTILE}</script></head><body>
  <button id="button">go</button><div id="zone" style="width: 300px; height: 80px; background: #ddd">here</div>
  <script>{ ${TOOLS} ${code} }</script></body></html>`;
}
