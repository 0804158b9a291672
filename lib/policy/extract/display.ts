import type { Element } from './tree.ts';

/** Elements that start a line of their own (HTML Living Standard, section 15.3 "Non-replaced elements"). */
const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary ' +
    'table tbody td template tfoot th thead tr ul button'
  ).split(' '),
);

export function isBlock(element: Element): boolean {
  return (
    BLOCK.has(element.name) ||
    /display\s*:\s*(?:block|flex|grid|list-item|table)/i.test(element.attributes.style ?? '')
  );
}

/** The rank of a heading, 1 to 6, or undefined for other elements. */
export function headingRank(element: Element): number | undefined {
  const { name, attributes } = element;
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  if (attributes.role !== 'heading') return undefined;
  return Math.min(6, Math.max(1, Number.parseInt(attributes['aria-level'] ?? '2', 10) || 2));
}

export function isList(element: Element): boolean {
  return ['ul', 'ol', 'menu', 'dl'].includes(element.name) || element.attributes.role === 'list';
}

export function isListItem(element: Element): boolean {
  return ['li', 'dd'].includes(element.name) || element.attributes.role === 'listitem';
}

/** Streamed pages (React) send late parts hidden, with such ids, and move them into place by script. */
const STREAMED = /^S:[\da-f]+$/i;

/** Hidden from everyone, by what the element itself says; style sheets are not read. */
export function isHidden({ attributes }: Element): boolean {
  if ('hidden' in attributes && attributes.hidden !== 'until-found')
    return !STREAMED.test(attributes.id ?? '');
  return /display\s*:\s*none/i.test(attributes.style ?? '');
}

/**
 * Hidden for now or for some: from screen readers (decoration, or the whole page while a dialog is open), or until a
 * script fades it in.
 */
export function isVeiled({ attributes }: Element): boolean {
  return attributes['aria-hidden'] === 'true' || /visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}
