import { noteFinding } from '../notes.ts';
import { baseName, safeFileName, safePath } from '../paths.ts';
import type { Finding, FindingKind } from '../types.ts';
import { words } from '../words.ts';
import { extensionShape, isAttribute, isPointer, isWord, shapeOf } from './shapes.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** What the parts of the file that are left out told, by their places; each place once. */
export type Told = Map<string, string[]>;

const KINDS: ReadonlyMap<string, FindingKind> = new Map([
  ['copyright', 'person'],
  ['generator', 'software'],
  ['uri', 'path'],
]);
const MOST_PLACES = 400;
const MOST_VALUES = 20;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of the whole description with nothing in it but what the shapes allow. */
export function cleanJson(gltf: JsonObject, told: Told): JsonObject {
  return cleanObject(gltf, shapeOf('gltf'), 'glTF', told);
}

/** The findings of what was left out. */
export function findingsFrom(told: Told): Finding[] {
  return [...told].map(([where, values]) => {
    const text = values.join(', ');
    const kind = KINDS.get(where.split('.').at(-1) ?? '');
    return kind ? { kind, where, value: words(text) || undefined } : noteFinding(where, text);
  });
}

function cleanObject(
  source: JsonObject,
  shape: ReadonlyMap<string, string>,
  where: string,
  told: Told,
): JsonObject {
  const target: JsonObject = {};
  for (const [key, value] of Object.entries(source)) {
    const place = `${where}.${key}`;
    const kind = shape.get(key);
    const fresh =
      key === 'extensions'
        ? cleanExtensions(value, place, told)
        : kind === undefined
          ? undefined
          : cleanValue(value, kind, place, told);
    if (fresh === undefined) tell(told, place, value);
    else target[key] = fresh;
  }
  return target;
}

/** Undefined for what goes. */
function cleanValue(value: Json, kind: string, where: string, told: Told): Json | undefined {
  switch (kind) {
    case '':
      return isPlain(value) ? value : undefined;
    case 'uri':
      return typeof value === 'string' ? cleanUri(value, where, told) : undefined;
    case 'pointer':
      return typeof value === 'string' && isPointer(value) ? value : undefined;
    case 'known[]':
      return Array.isArray(value) ? cleanNames(value, where, told) : undefined;
    case 'attributes':
      return isObject(value) ? cleanAttributes(value, where, told) : undefined;
    case 'attributes[]':
      return cleanAll(value, (each) => cleanAttributes(each, where, told));
    case 'variant[]':
      return cleanAll(value, (each, i) => cleanVariant(each, i, where, told));
    default:
      return kind.endsWith('[]')
        ? cleanAll(value, (each) => cleanObject(each, shapeOf(kind.slice(0, -2)), where, told))
        : isObject(value)
          ? cleanObject(value, shapeOf(kind), where, told)
          : undefined;
  }
}

/** Objects refer to each other by their places, so each keeps its own, even one that is no object. */
function cleanAll(value: Json, clean: (each: JsonObject, i: number) => JsonObject): Json | undefined {
  return Array.isArray(value) ? value.map((each, i) => (isObject(each) ? clean(each, i) : {})) : undefined;
}

function isPlain(value: Json): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'boolean' || (typeof value === 'string' && isWord(value));
}

/** Undefined when nothing is left. */
function cleanExtensions(value: Json, where: string, told: Told): Json | undefined {
  const fresh: JsonObject = {};
  for (const [name, content] of Object.entries(isObject(value) ? value : {})) {
    const shape = extensionShape(name);
    const place = `${where}.${name}`;
    if (shape && isObject(content)) fresh[name] = cleanObject(content, shape, place, told);
    else tell(told, place, content);
  }
  return Object.keys(fresh).length > 0 ? fresh : undefined;
}

function cleanNames(names: readonly Json[], where: string, told: Told): Json | undefined {
  const [known, others] = [names.filter(isKnown), names.filter((name) => !isKnown(name))];
  for (const name of others) tell(told, where, name);
  return known.length > 0 ? known : undefined;
}

function isKnown(name: Json): boolean {
  return typeof name === 'string' && extensionShape(name) !== undefined;
}

function cleanAttributes(attributes: JsonObject, where: string, told: Told): JsonObject {
  const fresh: JsonObject = {};
  for (const [name, accessor] of Object.entries(attributes)) {
    if (isAttribute(name) && typeof accessor === 'number') fresh[name] = accessor;
    else tell(told, where, name);
  }
  return fresh;
}

/** The specification of the extension wants a name. */
function cleanVariant({ name }: JsonObject, i: number, where: string, told: Told): JsonObject {
  const fresh = `variant ${i + 1}`;
  if (name !== fresh) tell(told, `${where}.name`, name ?? '');
  return { name: fresh };
}

/** Files that come with the model are found by relative paths; what a data: URI holds is looked at elsewhere. */
function cleanUri(uri: string, where: string, told: Told): string {
  if (/^data:/i.test(uri)) return uri;
  const path = decoded(uri);
  const fresh = safePath(path) === path ? uri : encodeURIComponent(baseName(path.split(/[?#]/, 1)[0] ?? ''));
  // Content that stands in the place of an address, with a slip in the word "data", has no name.
  const name = isFileName(decoded(fresh)) && !/;base64,/i.test(uri) ? fresh : '';
  if (name !== uri) tell(told, where, uri);
  return name;
}

/** With an ending, or of words alone. */
function isFileName(path: string): boolean {
  return safeFileName(path) === path || /^[\w.-]{1,100}(?:\/[\w.-]{1,100})*$/.test(path);
}

/** An address without its percent signs, where they make sense. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function tell(told: Told, where: string, value: Json): void {
  if (!told.has(where) && told.size >= MOST_PLACES) return;
  const values = told.get(where) ?? [];
  told.set(where, values);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (values.length < MOST_VALUES) values.push(text.slice(0, 1_000));
}
