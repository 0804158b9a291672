/** `start` and `end` index into the text that was cut. */
export type Span = { start: number; end: number };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A full stop after these never ends a sentence. */
const NEVER_LAST =
  /(?:^|[\s("“[])(?:e\.?g|i\.?e|cf|vs?|viz|mr|mrs|ms|dr|prof|st|no|nos|nr|art|arts|sec|secs|para|paras|ch|fig|ex|incl|approx|est|ref|attn|tel|p|pp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/i;
/** A full stop after these may end one: it does when a usual first word follows. */
const MAYBE_LAST =
  /(?:^|[\s("“[.])(?:[A-Z]|inc|ltd|llc|corp|co|gmbh|plc|etc|u\.s|u\.k|e\.u|u\.s\.c|u\.s\.a|d\.c|s\.a|b\.v|ph\.d|a\.m|p\.m)\.[”")\]]?$/i;
const USUAL_FIRST =
  /^["“(]?(?:we|you|your|our|the|this|these|those|they|it|its|if|by|all|in|for|please|when|where|to|any|no|as|such|however|and|or|but|each|use|after|upon|with|under|except|unless|for)\b/i;
/** A number or letter of a list that stands alone: "3.", "4.2.", "(a)", "iv." */
const NUMBERING = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s*)+$/i;

/** Something that may end a sentence, with more text behind it. */
const INNER_END = /[.!?\u2026\u3002\uFF01\uFF0E\uFF1F\uFF61\u0589\u061F\u06D4\u0964\u0965][^\n]/u;

function trimmed(text: string): Span {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

/**
 * Cuts one line of text into sentences: Unicode text segmentation (UAX #29, section 5) put right for abbreviations and
 * list numbers, which it takes for whole sentences.
 *
 * @param text one line, as `readable` returns it
 * @returns spans without white space at their ends, in order, covering every word
 */
export function sentences(text: string): Span[] {
  // Most headings and list items are one sentence, and asking the segmenter costs more than looking.
  if (!INNER_END.test(text)) return text.trim() === '' ? [] : [trimmed(text)];
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.trimEnd().length;
    const start = end - segment.trim().length;
    if (start === end) continue;
    if (open && continues(text, open, start)) open.end = end;
    else {
      open = { start, end };
      spans.push(open);
    }
  }
  return spans;
}

/** Whether the sentence that seemed to end at `open.end` goes on at `next`. Only its tail is read, so time stays linear. */
function continues(text: string, open: Span, next: number): boolean {
  if (/\p{Ll}/u.test(text[next] ?? '')) return true;
  const tail = text.slice(Math.max(open.start, open.end - 24), open.end);
  if (NEVER_LAST.test(tail)) return true;
  if (open.end - open.start <= 24 && NUMBERING.test(tail)) return true;
  return MAYBE_LAST.test(tail) && !USUAL_FIRST.test(text.slice(next, next + 16));
}
