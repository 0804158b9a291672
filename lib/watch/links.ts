import { Parser } from 'htmlparser2';
import type { DocumentKind } from '../policy/types.ts';
import { staysWithVendor } from './fetch-policy.ts';

/** What links to a document are called, and paths to it: English, German, French, Spanish, Japanese, Chinese, Korean. */
const NAMES: Record<DocumentKind, RegExp> = {
  privacy:
    /privacy|data.?protection|datenschutz|confidentialit|vie.privée|privacidad|プライバシー|個人情報|隐私|隱私|个人信息|개인정보/i,
  terms:
    /\bterms|\btos\b|\beula\b|user.agreement|\bagb\b|nutzungsbedingungen|geschäftsbedingungen|conditions|\bcgu\b|condiciones|términos|terminos|利用規約|条款|條款|协议|協議|이용약관|서비스 ?약관/i,
};
const MOST = 3;
const LONGEST_NAME = 100;

/**
 * Links of a page that seem to lead to a document of this kind: by their text or their path, inside the vendor's own domain.
 *
 * @param html the vendor's page
 * @param base its address
 * @param but an address that is known to be dead
 * @returns three `https:` addresses at most, in the order of the page
 */
export function findPolicyLinks(html: string, base: string, kind: DocumentKind, but: string): string[] {
  const found = new Set<string>();
  for (const { href, text } of linksOf(html)) {
    const url = URL.parse(href, base);
    if (!url || !staysWithVendor(base, url.href)) continue;
    url.hash = '';
    const names = [text.slice(0, LONGEST_NAME), decoded(url.pathname)];
    if (url.href !== but && names.some((name) => NAMES[kind].test(name))) found.add(url.href);
  }
  return [...found].slice(0, MOST);
}

type Link = { href: string; text: string };

function linksOf(html: string): Link[] {
  const links: Link[] = [];
  let open: Link | undefined;
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== 'a' || !href) return;
      open = { href, text: '' };
      links.push(open);
    },
    ontext(text) {
      if (open && open.text.length < LONGEST_NAME) open.text += text;
    },
    onclosetag(name) {
      if (name === 'a') open = undefined;
    },
  });
  parser.end(html);
  return links;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
