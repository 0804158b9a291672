// 3MF as a package (3MF Consortium, "Core Specification" 1.3, chapter 2)
import { hopeless } from '../container.ts';
import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { Names } from '../wavefront/names.ts';
import type { Cleaned, CleanMember } from './members.ts';
import { modelRules } from './model.ts';
import { packageRules } from './package.ts';
import { cleanXml, type XmlRules } from './xml.ts';

const MODEL = /^3D\/.*\.model$/i;
const PACKAGE = /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels)$/;
const TEXTURE = /^3D\/.*\.(?:png|jpe?g|texture)$/i;
/** Numbers that look like a UUID, as the production extension wants them. */
const UUID = ['00000000-0000-4000-8000-', 100_000_000_001] as const;

export function is3mf(names: readonly string[]): boolean {
  return names.includes('[Content_Types].xml') && names.some((name) => MODEL.test(name));
}

/** Does a part describe the model? Thumbnails, properties and what slicers keep for themselves do not. */
export function is3mfPart(name: string): boolean {
  return MODEL.test(name) || PACKAGE.test(name) || TEXTURE.test(name);
}

/** Cleans the parts of a package. `names`: those that stay. */
export function by3mfRules(names: readonly string[], byContent: CleanMember): CleanMember {
  const parts = new Set(names);
  const isMember = (path: string) =>
    ['', '3D/'].some((folder) => parts.has(folder + path.replace(/^\//, '')));
  const ids = new Names(...UUID);
  return async (name, content) => {
    if (MODEL.test(name)) return cleanDescription(content, modelRules(isMember, ids), name);
    return PACKAGE.test(name)
      ? cleanDescription(content, packageRules(isMember), name)
      : byContent(name, content);
  };
}

async function cleanDescription(content: Blob, rules: XmlRules, name: string): Promise<Cleaned> {
  try {
    return { ...(await cleanXml(content, rules)), problems: [] };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { findings: [], problems: [hopeless(say('within', name, error.problem))] };
  }
}
