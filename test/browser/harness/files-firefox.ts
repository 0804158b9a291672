import type { Page } from 'puppeteer-core';
import { withTab } from './bidi.ts';
import { pressPaste } from './clipboard.ts';

/** Drops the files and folders of `paths` at a place of the viewport. The events are trusted. */
export async function dropInFirefox(page: Page, x: number, y: number, paths: string[]): Promise<void> {
  const outcome = await withTab<string>(page, IN_CONTENT_PROCESS, dispatchDrop.toString(), { x, y }, paths);
  if (outcome !== 'done') throw new Error(`the drop failed: ${outcome}`);
}

/** Puts a file on the clipboard and pastes it by the keyboard. Firefox takes one file at a time from a script. */
export async function pasteInFirefox(page: Page, paths: string[]): Promise<void> {
  const [path, ...more] = paths;
  if (!path || more.length > 0) throw new Error('paste one file at a time');
  await withTab(page, FILE_TO_CLIPBOARD, path);
  await pressPaste(page);
}

/** Puts the bytes of a PNG on the clipboard as they are: Firefox writes a picture that a page puts there anew. */
export async function copyPngInFirefox(page: Page, png: Uint8Array): Promise<void> {
  await withTab(page, PNG_TO_CLIPBOARD, Buffer.from(png).toString('latin1'));
}

/**
 * In Firefox's window: gives the place and the files to `drop`, a function, in the tab's process, and waits for its word. A file of a
 * folder is what the system's own drags bring as well.
 */
const IN_CONTENT_PROCESS = `(tab, drop, place, paths) => new Promise((done) => {
  const fileAt = (path) => {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    const data = new DataTransfer();
    data.mozSetDataAt('application/x-moz-file', file, 0);
    return data.files[0];
  };
  const heard = ({ data }) => {
    tab.messageManager.removeMessageListener('meshwarden-dropped', heard);
    done(data);
  };
  tab.messageManager.addMessageListener('meshwarden-dropped', heard);
  const script = 'addMessageListener("meshwarden-drop", function hear({ data }) {' +
    'removeMessageListener("meshwarden-drop", hear);' +
    'sendAsyncMessage("meshwarden-dropped", (' + drop + ')(data)); })';
  tab.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  tab.messageManager.sendAsyncMessage('meshwarden-drop', { ...place, files: paths.map(fileAt) });
})`;

/** In Firefox's window: puts what the script `make` leaves in `data` onto the clipboard. */
const toClipboard = (flavor: string, make: string) => `(tab, given) => {
  ${make}
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('${flavor}');
  transferable.setTransferData('${flavor}', data);
  Services.clipboard.setData(transferable, null, Services.clipboard.kGlobalClipboard);
}`;

const FILE_TO_CLIPBOARD = toClipboard(
  'application/x-moz-file',
  `const data = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  data.initWithPath(given);`,
);

const PNG_TO_CLIPBOARD = toClipboard(
  'image/png',
  `const data = Cc['@mozilla.org/io/string-input-stream;1'].createInstance(Ci.nsIStringInputStream);
  data.setByteStringData(given);`,
);

/** Of a transfer, what only the browser's own scripts see. */
type Transfer = DataTransfer & { mozCloneForEvent(name: string): Transfer };
type Window = typeof globalThis & { document: Document };

/** The globals of a frame script, which Firefox gives and no type package knows. */
declare const content: Window;
declare const Cu: { cloneInto(value: File, target: Window): File };

type Drop = { x: number; y: number; files: File[] };

/**
 * Runs in the content process with the browser's rights, handed over as text: events that it sends are trusted. A transfer shows its
 * files to the page only when it is one of a drop.
 */
function dispatchDrop({ x, y, files }: Drop): string {
  try {
    const load = new content.DataTransfer() as Transfer;
    for (const file of files) load.items.add(Cu.cloneInto(file, content));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const dataTransfer = load.mozCloneForEvent(`on${type}`);
      const init = { dataTransfer, bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
      content.document.elementFromPoint(x, y)?.dispatchEvent(new content.DragEvent(type, init));
    }
    return 'done';
  } catch (error) {
    return String(error);
  }
}
