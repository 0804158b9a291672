import { concernsAnyone } from './concern.ts';

/** What help centres and page builders put into a document's text. It counts anew every day and says nothing. */
const FURNITURE = [
  /^(?:was|is) this (?:\w+ )?(?:helpful|useful)$/,
  /^did (?:this|we) answer your questions?$/,
  /^(?:\d+ out of \d+|\d+ of \d+|\d+ people) found this (?:\w+ )?(?:helpful|useful)$/,
  /^(?:last )?(?:updated|modified|edited|reviewed|published)(?: on| about| over| almost)? (?:(?:a|an|one|\d+) (?:minute|hour|day|week|month|year)s? ago|today|yesterday|this (?:week|month)|last (?:week|month|year))$/,
  /^(?:\d+ )?(?:min|mins|minute|minutes)(?: to)? read(?:ing time)?$/,
  /^(?:reading|read) time(?: \d+ (?:min|minutes?))?$/,
  /^page \d+ of \d+$/,
  /^(?:back to (?:the )?top|skip to (?:main )?content|copy link(?: to (?:this )?(?:section|clipboard))?|print this page|download (?:as )?pdf|expand all|collapse all|show (?:more|less)|read (?:more|less)|learn more|on this page|in this article|table of contents|share this (?:page|article))$/,
  /^\d+ (?:views?|votes?|comments?|likes?|shares?)$/,
];

/** Whether a normalised clause is the page's and not the document's. */
export function isFurniture(words: string): boolean {
  return words.length < 100 && FURNITURE.some((pattern) => pattern.test(words));
}

/** A bar that asks for consent speaks of cookies, and of what a click does. */
const COOKIE_BAR =
  /\bcookies?\b.*\b(?:your experience|accept|click|clicking|browsing|continu\w+|traffic|preferences|your device|analy[sz]e)\b|\b(?:accept|clicking|continu\w+ to use)\b.*\bcookies?\b|^you can (?:change|manage) your (?:choices|preferences|settings)\b/;
/** Footers of half the web have this link, by law. */
const PRIVACY_LINK =
  /^(?:do not sell(?: or share)? my (?:personal )?(?:info|information|data)|your privacy choices|(?:cookie|privacy) (?:settings|preferences|choices))$/;
/** Who acts, or whose matter it is. */
const SOMEBODY =
  /\b(?:we|us|our|you|your|yours|users?|customers?|members?|content|data|information|uploads?|outputs?|models?)\b/;
const SAYS =
  /\b(?:may|will|can|shall|must|do|does|is|are|not|never|uses?|used|sells?|sold|shared?|trains?|keeps?|kept|retains?|owns?|grants?|agrees?|deletes?|collects?|waives?|receives?|appl(?:y|ies))\b/;
const CALL =
  /^(?:introducing|new|meet|try|discover|join|sign up|get started|follow|subscribe|download|explore|announcing|watch|see what)\b/;
/** Lines of so few words are titles and links more often than statements. */
const FEW_WORDS = 6;

/**
 * Whether a line above or below a document's own text can be a statement of it: there stand menus, banners, cookie bars, related
 * articles and footers as well.
 *
 * @param text the line as it stands
 * @param words the same, normalised
 */
export function saysSomething(text: string, words: string): boolean {
  if (/[?？]\s*$/.test(text)) return false;
  if (COOKIE_BAR.test(words) || PRIVACY_LINK.test(words) || CALL.test(words)) return false;
  const isSentence = /[.;。]\s*$/.test(text);
  const concerns = isSentence || concernsAnyone(words);
  if (isShort(words)) return SOMEBODY.test(words) && SAYS.test(words) && concerns;
  return concernsAnyone(words) || (SOMEBODY.test(words) && (SAYS.test(words) || isSentence));
}

export function isShort(words: string): boolean {
  return words.split(' ').length <= FEW_WORDS;
}
