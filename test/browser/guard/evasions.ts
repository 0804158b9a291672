import type { Page } from 'puppeteer-core';
import { until } from '../harness/index.ts';

export const STUDIO = 'https://studio.tripo3d.ai/';

/**
 * Ways to have a file chosen where `window` does not hear of it, or does not hear first. Each makes its own input on a click; `take`
 * reads whatever the input tells, on every event, in both phases.
 */
const TRICKS: Record<string, string> = {
  // The chooser is open, and the input leaves the document: what a page does by accident when it draws itself anew.
  removed: `take(attached()).click(); gone();`,
  removedPicker: `take(attached()).showPicker(); gone();`,
  // The chooser was opened in one detached tree and the input is in another when it closes.
  slipped: `const box = document.createElement('div'); const input = take(made()); box.append(input); input.click(); later(() => input.remove());`,
  rehoused: `const box = document.createElement('div'); const input = take(made()); box.append(input); input.click();
    later(() => { const other = document.createElement('div'); spy(other); other.append(input); });`,
  adopted: `const input = take(attached()); input.click(); later(() => document.implementation.createHTMLDocument().adoptNode(input));`,
  label: `const box = document.createElement('label'); const input = take(made()); box.append(input); box.click(); later(() => input.remove());`,
  // Listeners that are not put there by addEventListener.
  observed: `const input = made(); for (const type of ['input', 'change']) {
      input.when?.(type, { capture: true }).subscribe(() => look('observed', input)); } take(input).click();`,
  closedPicker: `const root = host.attachShadow({ mode: 'closed' }); const input = take(made()); root.append(input); input.showPicker();`,
  closedGone: `const root = host.attachShadow({ mode: 'closed' }); const input = take(made()); root.append(input); input.click(); later(() => input.remove());`,
  // A shadow tree that lets nobody hear of the click inside of it.
  muffled: `const root = host.attachShadow({ mode: 'closed' }); const label = document.createElement('label'); const input = take(made());
    label.append(input); root.append(label); root.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
    label.dispatchEvent(new MouseEvent('click', { cancelable: true })); later(() => input.remove());`,
  reborn: `const input = attached(); take(input); input.click(); later(() => { const copy = input.cloneNode(true); take(copy); input.replaceWith(copy); });`,
};

const PAGE = `<!doctype html><html lang="en"><title>studio</title><div id="host"></div>
  ${Object.keys(TRICKS)
    .map((id) => `<button id="${id}">${id}</button>`)
    .join('')}
  <script>
    const leaks = new Set();
    const got = [];
    Object.assign(window, { leaks, got });
    const judge = (route, file) => file.text().then((text) => { if (text.includes('MWCANARY')) leaks.add(route); });
    const look = (route, input) => {
      for (const file of input.files ?? []) judge(route, file);
      for (const entry of input.webkitEntries ?? []) entry.file?.((file) => judge(route + ' by entry', file), () => {});
    };
    const spy = (node) => {
      for (const type of ['input', 'change']) for (const capture of [true, false])
        node.addEventListener(type, ({ target }) => look(type + ' at ' + node.nodeName, target), capture);
    };
    const made = () => Object.assign(document.createElement('input'), { type: 'file', multiple: true });
    const attached = () => document.body.appendChild(made());
    const take = (input) => {
      for (const type of ['oninput', 'onchange']) input[type] = (event) => {
        look(type, input);
        got.push(event.type + ' ' + [...input.files].map((file) => file.name).join());
      };
      setInterval(() => look('poll', input), 5);
      return input;
    };
    const later = (work) => setTimeout(work, 20);
    const gone = () => later(() => document.querySelector('input').remove());
    ${Object.entries(TRICKS)
      .map(([id, code]) => `document.getElementById('${id}').onclick = () => { ${code} };`)
      .join('\n')}
  </script></html>`;

export { PAGE as EVASIVE_PAGE };

/** Firefox opens no chooser for a detached label; Chromium's test protocol cannot choose files in another document. */
const ELSEWHERE_ONLY = { chromium: 'adopted', firefox: 'label' };

export function tricksIn(kind: 'chromium' | 'firefox'): string[] {
  return Object.keys(TRICKS).filter((id) => id !== ELSEWHERE_ONLY[kind]);
}

/** What the page's own listeners were given, once they were given something. */
export async function told(page: Page): Promise<string[]> {
  const read = () => page.evaluate(() => (window as never as { got: string[] }).got);
  return await until(async () => ((await read()).length > 1 ? await read() : null), { what: 'the events' });
}

/** Where the page saw a raw file. Reads that are under way come to their end first. */
export async function seenRaw(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  return await page.evaluate(() => [...(window as never as { leaks: Set<string> }).leaks]);
}
