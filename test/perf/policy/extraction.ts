import { existsSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractPolicy, policyFromMarkdown } from '../../../lib/policy/index.ts';

const PAGES = new URL('../../../../shared/policy/pages/', import.meta.url);
/** Shorter runs of letters and digits stand everywhere and say nothing about what was extracted. */
const SHORTEST = 30;

type Entry = { name: string; kind: 'policy' | 'policy-without-text' | 'not-a-policy' };
type Page = { name: string; html: string; kept: string };
type Extractor = (page: Page) => string;
type Result = { name: string; recall: number; precision: number };

const file = (name: string) => readFileSync(new URL(name, PAGES), 'utf8');
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Prints how much of each archived page is extracted and how much besides, beside Mozilla's Readability on the same pages. */
export function printExtraction(): void {
  if (!existsSync(PAGES)) {
    console.log('SKIPPED: no archived pages beside the project (../shared/policy/pages).');
    return;
  }
  const pages = policies();
  printLine('extraction', pages, ours);
  printLine('readability + linkedom', pages, readability);
}

function policies(): Page[] {
  const index: { pages: Entry[] } = JSON.parse(file('index.json'));
  return index.pages
    .filter(({ kind }) => kind === 'policy')
    .map(({ name }) => ({
      name,
      html: file(`${name}.html`),
      kept: policyFromMarkdown(file(`${name}.md`)).plain,
    }));
}

function ours({ name, html }: Page): string {
  const extraction = extractPolicy(html, `https://example.com/${name}`);
  return extraction.ok ? extraction.text.plain : '';
}

function readability({ html }: Page): string {
  // Its types want a browser's document; linkedom's does all that it asks for.
  const { document } = parseHTML(html) as unknown as { document: Document };
  const content = new Readability(document).parse()?.content ?? '';
  const lines = parseHTML(`<main>${content.replace(/<(?:p|li|h\d|div|tr|br)\b/g, '\n$&')}</main>`);
  return lines.document.querySelector('main')?.textContent ?? '';
}

function printLine(name: string, pages: Page[], extract: Extractor): void {
  pages.slice(0, 3).forEach(extract);
  const start = performance.now();
  const texts = pages.map(extract);
  const time = performance.now() - start;
  const results = pages.map((page, nth) => resultOf(page, texts[nth] ?? ''));
  const worst = results.reduce((so, one) => (one.recall < so.recall ? one : so));
  const [recall, precision] = [
    mean(results.map((one) => one.recall)),
    mean(results.map((one) => one.precision)),
  ];
  console.log(
    `${name.padEnd(26)} ${pages.length} pages  recall ${recall.toFixed(3)} (worst ${worst.recall.toFixed(2)}, ${worst.name})  precision ${precision.toFixed(3)}  ${time.toFixed(0)} ms`,
  );
}

function resultOf({ name, kept }: Page, text: string): Result {
  return { name, recall: share(kept, text), precision: share(text, kept) };
}

/** The share of the sentences of `of` that stand in `within`, letters and digits alone; 0 where there are none. */
function share(of: string, within: string): number {
  const wanted = of
    .split(/\n|(?<=[.!?])\s+/)
    .map(bare)
    .filter((sentence) => sentence.length >= SHORTEST);
  const there = bare(within);
  return wanted.filter((sentence) => there.includes(sentence)).length / Math.max(1, wanted.length);
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
