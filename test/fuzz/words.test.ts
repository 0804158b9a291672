import { expect, test } from 'vitest';
import { join } from '../fixtures/bytes.ts';
import { CANARY, leaks } from '../fixtures/canary.ts';
import { privateScene, writeAsciiFbx } from '../fixtures/fbx/nodes.ts';
import { plainModel, writeGltf } from '../fixtures/gltf/model.ts';
import { plainJpeg } from '../fixtures/jpeg.ts';
import { NOTES, ply } from '../fixtures/ply/files.ts';
import { plainPng } from '../fixtures/png.ts';
import { privateAsciiStl } from '../fixtures/stl/files.ts';
import { PLAIN } from '../fixtures/svg/svg.ts';
import { privateMtl, privateObj } from '../fixtures/wavefront/files.ts';
import { type Entry, private3mf, privateZip, readZip } from '../fixtures/zip/archive.ts';
import { SCENE } from '../fixtures/zip/usdz.ts';
import { stripped } from '../unit/strip/oracles.ts';
import { judge } from './judge.ts';
import { outsideOfPixels } from './outside.ts';

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9"><defs><filter id="f">
<feTurbulence type="fractalNoise" baseFrequency=".1" result="noise"/><feComposite in="SourceGraphic" in2="noise" k1="1"/></filter></defs>
<style type="text/css" media="screen">@font-face{font-family:"Hand";src:url(data:font/woff2;base64,d09GMgABAAA=) format("woff2")}
@keyframes turn{from{rotate:0deg}to{rotate:9deg}}@media (min-width:1px){rect:not(.a)[fill="none"]>g{animation:turn 2s;--x:1px;x:var(--x)}}
.a,#f{d:path("M0 0L1 1");filter:url( "#f" ) blur(1px)}</style><g filter="url(#f)" transform="matrix(1 0 0 1 2,3) rotate (5)">
<set attributeName="fill" to="red" begin="f.click+1.5s; 0:01:30" dur="2min"/><path d="M0 0l1 1a1 1 0 01.5.5z" class="a" lang="en"/>
<use x:href="#f"/><polygon points="1,2 3,4"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml" style="color:red">A</p></foreignObject>
</g></svg>`;

/** One after the other: what breaks out of an attribute, a tag, a rule or a value is not the same everywhere. */
const WORDS = [
  ` ${CANARY} it `,
  CANARY,
  `"${CANARY} it"`,
  `<!-- ${CANARY} -->`,
  `;${CANARY}:${CANARY};`,
  `(${CANARY})`,
  `='${CANARY}'`,
  `/${CANARY}/`,
  `\n${CANARY}\n`,
  Buffer.from(`xx${CANARY} in a picture of more than sixty-four letters of base64 text`).toString('base64'),
];

/** As programs wrote it until 2009: names, not numbers, say what belongs to what. */
const OLD_FBX = `; FBX 6.1.0 project file
FBXHeaderExtension:  {
	FBXHeaderVersion: 1003
	FBXVersion: 6100
}
Definitions:  {
	ObjectType: "Model" {
		Count: 1
	}
}
Objects:  {
	Model: "Model::Hips", "Mesh" {
		Version: 232
		Properties60:  {
			Property: "Lcl Translation", "Lcl Translation", "A+",0,0,0
			Property: "Path", "KString", "", "skin.png"
		}
		Shading: Y
		Culling: "CullingOff"
		LayerElementMaterial: 0 {
			Name: "a name"
			MappingInformationType: "AllSame"
		}
	}
	Texture: "Texture::skin", "TextureVideoClip" {
		TextureName: "Texture::skin"
		Media: "Video::skin"
		FileName: "textures/skin.png"
	}
}
Relations:  {
	Model: "Model::Hips", "Mesh" {
	}
}
Connections:  {
	Connect: "OO", "Model::Hips", "Model::Scene"
	Connect: "OP", "Texture::skin", "Material::skin", "DiffuseColor"
}
Takes:  {
	Current: "Take 001"
	Take: "Take 001" {
		FileName: "Take_001.tak"
		LocalTime: 0,46186158000
		Model: "Model::Hips" {
			Channel: "Transform" {
				Key: 0,1,L
			}
		}
	}
}
Version5:  {
	AmbientRenderSettings:  {
		Version: 101
	}
}
`;

type Make = (text: string) => Uint8Array<ArrayBuffer>;
const asIs: Make = (text) => Buffer.from(text);
const inScene: Make = (text) => archive([{ name: 'a.usda', data: text, stored: true }]);

/** Without what the fixture puts around its members. */
function archive(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(privateZip(entries, '')).toString('latin1');
  return Buffer.from(
    text.replaceAll(`${CANARY} in`, (own) => own.toLowerCase()),
    'latin1',
  );
}

/** A package with a text in place of one of its parts. */
function inPackage(part: string): Make {
  return (text) =>
    archive(
      readZip(private3mf(new Uint8Array())).map(({ name, data }) => ({
        name,
        data: name === part ? text : data,
        stored: true,
      })),
    );
}

function partOf(part: string): string {
  const found = readZip(private3mf(new Uint8Array())).find(({ name }) => name === part);
  return Buffer.from(found?.data ?? '').toString('latin1');
}

/** What is left of a file of text. */
async function cleanText(file: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from((await stripped(file)).bytes).toString('latin1');
}

/** The description of a model, with short pictures. */
async function description(): Promise<string> {
  return Buffer.from(writeGltf(await plainModel([]), true)).toString('latin1');
}

const TEXTS: [name: string, text: () => string | Promise<string>, make: Make][] = [
  ['a drawing', () => PLAIN, asIs],
  ['a drawing with all that styles can have', () => DRAWING, asIs],
  ['a scene', () => SCENE, inScene],
  ['an FBX as text', async () => cleanText(writeAsciiFbx(privateScene(new Uint8Array()))), asIs],
  ['an old FBX as text', () => OLD_FBX, asIs],
  ['a material', () => cleanText(privateMtl()), asIs],
  ['an OBJ', () => cleanText(privateObj()), asIs],
  ['a PLY as text', () => cleanText(ply('ascii', NOTES)), asIs],
  ['an STL as text', () => cleanText(privateAsciiStl()), asIs],
  ['a model', description, asIs],
  ...['[Content_Types].xml', '_rels/.rels', '3D/3dmodel.model'].map((part): (typeof TEXTS)[number] => [
    `a package: ${part}`,
    () => partOf(part),
    inPackage(part),
  ]),
];

test.each(TEXTS)(
  'words at the places of %s are found, or are names of it',
  { timeout: 60_000 },
  async (_, text, make) => {
    const clean = (await text()).replaceAll(CANARY, 'x');
    expect(clean.length).toBeGreaterThan(100);
    for (let at = 0; at < clean.length; at += make === asIs ? 1 : 3) {
      const word = WORDS[at % WORDS.length];
      const hostile = Buffer.from(make(clean.slice(0, at) + word + clean.slice(at)));
      expect([at, word, await judge(hostile, true)]).toEqual([at, word, undefined]);
    }
  },
);

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
const LEFT: [file: string, make: () => Uint8Array | Promise<Uint8Array>, count: number][] = [
  ...[
    '<path d="M0 0 #"/>',
    '<rect fill="#"/>',
    '<rect style="fill:#"/>',
    '<rect #="1"/>',
    '<rect id="#" x="#"/>',
    '<style>rect{fill:#}</style>',
    '<style># > rect{fill:red}</style>',
    '<style>.a{#:red}</style>',
    '<rect style="font:#;fill:#"/>',
    '<text font-family="#" y="#">#</text>',
    '<!-- # --><g/>',
    '<use href="#" y="#"/>',
  ].map((content): (typeof LEFT)[number] => [
    content,
    () => Buffer.from(svg(content.replaceAll('#', CANARY))),
    1,
  ]),
  ...[
    '<rect id="#"/>',
    '<text>#</text>',
    '<g class="a #"/>',
    '<style>.#{x:1}</style>',
    '<g begin="#.click"/>',
  ].map((content): (typeof LEFT)[number] => [
    content,
    () => Buffer.from(svg(content.replaceAll('#', CANARY))),
    0,
  ]),
  ['a link to a place', () => Buffer.from(svg(`<use href="#${CANARY}"/><g fill="url(#${CANARY})"/>`)), 0],
  ['a text of a scene', () => inScene(`#usda 1.0\ndef Xform "a" { token a = "${CANARY} it" }`), 1],
  ['an address in a scene', () => inScene(`#usda 1.0\ndef Xform "a" { asset a = @/${CANARY}/a@ }`), 1],
  ['a name in a scene', () => inScene(`#usda 1.0\ndef Xform "${CANARY}" { rel a = </${CANARY}> }`), 0],
  ['a part of a package', () => inPackage('3D/3dmodel.model')(`<model unit="${CANARY}"/>`), 1],
  [
    'a picture in an archive',
    async () => archive([{ name: 'a.jpg', data: join(await plainJpeg(), CANARY), stored: true }]),
    1,
  ],
  [
    'a packed picture in an archive',
    async () => archive([{ name: 'a.png', data: join(await plainPng(), CANARY) }]),
    1,
  ],
  ['a model', async () => Buffer.from((await description()).replace('"nodes"', `"${CANARY}"`)), 1],
];

test.each(LEFT)(
  'what stands outside of names and pictures is looked at, moved and damaged or not: %s',
  async (_, make, count) => {
    const file = Buffer.from(await make());
    const { format } = await stripped(file);
    const looked = await outsideOfPixels(format, file, true);
    expect(leaks(looked).filter((leak) => leak.includes('plain'))).toHaveLength(count);
  },
);
