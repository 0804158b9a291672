import { attributeFindings } from './findings.ts';
import { cleanLink, type Report } from './links.ts';
import { ATTRIBUTES, ELEMENTS, HTML_ELEMENTS, NAMESPACE } from './names.ts';
import type { References } from './references.ts';
import { encodeValue } from './references.ts';
import type { Attribute } from './tokens.ts';
import { cleanValue, MISTAKE } from './values.ts';

/** An attribute. Names, and what refers to them, are decided on in the end, when it is known which of both there are. */
export type Named = { name: string; value: string; raw: string };
/** Rules of a style element, as they are written and as they are meant. */
export type Rules = { written: string; meant: string; isPlain: boolean };
/** A piece of the new drawing. */
export type Piece = string | Named | Rules;

/** Prefixes and the namespaces they stand for; the empty one for elements without prefix. */
export type Scope = Readonly<Record<string, string>>;

const PICTURES = new Set(['image', 'feImage', 'img']);
/** Nobody else's software reads others. */
const PREFIX = /^[\w.\u0080-\uffff-]+$/;
const ANIMATIONS = /^(?:animate|set)/;
const NAMED = /^(?:id|class|result|in2?|begin|end)$|href$/;

/** The namespaces within an element (Namespaces in XML 1.0, section 3). */
export function scopeOf(attributes: readonly Attribute[], outer: Scope, references: References): Scope {
  const declared = attributes.flatMap(({ name, value }) => {
    const [prefix, rest] = split(name);
    if (name !== 'xmlns' && prefix !== 'xmlns') return [];
    return [[name === 'xmlns' ? '' : rest, references.decode(value)]];
  });
  return declared.length > 0 ? { ...outer, ...Object.fromEntries(declared) } : outer;
}

function split(name: string): [prefix: string, rest: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The name without prefix of an element that draws; undefined for others. */
export function drawn(
  name: string,
  attributes: readonly Attribute[],
  scope: Scope,
  isInHtml: boolean,
  references: References,
): string | undefined {
  const [prefix, local] = split(name);
  const namespace = scope[prefix] ?? (prefix === '' ? NAMESPACE.svg : '');
  const isHtml = isInHtml && namespace === NAMESPACE.xhtml && HTML_ELEMENTS.has(local);
  if (!isHtml && !(namespace === NAMESPACE.svg && ELEMENTS.has(local))) return undefined;
  const value = (wanted: string) =>
    references.decode(attributes.find((each) => each.name === wanted)?.value ?? '').trim();
  const needs = value('requiredExtensions');
  const changesLink = ANIMATIONS.test(local) && /href$|^on/i.test(value('attributeName'));
  return (needs !== '' && needs !== NAMESPACE.xhtml) || changesLink ? undefined : local;
}

/** What stays of the attributes of an element that draws. `local`: its name without prefix. */
export async function cleanAttributes(
  local: string,
  attributes: readonly Attribute[],
  scope: Scope,
  references: References,
  report: Report,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const meant = (attribute?: Attribute) =>
    references.decode(attribute?.value.replaceAll(/[\t\r\n]/g, ' ') ?? '');
  const other = (wanted: string) => meant(attributes.find(({ name }) => name === wanted));
  for (const attribute of attributes) {
    const { name, raw } = attribute;
    const value = meant(attribute);
    const clean = await cleanAttribute({ local, name, value, other, scope, report });
    if (clean === null) continue;
    const isSame = clean === value && !references.areIn(attribute.value);
    const written = isSame ? raw : writtenAttribute(name, clean);
    pieces.push(isNamed(name, clean) ? { name, value: clean, raw: written } : written);
  }
  return pieces;
}

/** An attribute as it is written anew. */
export function writtenAttribute(name: string, value: string): string {
  return ` ${name}="${encodeValue(value)}"`;
}

function isNamed(name: string, value: string): boolean {
  return NAMED.test(name) || /url\(\s*["']?#/i.test(value);
}

type Context = {
  local: string;
  name: string;
  value: string;
  other: (name: string) => string;
  scope: Scope;
  report: Report;
};

/** Null when the attribute goes. */
async function cleanAttribute({ local, name, value, other, scope, report }: Context): Promise<string | null> {
  const [prefix, rest] = split(name);
  if (name === 'id' || name === 'class') return value;
  if (name === 'xmlns' || prefix === 'xmlns')
    return Object.values<string>(NAMESPACE).includes(value) && PREFIX.test(rest) ? value : null;
  const isLink = rest === 'href' && (prefix === '' || scope[prefix] === NAMESPACE.xlink);
  if (isLink || (local === 'img' && name === 'src')) return link(local, value, report);
  const clean = ATTRIBUTES.has(name) ? await cleanValue(name, value, other, report) : null;
  if (clean === null) report.findings.push(...attributeFindings(name, value));
  else if (clean !== value && clean.endsWith(MISTAKE))
    report.findings.push(...attributeFindings(name, value.slice(commonLength(clean, value))));
  return clean;
}

/** How far a value is as it was, when it is up to a mistake. */
function commonLength(clean: string, value: string): number {
  return value.startsWith(clean.slice(0, -MISTAKE.length)) ? clean.length - MISTAKE.length : 0;
}

async function link(local: string, value: string, report: Report): Promise<string | null> {
  if (PICTURES.has(local) || value.trim().startsWith('#')) return cleanLink(value, false, report);
  if (value.trim() !== '') report.findings.push(...attributeFindings('href', value));
  return null;
}
