import { expect, test } from 'vitest';
import type { Finding } from '../../../../lib/strip/types.ts';
import { bytesOf } from '../../../fixtures/svg/svg.ts';
import { stripped } from '../oracles.ts';

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${content}</svg>`;

async function cleaned(content: string): Promise<{ text: string; findings: Finding[] }> {
  const { bytes, usable, problems, findings } = await stripped(bytesOf(svg(content)));
  expect({ usable, problems }).toEqual({ usable: true, problems: [] });
  const text = Buffer.from(bytes).toString();
  return { text: text.slice(svg('').length - '</svg>'.length, -'</svg>'.length), findings };
}

/** What is broken stays broken at the same place, without its words. */
const MISTAKEN: [name: string, content: string, clean: string][] = [
  ['words behind a path', '<path d="M1 2 L3 4 zoe Dunn"/>', '<path d="M1 2 L3 4 z?"/>'],
  ['words in place of a number of a path', '<path d="M1 2 L3 Zoe L5 6"/>', '<path d="M1 2?"/>'],
  ['a path that does not begin with a move', '<path d="Lara 1 2"/>', '<path d="?"/>'],
  ['words among points', '<polygon points="1,2 3,4 Zoe 5,6"/>', '<polygon points="1,2 3,4 ?"/>'],
  ['a number that goes on as a word', '<text x="1 23Zoe"/>', '<text x="1 ?"/>'],
  ['words in place of a length', '<rect width="Zoe"/>', '<rect width="?"/>'],
  ['words in place of a colour', '<rect fill="Zoe"/>', '<rect fill="?"/>'],
  ['a unit that nobody knows', '<rect x="1zoe"/>', '<rect x="?"/>'],
  ['words in a turn', '<g transform="rotate(5) zoe(1)"/>', '<g transform="?"/>'],
  ['a function that fetches', '<rect fill="src(1)"/>', '<rect fill="?"/>'],
  ['a text', '<rect fill="\'Zoe\'"/>', '<rect fill="?"/>'],
  ['a language of its own', '<text xml:lang="en-x-zoe"/>', '<text xml:lang="?"/>'],
  [
    'a moment with a date',
    '<set attributeName="x" begin="1s; wallclock(2026-01-02)"/>',
    '<set attributeName="x" begin="1s;?"/>',
  ],
  [
    'an attribute that does not exist',
    '<set attributeName="zoe" to="1"/>',
    '<set attributeName="?" to="1"/>',
  ],
  ['a value of an animation', '<set attributeName="fill" to="zoe"/>', '<set attributeName="fill" to="?"/>'],
  [
    'a path within an animation',
    '<animate attributeName="d" values="M1 2;M3 Zoe"/>',
    '<animate attributeName="d" values="M1 2;?"/>',
  ],
  ['a feature of its own', '<g requiredFeatures="http://zoe.example/"/>', '<g requiredFeatures="?"/>'],
];

test.each(MISTAKEN)('%s: a question mark', async (_, content, clean) => {
  const { text, findings } = await cleaned(content);
  expect(text).toBe(clean);
  expect(findings).toEqual([
    expect.objectContaining({ kind: 'other', value: expect.stringMatching(/oe|lara|src|wall/i) }),
  ]);
  expect(await cleaned(clean)).toEqual({ text: clean, findings: [] });
});

const RULES: [name: string, rules: string, clean: string][] = [
  ['a property that does not exist', 'rect{fill:red;zoe:1;x:2}', 'rect{fill:red;x:2}'],
  ['a value of its own', 'rect{fill:zoe;x:2}', 'rect{x:2}'],
  ['a value with a brace', 'rect{fill:{zoe};x:2}', 'rect{;x:2}'],
  ['words before a rule', '! zoe rect{x:1} rect{x:2}', ' rect{x:2}'],
  ['words behind the rules', 'rect{x:2} zoe', 'rect{x:2} '],
  ['a text', 'rect{fill:"zoe";x:2}', 'rect{x:2}'],
  ['a rule of a kind that is not known', '@zoe dunn{rect{x:1}}rect{x:2}', 'rect{x:2}'],
  ['a condition with words', '@media (zoe){rect{x:1}}rect{x:2}', 'rect{x:2}'],
  ['a text that ends with its line', "rect{fill:'zoe\n;x:1}rect{x:2}", 'rect{x:1}rect{x:2}'],
  ['what only Inkscape reads', 'rect{-inkscape-stroke:none;x:2}', 'rect{x:2}'],
  ['a comment in a value', 'rect{fill:/*zoe*/red}', 'rect{fill: red}'],
];

test.each(RULES)('of rules %s goes', async (_, rules, clean) => {
  const { text, findings } = await cleaned(`<style>${rules}</style>`);
  expect(text).toBe(`<style>${clean}</style>`);
  expect(findings).toEqual([expect.objectContaining({ where: 'SVG style' })]);
  expect(await cleaned(text)).toEqual({ text, findings: [] });
});

test('a style attribute keeps the declarations that browsers take', async () => {
  const { text } = await cleaned('<rect style="fill:red;stroke:zoe dunn;zoe;: 1;x:2"/>');
  expect(text).toBe('<rect style="fill:red;x:2"/>');
});

const STRANGERS: [name: string, content: string, clean: string][] = [
  [
    'a class in a selector',
    '<style>.zoe,.a{x:1}</style><g class="a"/>',
    '<style>._,.a{x:1}</style><g class="a"/>',
  ],
  ['a place in a selector', '<style>#zoe{x:1}</style><g/>', '<style>#_{x:1}</style><g/>'],
  ['an element in a selector', '<style>zoe > rect{x:1}</style>', '<style>_ &gt; rect{x:1}</style>'],
  ['an attribute in a selector', '<style>[data-zoe="zoe"]{x:1}</style>', '<style>[_="_"]{x:1}</style>'],
  ['a link to nothing', '<use href="#zoe"/>', '<use href="#_"/>'],
  ['a colour that is not there', '<rect fill="url(#zoe) red"/>', '<rect fill="url(#_) red"/>'],
  [
    'a link to nothing in rules',
    '<style>rect{fill:url( "#zoe" )}</style>',
    '<style>rect{fill:url(#_)}</style>',
  ],
  ['a link to nothing in a style', '<rect style="fill:url(#zoe)"/>', '<rect style="fill:url(#_)"/>'],
  [
    'an event of nothing',
    '<set attributeName="x" begin="zoe.click+1s"/>',
    '<set attributeName="x" begin="_.click+1s"/>',
  ],
  [
    'a step that nothing goes on from',
    '<filter><feFlood result="zoe"/></filter>',
    '<filter><feFlood/></filter>',
  ],
  [
    'a step that does not exist',
    '<filter><feFlood in="zoe"/></filter>',
    '<filter><feFlood in="_"/></filter>',
  ],
  [
    'a link to nothing where something has the name of nothing',
    '<rect id="_"/><use href="#_"/><use href="#zoe"/>',
    '<rect id="_"/><use href="#_"/><use href="#__"/>',
  ],
];

test.each(STRANGERS)('the name of nothing goes: %s', async (_, content, clean) => {
  const { text, findings } = await cleaned(content);
  expect(text).toBe(clean);
  expect(findings).toEqual([{ kind: 'comment', where: 'SVG names', value: expect.stringContaining('zoe') }]);
  expect(await cleaned(clean)).toEqual({ text: clean, findings: [] });
});

/** As editors, drawing libraries and people write them. */
const KEPT = [
  '<path d="m1,2l3-4.5.6.7c1e-2 2 3 4 5 6Z M0 0a1 1 0 01.5.5 1 1 0 1 0 3 3"/>',
  '<path d="M 0 0 L 1 1,"/><path d="none"/><path d=""/>',
  '<g transform="matrix(1 0 0 1 2,3) rotate (5)" opacity=".5" clip-path="none"/>',
  '<text x="1 2,3" dx="1em 2%" style="font:italic 700 12px/1.5 \'DejaVu Sans\', Arial Narrow, sans-serif">A</text>',
  '<text font-family="Noto Sans CJK JP, \'源ノ角ゴシック\'" font-size="larger">A</text>',
  '<rect fill="rgb(255 0 0 / 50%)" stroke="hsl(120deg, 50%, 50%)" style="stroke-width:calc(1px + 2 * 3em);fill:#A1B2C3"/>',
  '<rect style="enable-background:new 0 0 9 9;mix-blend-mode:multiply;isolation:isolate;paint-order:markers stroke fill"/>',
  '<rect style="font-variation-settings:\'wght\' 500;font-feature-settings:normal;shape-inside:url(#a);text-anchor:middle"/><rect id="a"/>',
  '<style>@media (prefers-color-scheme: dark) and (min-width:1px){rect{fill:#fff!important}}</style>',
  '<style>@keyframes turn{from{rotate:0deg}50%{opacity:.5}to{rotate:360deg}}rect{animation:turn 2s ease-in-out infinite}</style>',
  '<style>:root{--accent:#e33}rect:nth-child(2n+1):not(:first-child),g>rect~*::before{fill:var(--accent, red)}</style>',
  '<style>rect[fill="none"],[class^=st]{stroke:red}.st0{fill:none}</style><rect class="st0"/>',
  '<style>@font-face{font-family:"Hand";src:url(data:font/woff2;base64,d09GMgABAAA=) format("woff2");unicode-range:U+0-FF}</style>',
  '<style>rect{d:path("M0 0L1 1");clip-path:polygon(0 0, 50% 1px);filter:drop-shadow(0 0 2px #0008) url(#none)}</style>',
  '<filter id="f"><feTurbulence type="fractalNoise" baseFrequency=".1" result="noise"/><feComposite in="SourceGraphic" in2="noise" operator="arithmetic" k1="1"/></filter><g filter="url(#f)"/>',
  '<rect id="a"/><set attributeName="fill" to="red" begin="a.click+1.5s; 0:01:30; indefinite" dur="2min" repeatCount="indefinite"/>',
  '<animateTransform attributeName="transform" type="rotate" values="0 5 5;360 5 5" keyTimes="0;1" keySplines=".4 0 .2 1" calcMode="spline"/>',
  '<linearGradient id="l" gradientUnits="userSpaceOnUse" spreadMethod="reflect" x1="0%"/><g fill="url(\'#l\') currentColor"/>',
  '<svg viewBox="0 0 9 9" preserveAspectRatio="xMidYMin slice" overflow="visible"/>',
  '<text xml:lang="zh-Hant-TW" systemLanguage="en, de-CH" writing-mode="tb-rl" textLength="9" lengthAdjust="spacingAndGlyphs">A</text>',
  '<switch><g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"/></switch>',
  '<marker id="m" orient="auto-start-reverse" markerUnits="strokeWidth"/><path marker-end="url(#m)" d="M0 0h1"/>',
  '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml" style="display:flex;align-items:unsafe center;justify-content:unsafe flex-start;width:98px;overflow-wrap:normal;color:light-dark(#000,var(--ge-dark-color, #fff))">A</div></foreignObject>',
];

test.each(KEPT)('stays as it is written: %s', async (content) => {
  expect(await cleaned(content)).toEqual({ text: content, findings: [] });
});

const LONG = 300_000;
const FILLINGS = [
  '(',
  '\\',
  '"',
  "'",
  '/*',
  '1 ',
  'a',
  '-',
  'url(',
  '#',
  '&#38;',
  ' ',
  '1e',
  '{',
  ';',
  'M0 0',
  '\n',
  'a:b;',
  ',',
];
const PLACES: [name: string, around: (filling: string) => string][] = [
  ['a path', (filling) => `<path d="M0 0${filling}"/>`],
  ['points', (filling) => `<polygon points="1 ${filling}x"/>`],
  ['a colour', (filling) => `<rect fill="${filling}x"/>`],
  ['a moment', (filling) => `<set begin="1s ${filling}x"/>`],
  ['a language', (filling) => `<g xml:lang="a${filling}x"/>`],
  ['a feature', (filling) => `<g requiredFeatures="${filling}x"/>`],
  ['a step', (filling) => `<feFlood in="${filling}x" result="${filling}"/>`],
  ['a class', (filling) => `<style>.a{x:1}</style><g class="a ${filling}x"/>`],
  ['a style', (filling) => `<rect style="fill:${filling}x"/>`],
  ['rules', (filling) => `<style>rect{${filling}x</style>`],
  ['a selector', (filling) => `<style>.a${filling}x{x:1}</style>`],
];

test.each(PLACES)(
  'a long text of anything in %s: an answer all the same',
  async (_, around) => {
    for (const filling of FILLINGS) {
      const written = filling.replaceAll('"', '&quot;');
      const long = written.repeat(Math.floor(LONG / written.length));
      const { status } = await stripped(bytesOf(svg(around(long))));
      expect(['clean', 'stripped', 'damaged', 'unsupported']).toContain(status);
    }
  },
  60_000,
);
