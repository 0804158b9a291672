import { cleanCssValue, cleanDeclarations } from './css.ts';
import type { Report } from './links.ts';
import { ATTRIBUTES, NAMESPACE, set } from './names.ts';
import { past, readablePath } from './path-data.ts';
import { cleanTimes } from './times.ts';
import { isKnownWord } from './vocabulary.ts';

/*
 * What an attribute can say, and nothing else stays. What stays is as it is written; what cannot be read becomes a question mark: each
 * browser passes over that as it did over what stood there, whether it draws up to a mistake or nothing at all.
 */
export const MISTAKE = '?';

const NUMBERS = /^[\d\s.,;eE+%-]*$/;
const SPACES = /[\s,;]+/y;
const QUANTITY = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?:%|em|ex|px|in|cm|mm|pt|pc|deg|grad|rad)?/y;
const LETTER = /[A-Za-z_]/y;
/** What is left of a path or a list behind a mistake can stay when there is no word in it. */
const WORDLESS = /^[\s,\d.eE+-]*$/;
const PATHS = set('d path');
/** Browsers draw what of these can be read, some of them. */
const LISTS = set(
  'points x y dx dy rotate viewBox tableValues kernelMatrix keyTimes keySplines keyPoints values',
);
const TIMES = set('begin end dur min max repeatDur repeatCount');
const ANIMATED = set('values to from by');
const LANGUAGES = /^\s*[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?\s*$/i;
/** SVG 1.1, appendix N. */
const FEATURES =
  /^\s*(?:http:\/\/www\.w3\.org\/TR\/SVG11\/feature#(?:(?:SVG|SVGDOM|Core|Basic|Container|ConditionalProcessing|Image|Style|Viewport|Shape|Text|Paint|Opacity|Graphics|Marker|ColorProfile|Gradient|Pattern|Clip|Mask|Filter|Document|Graphical|Animation|Events|Cursor|Hyperlinking|Xlink|ExternalResourcesRequired|View|Script|Font|Extensibility|Structure|Attribute|static|animation|dynamic)-?)+\s*)*$/;

/** Reads another attribute of the same element. */
type Other = (name: string) => string;

/** What stays of the value of an attribute, and of nothing but its value: names of places, classes and steps are decided on later. */
export async function cleanValue(name: string, value: string, other: Other, report: Report): Promise<string> {
  if (NUMBERS.test(value)) return value;
  if (name === 'style') return cleanDeclarations(value, report);
  const target = other('attributeName').trim();
  if (ANIMATED.has(name) && target !== '') return animated(target, value, report);
  const read = READERS.find(([names]) => names.has(name))?.[1];
  if (read) return read(value);
  return (
    (await cleanCssValue(value, name, report)) ??
    (LISTS.has(name) ? readable(value, endOfList(value)) : MISTAKE)
  );
}

const READERS: readonly (readonly [ReadonlySet<string>, (value: string) => string])[] = [
  [PATHS, (value) => (value.trim() === 'none' ? value : readable(value, readablePath(value)))],
  [TIMES, (value) => cleanTimes(value, MISTAKE, (name) => name)],
  [set('in in2 result'), (value) => value],
  [
    set('lang xml:lang systemLanguage'),
    (value) =>
      whole(
        value,
        value.split(',').every((tag) => LANGUAGES.test(tag)),
      ),
  ],
  [set('requiredFeatures'), (value) => whole(value, FEATURES.test(value))],
  [set('requiredExtensions'), (value) => whole(value, value.trim() === NAMESPACE.xhtml)],
  [set('attributeName'), (value) => whole(value, ATTRIBUTES.has(value.trim()) || isKnownWord(value.trim()))],
];

function whole(value: string, isKnown: boolean): string {
  return isKnown || value.trim() === '' ? value : MISTAKE;
}

/** The beginning of a value, up to where it can be read. */
function readable(value: string, end: number): string {
  const rest = value.slice(end);
  return rest === MISTAKE || WORDLESS.test(rest) ? value : value.slice(0, end) + MISTAKE;
}

function endOfList(value: string): number {
  let end = 0;
  for (;;) {
    const at = past(SPACES, value, end);
    const next = past(QUANTITY, value, at);
    if (next === at || past(LETTER, value, next) > next) return at;
    end = next;
  }
}

/** Values for another attribute, one after the other. */
async function animated(target: string, value: string, report: Report): Promise<string> {
  const cleaned: string[] = [];
  for (const each of value.split(';')) {
    const isPath = PATHS.has(target) && readablePath(each) === each.length;
    cleaned.push(isPath ? each : ((await cleanCssValue(each, target, report)) ?? MISTAKE));
  }
  return cleaned.join(';');
}
