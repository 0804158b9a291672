import type { BrowserKind } from '../../tools/browsers.ts';

/**
 * How a test lets a file come: chosen in the input `#file`, chosen in the chooser that a click on the route's button opens, dropped on
 * the element `#zone`, by nothing but the click, or by the click with a picture on the clipboard.
 */
export type By = 'pick' | 'choose' | 'drop' | 'drop folder' | 'pick folder' | 'click' | 'copy';

export type Route = {
  name: string;
  by: By;
  /** The page's script. It has `made()` (an input), `take(input)` (listens and uploads), `give(event type, files)`. */
  code: string;
  /** What the page is given, in order. Default: `input` and `change`, with the photo. */
  told?: string[];
  /** A browser that lacks the API, or cannot be made to do this in a test. */
  not?: BrowserKind;
};

const PHOTO = 'photo.jpg image/jpeg';
const DROPPED = [`drop ${PHOTO}`];
const SCANS = ['entry /scans/front.jpg', 'entry /scans/left/side.jpg'];

/** Each is a page of its own: `start` runs at once, or on a click on the button. */
export const ROUTES: Route[] = [
  { name: 'an input that accepts pictures', by: 'pick', code: `put(take(made({ accept: 'image/*' })));` },
  {
    name: 'an input behind a label',
    by: 'choose',
    code: `const input = put(take(made({ id: 'labelled', hidden: true })));
      button.outerHTML = '<label id="button" for="labelled">choose</label>';`,
  },
  {
    name: 'an attached input that a script clicks',
    by: 'choose',
    code: `const input = put(take(made({ hidden: true }))); button.onclick = () => input.click();`,
  },
  {
    name: 'showPicker() of an attached input',
    by: 'choose',
    code: `const input = put(take(made())); button.onclick = () => input.showPicker();`,
  },
  {
    name: 'a folder',
    by: 'pick folder',
    code: `const input = put(made({ webkitdirectory: true })); watch(input); input.onchange = () => {
      for (const file of [...input.files].sort((a, b) => a.webkitRelativePath < b.webkitRelativePath ? -1 : 1)) {
        got.push('entry /' + file.webkitRelativePath); send([file]);
      } };`,
    told: SCANS,
  },
  {
    name: 'an input made by innerHTML',
    by: 'pick',
    code: `zone.innerHTML = '<input type=file id=file multiple>'; take(document.getElementById('file'));`,
  },
  {
    name: 'an input with a listener in its markup',
    by: 'pick',
    code: `zone.innerHTML = '<input type=file id=file oninput="noteFrom(this, event)" onchange="noteFrom(this, event)">'; watch(zone.firstChild);`,
  },
  {
    name: 'an input made by cloneNode',
    by: 'pick',
    code: `put(take(made({ id: 'other' }).cloneNode())).id = 'file';`,
  },
  {
    name: 'an input out of a template',
    by: 'pick',
    code: `const template = document.createElement('template'); template.innerHTML = '<p><input type=file id=file></p>';
      zone.append(template.content.cloneNode(true)); take(document.getElementById('file'));`,
  },
  {
    name: 'an input that is made anew after every change',
    by: 'pick',
    code: `const anew = () => { const input = take(made()); zone.replaceChildren(input); input.addEventListener('change', anew); }; anew();`,
  },
  {
    name: 'an input emptied in its own handler',
    by: 'pick',
    code: `const input = put(take(made())); input.addEventListener('change', () => { input.value = ''; });`,
  },
  {
    name: 'a drop whose handler is on window',
    by: 'drop',
    code: `addEventListener('dragover', (event) => { event.returnValue = false; });
      addEventListener('drop', (event) => { event.returnValue = false; give('drop', event.dataTransfer.files); });`,
    told: DROPPED,
  },
  {
    name: 'a drop whose handler lets nobody else hear',
    by: 'drop',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.addEventListener('drop', (event) => { event.stopImmediatePropagation(); event.returnValue = false; give('drop', event.dataTransfer.files); }, true);`,
    told: DROPPED,
  },
  {
    name: 'the items of a drop',
    by: 'drop',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = (event) => { event.returnValue = false; give('drop', [...event.dataTransfer.items].map((item) => item.getAsFile())); };`,
    told: DROPPED,
  },
  {
    name: 'the entries of a drop',
    by: 'drop',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = (event) => { event.returnValue = false;
        for (const item of event.dataTransfer.items) walk(item.webkitGetAsEntry()); };`,
    told: ['entry /photo.jpg'],
  },
  {
    name: 'the entries of a dropped folder',
    by: 'drop folder',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = (event) => { event.returnValue = false;
        for (const item of event.dataTransfer.items) walk(item.webkitGetAsEntry()); };`,
    told: SCANS,
  },
  {
    name: 'the handles of a drop',
    by: 'drop',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = (event) => { event.returnValue = false;
        for (const item of event.dataTransfer.items) item.getAsFileSystemHandle().then((handle) => walkHandle(handle, '')); };`,
    told: ['entry /photo.jpg'],
    not: 'firefox',
  },
  {
    name: 'the handles of a dropped folder',
    by: 'drop folder',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = (event) => { event.returnValue = false;
        for (const item of event.dataTransfer.items) item.getAsFileSystemHandle().then((handle) => walkHandle(handle, '')); };`,
    told: SCANS,
    not: 'firefox',
  },
  {
    name: 'a handle that was kept in IndexedDB',
    by: 'drop',
    code: `zone.ondragover = (event) => { event.returnValue = false; };
      zone.ondrop = async (event) => { event.returnValue = false;
        const handle = await event.dataTransfer.items[0].getAsFileSystemHandle();
        walkHandle(await keptIn(handle), ''); };`,
    told: ['entry /photo.jpg'],
    not: 'firefox',
  },
  {
    name: 'navigator.clipboard.read()',
    by: 'click',
    code: `button.onclick = async () => {
      // The browser writes pictures anew; a format of one's own goes through as it is.
      await navigator.clipboard.write([new ClipboardItem({ 'web image/jpeg': new Blob([await raw()], { type: 'web image/jpeg' }) })]);
      const [item] = await navigator.clipboard.read();
      const blob = await item.getType('web image/jpeg');
      give('read', [new File([blob], 'photo.jpg', { type: 'image/jpeg' })]); };`,
    told: [`read ${PHOTO}`],
    // Firefox has no formats of one's own.
    not: 'firefox',
  },
  {
    name: 'navigator.clipboard.read() of a picture that another program has put there',
    by: 'copy',
    code: `button.onclick = async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item.getType('image/png');
      give('read', [new File([blob], 'photo.png', { type: 'image/png' })]); };`,
    told: ['read photo.png image/png'],
    // Chromium decodes a picture and writes it anew before the page has it.
    not: 'chromium',
  },
];
