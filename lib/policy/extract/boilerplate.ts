import { headingRank } from './display.ts';
import type { Measure } from './measure.ts';
import type { Element } from './tree.ts';
import { allText } from './tree.ts';

/** Landmarks that are never the document (WAI-ARIA 1.2, section 5.3.4 "Landmark Roles", and their elements). */
const LANDMARKS = new Set(
  'nav footer dialog form navigation contentinfo alertdialog search menu menubar tablist toolbar tooltip'.split(
    ' ',
  ),
);

/** Consent managers by the names that they give their own elements. */
const CONSENT_MANAGER =
  /onetrust|\bot-sdk|cookiebot|cybot|truste|trustarc|didomi|usercentrics|\bcky-|\bcookieyes|\bcmplz|cookie-law|cookieconsent|\bcc-(?:window|banner)|klaro|qc-cmp|\bsp_message|\bfides-|\bketch-|tarteaucitron|borlabs|moove.gdpr|osano-cm|iubenda-cs|termly-(?:banner|code)|transcend-|evidon|axeptio|cookie-?script|cookiefirst|hs-(?:eu-)?cookie/i;
const CONSENT =
  /(?:cookie|consent|gdpr|ccpa|tracking|privacy)[-_ ]?(?:banner|bar|notice-?bar|popup|pop-up|modal|dialog|overlay|wall|prompt|toast)/i;
/** Names of what surrounds documents; a name can mean anything, so links must bear it out. */
const SURROUNDINGS =
  /^(?:(?:site|page|main|global|top|mobile|sub)-?)?(?:nav|navbar|navigation|menu|header|footer|breadcrumbs?|side-?bar|pagination|pager|toc|table-of-contents|cta|banner)(?:$|[-_\d])/i;
/** Names of what never is a document. */
const EXTRAS =
  /^(?:newsletter|subscribe|related|recommended|comments?|share|sharing|social|socials|promo|announcement|back-to-top|skip(?:-?link|-?to)?|(?:language|locale)-?(?:switcher|selector|picker))(?:$|[-_\d])/i;
/** Chat widgets by the names that they give their own elements, and what pops up over the page. */
const WIDGET =
  /^(?:intercom|crisp-client|drift|tidio|tawk|livechat|live-chat|chat-?widget|chat-?bot|olark|freshchat|fc_frame|gorgias|hubspot-messages|zendesk-?widget|toast(?:ify)?|snackbar|cta)(?:$|[-_\d])/i;
/** Frames of pages that bear the name alone, without the element for it. */
const FRAME_NAME = /^(?:(?:site|page|main|global)-)?(?:navbar|footer)$/i;
/** What the headings of lists of other pages say. */
const OTHER_PAGES =
  /^(?:related|recommended|similar|popular|more) (?:articles?|posts?|reading|stories|resources|topics)|^you (?:may|might) also like|^read next|^was this (?:article|page) helpful/i;
/** Text for screen readers alone, such as "(opens in a new window)" in links. */
const UNSEEN = /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|a11y-hidden)$/i;

/** An element with more than this share of the prose is the document, whatever it is called. */
const DOCUMENT_SHARE = 0.3;
/** What only its name or heading gives away is left out where it holds no more than this share. */
const SMALL_SHARE = 0.12;

/**
 * Whether an element is one of the things that surround a document: menu, footer, cookie banner, share buttons.
 *
 * @param whole the measure of the page's body
 */
export function isBoilerplate(element: Element, size: Measure, whole: Measure): boolean {
  if (size.prose > whole.prose * DOCUMENT_SHARE) return false;
  const { name, attributes } = element;
  if (LANDMARKS.has(name) || LANDMARKS.has(attributes.role ?? '')) return true;
  if (name === 'header' || attributes.role === 'banner') return !isTitleArea(element, size);
  if (name === 'aside' || attributes.role === 'complementary')
    return size.prose === 0 || size.linked * 3 > size.chars;
  if (attributes['aria-modal'] === 'true' || isContents(element, size)) return true;
  if (size.prose <= whole.prose * SMALL_SHARE && isBesideDocument(element)) return true;
  return headingRank(element) === undefined && isNamedSo(element, size);
}

/** A widget, a frame or a list of other pages, by a name or a heading that documents do not have. */
function isBesideDocument(element: Element): boolean {
  const { id = '', class: classes = '' } = element.attributes;
  const words = classes.split(/\s+/).filter(isWord).map(hyphenated);
  if ([...words, id].some((word) => WIDGET.test(word))) return true;
  if (words.some((word) => FRAME_NAME.test(word)) && !hasTitle(element)) return true;
  const heading = element.children.find((child) => typeof child !== 'string');
  return (
    typeof heading === 'object' &&
    headingRank(heading) !== undefined &&
    OTHER_PAGES.test(allText(heading).trim())
  );
}

/** Class names tell more than ids, which name the sections of a policy too: "sharing", "newsletter". */
function isNamedSo(element: Element, size: Measure): boolean {
  const { id = '', class: classes = '' } = element.attributes;
  if ([id, classes].some((names) => CONSENT_MANAGER.test(names) || CONSENT.test(names))) return true;
  const words = classes.split(/\s+/).filter(isWord).map(hyphenated);
  if (words.some((word) => UNSEEN.test(word))) return size.prose === 0;
  const linked = size.linked * 3 > size.chars;
  if (words.some((word) => EXTRAS.test(word))) return size.prose === 0 || linked;
  return [...words, id].some((word) => SURROUNDINGS.test(word)) && linked && !hasTitle(element);
}

/** Utility classes of style frameworks ("toc-visible:col-2", "[&_nav]:mt-1") name a state, not a thing. */
function isWord(name: string): boolean {
  return name !== '' && !/[:[\]@]/.test(name);
}

/** `siteFooter` and `SiteFooter_root` read as `site-footer`. */
function hyphenated(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2');
}

/** A header that holds the document's own title or date rather than the site's menu. */
function isTitleArea(element: Element, size: Measure): boolean {
  return size.linked * 2 < size.chars && (hasTitle(element) || /\b20\d\d\b/.test(allText(element)));
}

function hasTitle(element: Element): boolean {
  return some(element, (inner) => (headingRank(inner) ?? 9) <= 2);
}

/** A table of contents: nothing but links to places in the page itself. */
function isContents(element: Element, size: Measure): boolean {
  if (!['ul', 'ol', 'div', 'section'].includes(element.name) || size.linked < size.chars * 0.9) return false;
  let links = 0;
  const leaves = some(element, ({ name, attributes }) => {
    links += name === 'a' ? 1 : 0;
    return name === 'a' && !attributes.href?.startsWith('#');
  });
  return links >= 3 && !leaves;
}

function some(element: Element, test: (inner: Element) => boolean): boolean {
  return element.children.some((child) => typeof child !== 'string' && (test(child) || some(child, test)));
}
