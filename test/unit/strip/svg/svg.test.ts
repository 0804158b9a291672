import { expect, test } from 'vitest';
import { recognize } from '../../../../lib/strip/index.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { bytesOf, PLAIN, privateSvg } from '../../../fixtures/svg/svg.ts';
import { shown, stripped } from '../oracles.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (content: string, attributes = '') =>
  `<svg ${NS} width="20" height="20"${attributes}>${content}</svg>`;

async function cleaned(text: string): Promise<string> {
  const { bytes, usable, problems } = await stripped(bytesOf(text));
  expect({ usable, problems }).toEqual({ usable: true, problems: [] });
  return Buffer.from(bytes).toString();
}

test('what was found is told in words', async () => {
  const { findings } = await stripped(bytesOf(await privateSvg()));
  expect(findings).toEqual(
    expect.arrayContaining([
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
      {
        kind: 'path',
        where: 'SVG inkscape:export-filename',
        value: '/home/maria/MWCANARY in export-filename.png',
      },
      { kind: 'path', where: 'SVG link', value: '../MWCANARY in an external picture.png' },
      { kind: 'comment', where: 'SVG title', value: 'MWCANARY in title' },
      { kind: 'comment', where: 'SVG comment', value: 'MWCANARY in the first comment' },
      { kind: 'other', where: 'SVG script', value: 'a script' },
      { kind: 'other', where: 'SVG i:pgf', value: 'the editor’s own copy of the drawing' },
      {
        kind: 'comment',
        where: 'SVG names',
        value: expect.stringContaining('MWCANARY'),
      },
      expect.objectContaining({ where: 'XMP dc:creator' }),
    ]),
  );
});

const GONE: [name: string, xml: string, clean: string][] = [
  ['a link that is not to the drawing', svg('<a href="http://a.b/c"><rect/></a>'), svg('<a><rect/></a>')],
  ['a picture from elsewhere', svg('<image href="file:///home/maria/a.png"/>'), svg('<image/>')],
  ['a script in a link', svg('<a href="javascript:alert(1)"><rect/></a>'), svg('<a><rect/></a>')],
  ['an event', svg('<rect onclick="a()"/>'), svg('<rect/>')],
  [
    'an animation that changes a link',
    svg('<a><set attributeName="href" to="javascript:a()"/></a>'),
    svg('<a></a>'),
  ],
  ['a name that nothing refers to', svg('<g id="Secret hands"><rect/></g>'), svg('<g><rect/></g>')],
  [
    'a class without a rule',
    svg('<style>.a{fill:red}</style><rect class="a b"/>'),
    svg('<style>.a{fill:red}</style><rect class="a"/>'),
  ],
  [
    'an import behind an escape',
    svg('<style>@\\69mport "x.css"; rect{fill:red}</style>'),
    svg('<style> rect{fill:red}</style>'),
  ],
  ['a link behind an escape', svg('<rect fill="\\75rl(http://a.b/c)"/>'), svg('<rect fill="url(#)"/>')],
  ['a link behind a reference', svg('<rect fill="&#117;rl(http://a.b/c)"/>'), svg('<rect fill="url(#)"/>')],
  ['an import around a comment', svg('<style>@imp<!-- -->ort "x.css";</style>'), svg('<style></style>')],
  ['an image set', svg('<style>g{fill:image-set("a.png" 1x)}</style>'), svg('<style>g{}</style>')],
  [
    'a page within',
    svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="a"/></foreignObject>'),
    svg('<foreignObject></foreignObject>'),
  ],
  [
    'an element of another language that looks alike',
    svg('<rect xmlns="urn:x"/><x:rect xmlns:x="urn:x">a</x:rect>'),
    svg(''),
  ],
  ['characters where none are drawn', svg('<g>secret</g>'), svg('<g></g>')],
  ['a style sheet before the drawing', `<?xml-stylesheet href="a.css"?>${svg('')}`, svg('')],
  [
    'an entity',
    `<!DOCTYPE svg [<!ENTITY a "red">]>${svg('<rect fill="&a;"/><text>&a;</text>')}`,
    svg('<rect fill="red"/><text>red</text>'),
  ],
];

test.each(GONE)('%s goes', async (_, xml, clean) => {
  expect(await cleaned(xml)).toBe(clean);
  expect(await cleaned(clean)).toBe(clean);
});

const KEPT = [
  PLAIN,
  svg('<rect id="a"/><use href="#a"/>'),
  svg('<rect id="a"/><circle><animate attributeName="r" begin="a.click" from="1" to="2" dur="1s"/></circle>'),
  svg('<style><![CDATA[ #a > b { fill: red } ]]></style><rect id="a"/>'),
  svg('<text xml:space="preserve">a  b &lt; &#x263A;</text>'),
  svg(
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml" style="color:red">Text</p></foreignObject>',
  ),
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width='9'/></s:svg>\n`,
  svg('<filter id="f"><feImage href="#f"/><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>'),
];

test.each(KEPT)('what is drawn stays as it is written: %s', async (xml) => {
  expect(await cleaned(xml)).toBe(xml);
});

test.each(['utf-16le', 'utf-16be'] as const)('a drawing in %s becomes one in UTF-8', async (encoding) => {
  const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${svg(`<rect width="9" height="9" fill="#08f"/><!-- ${canary('it')} -->`)}`;
  const bytes = Buffer.from(text, 'utf16le');
  const original = new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16());
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'stripped', format: 'svg' });
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await shown(clean.bytes)).toEqual(
    await shown(bytesOf(svg('<rect width="9" height="9" fill="#08f"/>'))),
  );
  expect((await stripped(clean.bytes)).status).toBe('clean');
});

const NO_DRAWINGS = [
  '<html><svg/></html>',
  '<!DOCTYPE html><svg/>x<',
  '<!-- <svg> -->',
  '<?xml version="1.0"?><x/>',
  'v 1 2 3',
  '',
];

test.each(NO_DRAWINGS)('no drawing: %s', (text) => {
  expect(recognize(bytesOf(text))).not.toBe('svg');
});

test('a drawing whose program keeps its own file in the first tag', async () => {
  const own = `<mxfile host="${canary('draw.io')}">${'x'.repeat(9000)}</mxfile>`
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
  expect(recognize(bytesOf(svg('', ` content="${own}"`)).subarray(0, 4096))).toBe('svg');
  expect(await cleaned(svg('<rect/>', ` content="${own}"`))).toBe(svg('<rect/>'));
});

const HELD: [name: string, xml: string][] = [
  ['tags that do not match', `<svg ${NS}><g></svg></g>`],
  ['no end', `<svg ${NS}><g>`],
  ['two drawings', svg('') + svg('')],
  ['an entity that nobody declared', svg('<text>&nbsp;</text>')],
  ['an entity with elements in it', `<!DOCTYPE svg [<!ENTITY a "<script/>">]>${svg('&a;')}`],
  ['entities within entities', `<!DOCTYPE svg [${bombs()}]>${svg('<text>&a9;</text>')}`],
  ['a picture that cannot be cleaned', svg('<image href="data:image/png;base64,AAAA"/>')],
  ['a character that XML has not', svg('<path d="M0 0L9\0Zoe Dunn"/>')],
  ['an attribute twice', svg('<rect fill="red" fill="blue"/>')],
];

/** A billion laughs. */
function bombs(): string {
  const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
  return `<!ENTITY a0 "ha">${lines.join('')}`;
}

test.each(HELD)('%s: held', async (_, xml) => {
  expect(await stripped(bytesOf(xml))).toMatchObject({ status: 'damaged', usable: false });
});

test('drawings within drawings within drawings end', async () => {
  let xml = svg('<rect/>');
  for (let depth = 0; depth < 12; depth++)
    xml = svg(`<image href="data:image/svg+xml;base64,${btoa(xml)}"/>`);
  expect(await stripped(bytesOf(xml))).toMatchObject({ status: 'damaged', usable: false });
});

const LONG = 300_000;
const SLOW: [name: string, xml: string][] = [
  ['open quotes', svg(`<style>${'"\\'.repeat(LONG)}</style>`)],
  ['open links', svg(`<style>${'url('.repeat(LONG)}</style>`)],
  ['open comments', svg(`<style>${'/*'.repeat(LONG)}</style>`)],
  ['rules without end', svg(`<style>${'@import '.repeat(LONG)}</style>`)],
  ['blanks in a tag', `<svg ${NS}${' '.repeat(LONG)}x>`],
  ['nested groups', svg('<g>'.repeat(LONG) + '</g>'.repeat(LONG))],
  ['a document type without end', `<!DOCTYPE svg [${'<!-- '.repeat(LONG)}`],
  ['escapes', svg(`<style>${'\\0'.repeat(LONG)}</style>`)],
];

test.each(SLOW)(
  '%s: an answer all the same',
  async (_, xml) => {
    const { status } = await stripped(bytesOf(xml));
    expect(['clean', 'stripped', 'damaged', 'unsupported']).toContain(status);
  },
  20_000,
);
