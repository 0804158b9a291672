/** Escaped characters wait in the private-use area, which `readable` removes from real text, until the marks are gone. */
const SHELTER = 0xe000;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const IMAGE = /!\[[^\]]*\]\((?:[^()\n]|\([^()\n]*\))*\)/g;
const LINK = /\[([^[\]]*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)/g;
const TAG = /<\/?[a-z][^<>]{0,300}>/gi;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/gi;
const EMPHASIS = /\*\*|__|~~|`+|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|(?<!\s)\*|\*(?!\s)/g;

/**
 * The words of a Markdown line without its marks: links by their text, images not at all.
 * (CommonMark 0.31.2, section 6 "Inlines", as far as archived policies use it.)
 */
export function inlineText(markdown: string): string {
  const sheltered = markdown
    .replace(/[\uE000-\uF8FF]/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(SHELTER + mark.charCodeAt(0)));
  const bare = sheltered
    .replace(IMAGE, '')
    .replace(LINK, (_, text: string, __, at: number) => (touches(sheltered, at, text) ? ` ${text}` : text))
    .replace(AUTOLINK, '$1')
    .replace(/<br\s*\/?>(?:\s*[*•-]\s)?/gi, ' ')
    .replace(TAG, '')
    .replace(EMPHASIS, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, decodeEntity);
  return bare.replace(/[\uE000-\uE07F]/g, (kept) => String.fromCharCode(kept.charCodeAt(0) - SHELTER));
}

/** Links that stand apart on the page (buttons, menu entries) are often written without a space before them. */
function touches(line: string, at: number, text: string): boolean {
  return /[\p{L}\d)]/u.test(line[at - 1] ?? '') && /^\p{Lu}/u.test(text);
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
