import type { Page } from 'puppeteer-core';
import { withTab } from './bidi.ts';

type Drop = { x: number; y: number; paths: string[] };

/** Drops the files of `paths` at a place of the viewport. The events are trusted. */
export async function dropInFirefox(page: Page, x: number, y: number, paths: string[]): Promise<void> {
  const script = `(${dispatchDrop.toString()})(${JSON.stringify({ x, y, paths } satisfies Drop)})`;
  const outcome = await withTab<string>(page, IN_CONTENT_PROCESS, script);
  if (outcome !== 'done') throw new Error(`the drop failed: ${outcome}`);
}

/** Puts a file on the clipboard and pastes it by the keyboard. Firefox takes one file at a time from a script. */
export async function pasteInFirefox(page: Page, paths: string[]): Promise<void> {
  const [path, ...more] = paths;
  if (!path || more.length > 0) throw new Error('paste one file at a time');
  await withTab(page, FILE_TO_CLIPBOARD, path);
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

/** Puts the bytes of a PNG on the clipboard as they are: Firefox writes a picture that a page puts there anew. */
export async function copyPngInFirefox(page: Page, png: Uint8Array): Promise<void> {
  await withTab(page, PNG_TO_CLIPBOARD, Buffer.from(png).toString('latin1'));
}

/** In Firefox's window: loads `script` as a frame script into the tab's process and waits for its word. */
const IN_CONTENT_PROCESS = `(tab, script) => new Promise((done) => {
  const heard = ({ data }) => {
    tab.messageManager.removeMessageListener('meshwarden-test', heard);
    done(data);
  };
  tab.messageManager.addMessageListener('meshwarden-test', heard);
  tab.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
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

type Window = typeof globalThis & { document: Document };

/** The globals of a frame script, which Firefox gives and no type package knows. */
declare const content: Window;
declare const Cu: {
  Sandbox(principal: Window, options: object): Record<string, unknown>;
  cloneInto(value: unknown, target: object): unknown;
  evalInSandbox(code: string, sandbox: object): unknown;
};
declare const sendAsyncMessage: (name: string, data: string) => void;

/**
 * Runs in the content process with the browser's rights, handed over as text: events that it sends are trusted. The files are
 * put into the DataTransfer with the page's own rights, or the page could not see them.
 */
async function dispatchDrop({ x, y, paths }: Drop): Promise<void> {
  try {
    const dataTransfer = new content.DataTransfer();
    const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const FileOfBrowser = File as typeof File & { createFromFileName(path: string): Promise<File> };
    for (const path of paths) {
      Object.assign(sandbox, {
        dataTransfer,
        file: Cu.cloneInto(await FileOfBrowser.createFromFileName(path), sandbox),
      });
      Cu.evalInSandbox('dataTransfer.items.add(new File([file], file.name, { type: file.type }))', sandbox);
    }
    const init = { dataTransfer, bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
    for (const type of ['dragenter', 'dragover', 'drop']) {
      content.document.elementFromPoint(x, y)?.dispatchEvent(new content.DragEvent(type, init));
    }
    sendAsyncMessage('meshwarden-test', 'done');
  } catch (error) {
    sendAsyncMessage('meshwarden-test', String(error));
  }
}
