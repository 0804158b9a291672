import { extractPolicy, scorePolicy } from '../policy/index.ts';
import { DOCUMENT_KINDS, type DocumentKind, type PolicyText } from '../policy/types.ts';
import { findPolicyLinks } from '../watch/links.ts';
import type { Found, PolicyLink } from './view.ts';

/** A page in the person's tab, as it is shown. */
export type ShownPage = { url: string; title: string; html: string };

type Read = { kind: DocumentKind; url: string; text: PolicyText };

/**
 * Looks for a privacy policy and terms of use: the page itself, and what it links to.
 * @param fetchHere gets another page of the same origin for the page, without the person's cookies; null when there is none
 */
export async function lookAround(
  page: ShownPage,
  fetchHere: (url: string) => Promise<string | null>,
): Promise<Found> {
  const itself = readItself(page);
  const read: Read[] = itself ? [itself] : [];
  const left: PolicyLink[] = [];
  for (const kind of DOCUMENT_KINDS.filter((each) => each !== itself?.kind)) {
    const links = findPolicyLinks(page.html, page.url, kind, page.url).filter(
      (url) => !isHere(url, page.url),
    );
    const document = await firstRead(kind, links, page.url, fetchHere);
    if (document) read.push(document);
    else if (links[0]) left.push({ kind, url: links[0] });
  }
  if (read.length > 0) return scored(read, left);
  return left.length > 0 ? { kind: 'links', more: left } : { kind: 'nothing' };
}

function scored(read: readonly Read[], more: PolicyLink[]): Found {
  const sources = Object.fromEntries(read.map(({ kind, url }) => [kind, url]));
  return { kind: 'scored', card: scorePolicy(read), sources, more };
}

/** The page before the person, when it is a document itself: its address or its title says which. */
function readItself({ html, url, title }: ShownPage): Read | undefined {
  const extraction = extractPolicy(html, url);
  if (!extraction.ok) return undefined;
  const name = `${title} ${new URL(url).pathname}`;
  const kind = /privacy|datenschutz|confidentialit|privacidad|プライバシー|隐私|개인정보/i.test(name)
    ? 'privacy'
    : 'terms';
  return { kind, url, text: extraction.text };
}

async function firstRead(
  kind: DocumentKind,
  links: readonly string[],
  page: string,
  fetchHere: (url: string) => Promise<string | null>,
): Promise<Read | undefined> {
  for (const url of links.filter((link) => new URL(link).origin === new URL(page).origin)) {
    const html = await fetchHere(url).catch(() => null);
    const extraction = html === null ? undefined : extractPolicy(html, url);
    if (extraction?.ok) return { kind, url, text: extraction.text };
  }
  return undefined;
}

function isHere(link: string, page: string): boolean {
  return link === page.replace(/#.*$/, '');
}
