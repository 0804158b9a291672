import { noteFinding } from '../notes.ts';
import { tellsPath } from '../paths.ts';
import { type FreshText, pathOnly, replaced } from './fresh.ts';
import { beforeValue, freshProperty, LABEL, PROPERTY_NAME, WORD } from './properties.ts';

/** A text among the values of a node. `key`: the first of them, where it is a text. `path`: the nodes around it, and its own at the end. */
type Place = { path: readonly string[]; index: number; key: string; text: string; where: string };

/** Blender's fixed time, and the number and the footer that go with it: programs of Autodesk want the three to agree. */
const TIME = '1970-01-01 10:00:00:000';
const STAMP: Record<string, number> = {
  Year: 1970,
  Month: 1,
  Day: 1,
  Hour: 10,
  Minute: 0,
  Second: 0,
  Millisecond: 0,
};

/** The sections of a file. Any other is emptied. */
const SECTIONS =
  `FBXHeaderExtension FileId CreationTime Creator GlobalSettings Documents References Definitions Objects Relations
  Connections Takes Version5 Document`.split(/\s+/);
/** What may be in the header and in the description of the scene. Any other node there, a thumbnail among them, is emptied. */
const CHILDREN: Record<string, string[]> = {
  FBXHeaderExtension:
    'FBXHeaderVersion FBXVersion EncryptionType CreationTimeStamp Creator OtherFlags SceneInfo'.split(' '),
  SceneInfo: 'Type MetaData Version Properties70 Properties60'.split(' '),
  MetaData: 'Version Title Subject Author Keywords Revision Comment'.split(' '),
  CreationTimeStamp: ['Version', ...Object.keys(STAMP)],
};

/** Names a file, inside of an object or beside the objects of a section. */
const FILE_NODE = /^(?:relative)?filename$/i;
/** What becomes of the texts of a node, by its name. Those of any other stay when they are names or words for choices. */
const NODES: readonly [name: RegExp, fresh: (at: Place) => FreshText | undefined][] = [
  [/^CreationTime$/, ({ text, where }) => replaced(text, TIME, { kind: 'time', where, value: text })],
  [/^Creator$/, ({ text, where }) => replaced(text, '', { kind: 'software', where, value: text })],
  // What somebody has written about the scene goes wherever it stands.
  [/^(?:Title|Subject|Author|Keywords|Revision|Comment)$/, withoutNote],
  [/^SceneInfo$/, sceneName],
  [FILE_NODE, (at) => (at.index === 0 ? pathOnly(at.text, at.where) : nameOrWord(at))],
  [/^P(?:roperty)?$/, property],
];

/** Nodes whose texts are names by which others refer to them. */
const NAMED =
  /^(?:Name|NodeAttributeName|TextureName|Media|Model|Material|Texture|Shape|Channel|Member|Take|Current|RootNode|Document|Node|KeyName|DefaultCamera)$/;
/** A word for what is connected to what, as in "OP", stands before the two names, each of which may have that of a property behind it. */
const CONNECTION = /^C(?:onnect)?$/;
/** The name of an object begins with the word for what it is; in the binary form this follows, behind two signs. */
const OBJECT = /^\w{0,64}::/;
const BINARY_OBJECT = '\0\x01';
const KIND = /^\w{0,64}$/;
/** The description of a scene has such a name, and a kind. */
const SCENE_NAME = /^\w{0,64}(?:::\w{0,64})?$/;
/** Sections whose members have names of their own. */
const OF_OBJECTS = ['Objects', 'Documents', 'Definitions', 'Relations', 'Takes', 'References'];
/** Sections whose members may be named in any way; in the others a kind stands before the name, or alone. */
const ANY_NAME = ['Documents', 'Takes', 'References'];

/** Is a file of this version too old to have its objects where they are looked for? */
export function isTooOld(version: number): boolean {
  return version < 6000;
}

/** Is a node needed? `path`: the names of the nodes around it, and its own at the end. */
export function isNeeded(path: readonly string[]): boolean {
  const [name = '', parent] = path.toReversed();
  if (parent === undefined) return SECTIONS.includes(name);
  return Object.hasOwn(CHILDREN, parent) ? CHILDREN[parent]?.includes(name) === true : name !== 'Thumbnail';
}

/** The number that takes the place of one in the time stamp; undefined for any other number. */
export function freshNumber(path: readonly string[]): number | undefined {
  const [name = '', parent] = path.toReversed();
  return parent === 'CreationTimeStamp' && Object.hasOwn(STAMP, name) ? STAMP[name] : undefined;
}

/**
 * What becomes of the `index`th value of a node when it is a text. `key`: the first value of the node, which is the name of a property.
 * Undefined: it stays.
 */
export function freshText(
  path: readonly string[],
  index: number,
  key: string,
  text: string,
): FreshText | undefined {
  const [name = '', parent] = path.toReversed();
  const [, fresh = nameOrWord] = NODES.find(([node]) => node.test(name)) ?? [];
  const place = { path, index, key, text, where: `FBX ${name}` };
  return parent === 'MetaData' ? withoutNote(place) : fresh(place);
}

function withoutNote({ text, where }: Place): FreshText | undefined {
  return replaced(text, '', noteFinding(where, text));
}

function sceneName(at: Place): FreshText | undefined {
  return SCENE_NAME.test(at.text.replace(BINARY_OBJECT, '::')) ? undefined : withoutNote(at);
}

function property(at: Place): FreshText | undefined {
  const before = beforeValue(at.path.at(-1) ?? '') ?? [];
  if (at.index > before.length) return withoutNote(at);
  if (at.index === before.length) return freshProperty(keptKey(at), at.text, at.path.includes('SceneInfo'));
  return before[at.index]?.test(at.text) ? withoutPath(at) : withoutNote(at);
}

/** The name of a property as it stays: by it the value is judged, so that a second look sees the same. */
function keptKey({ path, key }: Place): string {
  return freshText(path, 0, key, key)?.text ?? key;
}

/** Texts that are names, and words for choices. */
function nameOrWord(at: Place): FreshText | undefined {
  return wordAt(at).test(at.text) || isName(at) ? withoutPath(at) : withoutNote(at);
}

/** The path goes from a name, but not the word for what bears it. */
function withoutPath({ text, where }: Place): FreshText | undefined {
  const [word = ''] = OBJECT.exec(text) ?? [];
  const fresh = pathOnly(text.slice(word.length), where, tellsPath(text));
  return fresh && { ...fresh, isPath: word === '', text: word + fresh.text };
}

/** What a text can be that is no name. */
function wordAt({ path, index, key }: Place): RegExp {
  // The number of an object stands before its name in version 7 alone.
  const isKind = isObject(path) && index > 0 && index <= (key === '' ? 2 : 1);
  const isConstraint = path.at(-1) === 'Type' && path.at(-2) === 'Constraint';
  return isKind || isConstraint ? LABEL : WORD;
}

/** Is a text what others refer to? In version 7 a number stands before the name of an object. */
function isName({ path, index, key, text }: Place): boolean {
  const name = path.at(-1) ?? '';
  if (isObject(path)) return index < 2 && (isObjectName(text) || ANY_NAME.includes(path[0] ?? ''));
  if (CONNECTION.test(name)) return index > 0 && index < 5;
  return NAMED.test(name) && index === (key === '' ? 1 : 0) && isReference(text);
}

/** The name of an object is as long as it is; other names are those of properties, channels and cameras. */
function isReference(text: string): boolean {
  return isObjectName(text) || PROPERTY_NAME.test(text);
}

function isObjectName(text: string): boolean {
  const [, kind] = text.split(BINARY_OBJECT);
  return OBJECT.test(text) || (kind !== undefined && KIND.test(kind));
}

/** Objects have a number, a name and a kind; in version 6 a name and a kind. */
function isObject(path: readonly string[]): boolean {
  const [section = '', name = ''] = path;
  return path.length === 2 && OF_OBJECTS.includes(section) && !FILE_NODE.test(name);
}
