import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../tools/browsers.ts';
import { dropInFirefox, pasteInFirefox } from './files-firefox.ts';
import { pickFolderInFirefox } from './folder-firefox.ts';

/** Chooses files, or a folder, in the file input at `selector`. Both browsers fire trusted `input` and `change`. */
export async function pick(kind: BrowserKind, page: Page, selector: string, paths: string[]): Promise<void> {
  const [first = ''] = paths;
  // Its test protocol chooses no folders.
  if (kind === 'firefox' && (await stat(first)).isDirectory()) {
    return await pickFolderInFirefox(page, selector, first);
  }
  await using input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(...paths);
}

/** Clicks the button at `selector`, which opens a file chooser (of a detached input, say), and chooses `paths` in it. */
export async function choose(page: Page, selector: string, paths: string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 10_000 }), page.click(selector)]);
  await chooser.accept(paths);
}

/** Drops files and folders on the element at `selector`; trusted in both browsers. */
export async function drop(kind: BrowserKind, page: Page, selector: string, paths: string[]): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  if (kind === 'firefox') return await dropInFirefox(page, x, y, paths);
  const session = await page.createCDPSession();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

/**
 * Pastes files with the element at `selector` focused. Firefox: from the clipboard, trusted. Chromium's clipboard takes no
 * files from a script as they are, so there the event is made by hand: untrusted, with the files in it.
 */
export async function paste(kind: BrowserKind, page: Page, selector: string, paths: string[]): Promise<void> {
  await page.focus(selector);
  if (kind === 'firefox') return await pasteInFirefox(page, paths);
  const files = await Promise.all(paths.map(asData));
  await page.evaluate(pasteByHand, selector, files);
}

type FileData = { name: string; type: string; base64: string };

function pasteByHand(selector: string, files: FileData[]): void {
  const clipboardData = new DataTransfer();
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    clipboardData.items.add(new File([bytes], name, { type }));
  }
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  document.querySelector(selector)?.dispatchEvent(event);
}

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

async function asData(path: string): Promise<FileData> {
  const type = TYPES[extname(path).toLowerCase()] ?? '';
  return { name: basename(path), type, base64: (await readFile(path)).toString('base64') };
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  await using element = await page.waitForSelector(selector);
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
