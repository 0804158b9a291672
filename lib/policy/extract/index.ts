import type { Block } from '../text/index.ts';
import { markdownBlocks, policyText, readable } from '../text/index.ts';
import type { ExtractFailure, Extraction, PolicyText } from '../types.ts';
import { contentOf } from './content.ts';
import type { PageFacts } from './judge.ts';
import { NO_LINKS, refusal } from './judge.ts';
import { allText, parsePage } from './tree.ts';

export { isDoubled } from './judge.ts';

/** Longer pages are not parsed, in UTF-16 code units. */
export const LARGEST_PAGE = 3 * 1024 * 1024;

/**
 * Reads the policy on a page.
 *
 * @param html what the server sent, or the rendered page: HTML (HTML Living Standard), Markdown or plain text
 * @param url where it came from; only its path is read, for the document's name
 * @returns the text, or why there is none to judge: 'too-large' above 3 MB; 'empty' for shells that scripts fill and
 *   for PDF files, which need a visit; 'error-page' for error pages, pages that are not available and robot checks;
 *   'language' for text that is not English; 'not-a-policy' for everything else, indexes and doubled documents included
 */
export function extractPolicy(html: string, url: string): Extraction {
  if (html.length > LARGEST_PAGE) return refused('too-large');
  if (html.startsWith('%PDF-')) return refused('empty');
  return isMarkup(html) ? fromPage(html, url) : fromPlainText(html, url);
}

function refused(reason: ExtractFailure): Extraction {
  return { ok: false, reason };
}

function isMarkup(source: string): boolean {
  return /<(?:!doctype|html|head|body|div|p|span|main|article|section|table|h[1-6]|ul|script|meta)\b/i.test(
    source.slice(0, 20_000),
  );
}

function fromPage(html: string, url: string): Extraction {
  const page = parsePage(html);
  if (!page) return refused('not-a-policy');
  const content = contentOf(page);
  const text = policyText(content.blocks, page.language);
  const names = [readable(page.title), nameInAddress(url), ...headings(content.blocks)];
  const { prose, policyLinks } = content;
  return judged(text, { names, prose, policyLinks, everything: readable(allText(page.body)) });
}

function fromPlainText(source: string, url: string): Extraction {
  const blocks = markdownBlocks(source);
  const text = policyText(blocks);
  const names = ['', nameInAddress(url), blocks[0]?.text.slice(0, 120) ?? '', ...headings(blocks)];
  return judged(text, { names, prose: text.plain.length, policyLinks: NO_LINKS, everything: text.plain });
}

function judged(text: PolicyText, facts: PageFacts): Extraction {
  const reason = refusal(text, facts);
  return reason ? refused(reason) : { ok: true, text };
}

function headings(blocks: Block[]): string[] {
  return blocks.filter((block) => block.kind === 'heading' && block.level <= 2).map((block) => block.text);
}

function nameInAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/[^a-z]+/gi, ' ') : '';
}
