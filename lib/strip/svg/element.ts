import { cleanCss } from './css.ts';
import { attributeFindings } from './findings.ts';
import { cleanLink, type Report } from './links.ts';
import { ATTRIBUTES, ELEMENTS, HTML_ELEMENTS, NAMESPACE } from './names.ts';
import type { References } from './references.ts';
import { encodeValue } from './references.ts';
import type { Attribute } from './tokens.ts';

/** A piece of the new drawing. Names are decided on in the end, when it is known what refers to them. */
export type Piece = string | { name: 'id' | 'class'; value: string; raw: string };

/** Prefixes and the namespaces they stand for; the empty one for elements without prefix. */
export type Scope = Readonly<Record<string, string>>;

const PICTURES = new Set(['image', 'feImage', 'img']);
const ANIMATIONS = /^(?:animate|set)/;

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
  for (const attribute of attributes) {
    const { name, raw } = attribute;
    const value = references.decode(attribute.value.replaceAll(/[\t\r\n]/g, ' '));
    const clean = await cleanValue(local, name, value, scope, report);
    if (clean === null) continue;
    const isSame = clean === value && !references.areIn(attribute.value);
    const written = isSame ? raw : ` ${name}="${encodeValue(clean)}"`;
    pieces.push(name === 'id' || name === 'class' ? { name, value, raw: written } : written);
  }
  return pieces;
}

/** Null when the attribute goes. */
async function cleanValue(
  local: string,
  name: string,
  value: string,
  scope: Scope,
  report: Report,
): Promise<string | null> {
  const [prefix, rest] = split(name);
  if (name === 'id' || name === 'class') return value;
  if (name === 'xmlns' || prefix === 'xmlns')
    return Object.values<string>(NAMESPACE).includes(value) ? value : null;
  const isLink = rest === 'href' && (prefix === '' || scope[prefix] === NAMESPACE.xlink);
  if (isLink || (local === 'img' && name === 'src')) return link(local, value, report);
  if (ATTRIBUTES.has(name)) return /[(\\@]|\/\*|-inkscape-/.test(value) ? cleanCss(value, report) : value;
  report.findings.push(...attributeFindings(name, value));
  return null;
}

async function link(local: string, value: string, report: Report): Promise<string | null> {
  if (PICTURES.has(local) || value.trim().startsWith('#')) return cleanLink(value, false, report);
  if (value.trim() !== '') report.findings.push(...attributeFindings('href', value));
  return null;
}
