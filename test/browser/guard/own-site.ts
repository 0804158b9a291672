import { leaks } from '../../fixtures/canary.ts';
import { type Bench, until } from '../harness/index.ts';

/** A site that no catalogue knows. */
export const OWN = 'https://app.own-site.example/';

/** Its page uploads what is chosen in `#input` at once. */
const PAGE =
  `<!doctype html><html lang="en"><title>own</title><input type="file" id="input"><script>
  input.onchange = () => fetch('/upload', { method: 'POST', body: input.files[0] });</` + `script></html>`;

/** Has a page of that kind answer at each of these addresses. */
export function serveOwn({ world }: Bench, urls: readonly string[]): void {
  for (const url of urls) world.route(url, ({ method }) => (method === 'GET' ? PAGE : { body: 'received' }));
}

/** Gives a photo with private metadata to the page at `url`: was what it got clean? */
export async function isCleanedAt(bench: Bench, url: string, photo: string): Promise<boolean> {
  bench.world.clear();
  const page = await bench.page(url);
  await bench.pick(page, '#input', [photo]);
  const uploads = () => bench.world.requests.filter(({ method, complete }) => method === 'POST' && complete);
  await until(() => uploads().length > 0, { what: `the upload to ${url}` });
  const isClean = uploads().flatMap(({ body }) => leaks(body)).length === 0;
  await page.close();
  return isClean;
}
