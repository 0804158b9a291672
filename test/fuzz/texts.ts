/** Attributes that are names in a drawing, or refer to names: those are part of it (SVG 2, section 5.1; Filter Effects 1, section 9.2). */
const NAME_ATTRIBUTES = /\s(?:id|class|result|in2?|begin|end)\s*=\s*(?:"[^"]*"|'[^']*')/g;
/** Names of places, and of fonts and of animations, wherever rules of style stand. */
const LINKS = /(?:\burl\(\s*(?:["']|&quot;)?|href\s*=\s*["']\s*)#[^"')&]*/g;
const FONTS = /\bfont(?:-family)?(?:\s*:[^;}"]*|\s*=\s*(?:"[^"]*"|'[^']*'))/g;
const FONT_TEXTS = /\bfont(?:-family)?\s*:[^;}]*/g;
const ANIMATIONS = /@(?:-webkit-)?keyframes\s+[\w\u0080-\uffff-]+|\banimation(?:-name)?\s*:[^;}"]*/g;
const CUSTOM = /--[\w-]+/g;
const SELECTORS = /[.#][\w\u0080-\uffff\\-]+(?=[^{}]*\{)/g;
const STYLE = /(<(?:[^\s<>:]+:)?style\b[^>]*>)([\s\S]*?)(<\/)/g;
/** What people read in the picture. */
const TEXT = />[^<]+</g;
const PREFIXES = /(?<=<\/?|\sxmlns:|\s)[\w.-]+(?=:[a-z]|=["']http:\/\/www\.w3\.org)/gi;

/**
 * A clean drawing without the text that is drawn, and without names: of its own parts, which keep them when something refers to them, and of
 * fonts. What is left is numbers and words of SVG, or should be.
 */
export function withoutDrawnText(drawing: string): string {
  const sheets: string[] = [];
  const bare = drawing.replace(STYLE, (_, open: string, rules: string, close: string) => {
    sheets.push(withoutNamesOfRules(rules));
    return open + close;
  });
  const plain = bare
    .replaceAll(TEXT, '><')
    .replaceAll(NAME_ATTRIBUTES, '')
    .replaceAll(PREFIXES, '')
    .replaceAll(FONTS, '');
  return `${withoutNamesOfRules(plain)}${sheets.join('\n')}`;
}

function withoutNamesOfRules(rules: string): string {
  return [FONT_TEXTS, ANIMATIONS, CUSTOM, LINKS, SELECTORS].reduce(
    (rest, names) => rest.replaceAll(names, ''),
    rules,
  );
}

/** Of a scene in text form (usda): texts, addresses of files, and names that stand bare or in pointed brackets. */
const SCENE_WORDS = /("[^"\n]*"|'[^'\n]*')|(@[^@\n]*@)|<[^>\n]*>|[A-Za-z_][\w:.]*/g;
const SCENE_NAME = /^.[\w:.|!+/-]*.$/;

/** A clean scene without its names: parts refer to each other by them. */
export function withoutSceneNames(scene: Buffer): Buffer {
  const bare = scene
    .toString('latin1')
    .replaceAll(SCENE_WORDS, (_, text = '', address = '') => (SCENE_NAME.test(text) ? '' : text) + address);
  return Buffer.from(bare, 'latin1');
}

/** A clean part of a package without the names of other parts and of namespaces. */
export function withoutPartNames(part: Buffer): Buffer {
  const bare = part
    .toString('latin1')
    .replaceAll(/(?<=\s(?:PartName|Target|(?:\w+:)?path)=)"[^"]*"/g, '')
    .replaceAll(/(?<=<\/?|\sxmlns:|\s)[\w.-]+(?=:\w|="http:)/g, '');
  return Buffer.from(bare, 'latin1');
}
