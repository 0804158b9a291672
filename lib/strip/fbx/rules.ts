import { noteFinding } from '../notes.ts';
import { baseName, safePath, tellsPath } from '../paths.ts';
import type { Finding } from '../types.ts';

/** What becomes of a text in a file. Without it the text stays. `isPath`: what is missing of the old length can go before it. */
export type FreshText = { text: string; isPath?: boolean; finding: Finding };

/** Blender's fixed time, and the number and the footer that go with it: programs of Autodesk want the three to agree. */
export const TIME = '1970-01-01 10:00:00:000';
const DATE = '01/01/1970 00:00:00.000';
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
/** What somebody has written about the scene, wherever it stands. */
const NOTE = /^(?:Title|Subject|Author|Keywords|Revision|Comment)$/;
/** Nodes whose texts are names by which others refer to them. */
const NAMED =
  /^(?:Name|NodeAttributeName|TextureName|Media|Model|Material|Texture|Shape|Channel|Member|Take|Current|RootNode|Document|Node|KeyName|DefaultCamera)$/;
/** A word for what is connected to what, as in "OP", stands before the two names, each of which may have that of a property behind it. */
const CONNECTION = /^C(?:onnect)?$/;
/** Any other text below the objects is the word for a choice. */
const WORD = /^[\w.:|+-]{0,64}$/;
/** The name of a property, as in "Maya|normalCamera" or "notes of a bone". Letters without a blank among so many are data. */
const PROPERTY_NAME = /^(?!.*[\w+/=]{65}).{0,128}$/s;
/** The type of a property, as in "Lcl Translation", or of an object, as in "Single Chain IK". */
const LABEL = /^[\w |+()-]{0,40}$/;
/** The flags of a property, as in "A+UH". */
const FLAGS = /^[\w+-]{0,12}$/;
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
const PATHS = /^(?:relative)?filename$/i;
/** As in "RelPath", "CacheFileName" and "filename", but not in "Profile". */
const PATH_PROPERTY = /(?:^|[^A-Z])(?:Path|File|Url)|\b(?:path|file|url)/;
/** Blanks are in the name of a file, and not in a sentence, when it has an ending. */
const FILE = /^(?:\S{0,64}|.{0,128}\.\w{1,5})$/;
/** What is told of the file that the scene came from, and of the program that wrote it. */
const SCENE = /^(?:Original|LastSaved|RecordPath)\b|document/i;
/** The folder of unpacked pictures has the name of the scene. */
const MEDIA_FOLDER = /\.fbm[\\/]/i;
/** Properties whose text is a name, or a word for how the model is drawn. */
const NAME_PROPERTY =
  /(?:^|[|/])(?:(?:current)?UVSet|DefaultCamera|ActiveAnimStackName|ChannelName|CacheSet|MoBuObjectFullName)$/;
const WORD_PROPERTY =
  /(?:^|[|/])(?:Shading ?Model|RenderAPI(?:Version)?|ShaderLanguage(?:Version)?|RootBindingName|TargetName|TargetType|CodeTAG|OSLShaderName|WrapMode|MaxTexture|ORIGINAL_MTL|MoBu(?:Sub)?TypeName)$/;
/** Where the value of a property begins: name, type, label (from version 7 on) and flags stand before it. */
const VALUE_AT: Record<string, number> = { P: 4, Property: 3 };

/** Is a file of this version too old to have its objects where they are looked for? */
export function isTooOld(version: number): boolean {
  return version < 6000;
}

/** Has a property too few values to be one? What stands in the place of its type is something else then. */
export function isCutShort(name: string, count: number): boolean {
  return Object.hasOwn(VALUE_AT, name) && count < (VALUE_AT[name] ?? 0);
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
  const where = `FBX ${name}`;
  if (name === 'CreationTime') return replaced(text, TIME, { kind: 'time', where, value: text });
  if (name === 'Creator') return replaced(text, '', { kind: 'software', where, value: text });
  if (parent === 'MetaData' || NOTE.test(name)) return replaced(text, '', noteFinding(where, text));
  if (name === 'SceneInfo')
    return SCENE_NAME.test(text.replace(BINARY_OBJECT, '::'))
      ? undefined
      : replaced(text, '', noteFinding(where, text));
  if (PATHS.test(name) && index === 0) return pathOnly(text, where);
  const valueAt = Object.hasOwn(VALUE_AT, name) ? VALUE_AT[name] : undefined;
  if (valueAt !== undefined && index >= valueAt)
    return index === valueAt
      ? propertyText(keptKey(path, key), text, path.includes('SceneInfo'))
      : replaced(text, '', noteFinding(where, text));
  const isAsItShouldBe = wordAt(path, index, key, valueAt).test(text) || isName(path, index, key, text);
  return isAsItShouldBe ? nameOnly(text, where) : replaced(text, '', noteFinding(where, text));
}

/** The name of a property as it stays: by it the value is judged, so that a second look sees the same. */
function keptKey(path: readonly string[], key: string): string {
  return freshText(path, 0, key, key)?.text ?? key;
}

/** The path goes from a name, but not the word for what bears it. */
function nameOnly(text: string, where: string): FreshText | undefined {
  const [word = ''] = OBJECT.exec(text) ?? [];
  const fresh = pathOnly(text.slice(word.length), where, tellsPath(text));
  return fresh && { ...fresh, isPath: word === '', text: word + fresh.text };
}

/** What a text can be that is no name. `key`: the first value, where it is a text. `valueAt`: where the value of a property begins. */
function wordAt(path: readonly string[], index: number, key: string, valueAt: number | undefined): RegExp {
  if (valueAt !== undefined && index > 0) return index === valueAt - 1 ? FLAGS : LABEL;
  // The number of an object stands before its name in version 7 alone.
  const isKind = isObject(path) && index > 0 && index <= (key === '' ? 2 : 1);
  const isConstraint = path.at(-1) === 'Type' && path.at(-2) === 'Constraint';
  return isKind || isConstraint ? LABEL : WORD;
}

/** Is a text what others refer to? In version 7 a number stands before the name of an object. */
function isName(path: readonly string[], index: number, key: string, text: string): boolean {
  const name = path.at(-1) ?? '';
  if (Object.hasOwn(VALUE_AT, name)) return index === 0 && PROPERTY_NAME.test(text);
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
  return path.length === 2 && OF_OBJECTS.includes(section) && !PATHS.test(name);
}

function propertyText(key: string, text: string, isOfScene: boolean): FreshText | undefined {
  const where = `FBX ${key}`;
  const isNeeded = NAME_PROPERTY.test(key)
    ? PROPERTY_NAME.test(text)
    : WORD_PROPERTY.test(key) && WORD.test(text);
  if (isNeeded) return pathOnly(text, where, tellsPath(text));
  if (/^\d\d\/\d\d\/\d{4} [\d:.]+$/.test(text))
    return replaced(text, DATE, { kind: 'time', where, value: text });
  if (isOfScene || SCENE.test(key)) return replaced(text, '', sceneFinding(where, text));
  if (PATH_PROPERTY.test(key) && FILE.test(baseName(text))) return pathOnly(text, where);
  return replaced(text, '', noteFinding(where, text));
}

function sceneFinding(where: string, text: string): Finding {
  return PATH_PROPERTY.test(where) ? { kind: 'path', where, value: text } : noteFinding(where, text);
}

function pathOnly(text: string, where: string, isPath = true): FreshText | undefined {
  const isMedia = MEDIA_FOLDER.test(text);
  const fresh = isMedia ? baseName(text) : isPath ? safePath(text) : text;
  if (fresh === text) return isPath && tellsPath(text) ? replacedPath(text, where) : undefined;
  return { text: fresh, isPath: true, finding: { kind: 'path', where, value: text } };
}

/** A text with a path somewhere in it. */
function replacedPath(text: string, where: string): FreshText {
  return { text: baseName(text), isPath: true, finding: { kind: 'path', where, value: text } };
}

/** Undefined when nothing would change, but for blanks that keep a length. */
function replaced(text: string, fresh: string, finding: Finding): FreshText | undefined {
  return text.trimEnd() === fresh ? undefined : { text: fresh, finding };
}
