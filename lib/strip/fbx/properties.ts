import { noteFinding } from '../notes.ts';
import { baseName, tellsPath } from '../paths.ts';
import type { Finding } from '../types.ts';
import { type FreshText, pathOnly, replaced } from './fresh.ts';

/** The time that every file gets, as a property has it. */
const DATE = '01/01/1970 00:00:00.000';
const ANY_DATE = /^\d\d\/\d\d\/\d{4} [\d:.]+$/;

/** The name of a property, as in "Maya|normalCamera" or "notes of a bone". Letters without a blank among so many are data. */
export const PROPERTY_NAME = /^(?!.*[\w+/=]{65}).{0,128}$/s;
/** The type of a property, as in "Lcl Translation", or of an object, as in "Single Chain IK". */
export const LABEL = /^[\w |+()-]{0,40}$/;
/** A word for a choice, as in "ByPolygonVertex". */
export const WORD = /^[\w.:|+-]{0,64}$/;
/** The flags of a property, as in "A+UH". */
const FLAGS = /^[\w+-]{0,12}$/;

/** What stands before the value of a property: its name, its type, from version 7 on a label, and its flags. */
const BEFORE_VALUE: Record<string, readonly RegExp[]> = {
  P: [PROPERTY_NAME, LABEL, LABEL, FLAGS],
  Property: [PROPERTY_NAME, LABEL, FLAGS],
};

/** What is told of the file that the scene came from, and of the program that wrote it. */
const SCENE = /^(?:Original|LastSaved|RecordPath)\b|document/i;
/** Properties whose text is a name, or a word for how the model is drawn. */
const NAMES =
  /(?:^|[|/])(?:(?:current)?UVSet|DefaultCamera|ActiveAnimStackName|ChannelName|CacheSet|MoBuObjectFullName)$/;
const WORDS =
  /(?:^|[|/])(?:Shading ?Model|RenderAPI(?:Version)?|ShaderLanguage(?:Version)?|RootBindingName|TargetName|TargetType|CodeTAG|OSLShaderName|WrapMode|MaxTexture|ORIGINAL_MTL|MoBu(?:Sub)?TypeName)$/;
/** As in "RelPath", "CacheFileName" and "filename", but not in "Profile". */
const PATHS = /(?:^|[^A-Z])(?:Path|File|Url)|\b(?:path|file|url)/;
/** Blanks are in the name of a file, and not in a sentence, when it has an ending. */
const FILE = /^(?:\S{0,64}|.{0,128}\.\w{1,5})$/;

/** What stands before the value of a property, if a node of this name is one. */
export function beforeValue(node: string): readonly RegExp[] | undefined {
  return Object.hasOwn(BEFORE_VALUE, node) ? BEFORE_VALUE[node] : undefined;
}

/** Has a property too few values to be one? What stands in the place of its type is something else then. */
export function isCutShort(node: string, count: number): boolean {
  return count < (beforeValue(node)?.length ?? 0);
}

/** What becomes of the text of a property with the name `key`. `isOfScene`: it belongs to the description of the scene. */
export function freshProperty(key: string, text: string, isOfScene: boolean): FreshText | undefined {
  const where = `FBX ${key}`;
  const isNeeded = NAMES.test(key) ? PROPERTY_NAME.test(text) : WORDS.test(key) && WORD.test(text);
  if (isNeeded) return pathOnly(text, where, tellsPath(text));
  if (ANY_DATE.test(text)) return replaced(text, DATE, { kind: 'time', where, value: text });
  if (isOfScene || SCENE.test(key)) return replaced(text, '', sceneFinding(where, text));
  if (PATHS.test(key) && FILE.test(baseName(text))) return pathOnly(text, where);
  return replaced(text, '', noteFinding(where, text));
}

function sceneFinding(where: string, text: string): Finding {
  return PATHS.test(where) ? { kind: 'path', where, value: text } : noteFinding(where, text);
}
