// Open Packaging Conventions (ECMA-376 part 2), as 3MF uses them
import { Names } from '../wavefront/names.ts';
import type { XmlRules } from './xml.ts';

const NAMESPACE = /^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/(?:relationships|content-types)$/;
/** What parts a model needs: itself, its textures, and what ties them together. */
const RELATION =
  /^http:\/\/schemas\.(?:microsoft\.com|openxmlformats\.org|3mf\.io)\/(?:3dmanufacturing\/2013\/01\/3d(?:model|texture)|package\/2006\/relationships\/mustpreserve)$/;
const TYPE =
  /^(?:image\/(?:png|jpeg)|application\/vnd\.(?:ms-package\.3dmanufacturing-3dmodel(?:\+xml|texture)|openxmlformats-package\.relationships\+xml))$/;

/** How the names of such parts end. */
const ENDING = /^(?:rels|model|png|jpe?g|texture)$/i;
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Default: ['Extension', 'ContentType'],
  Override: ['PartName', 'ContentType'],
  Relationship: ['Target', 'Type'],
};

type Values = Record<string, string>;

/** The rules for the list of relations and the list of types. `isMember`: is there a file of that name in the clean archive? */
export function packageRules(isMember: (path: string) => boolean): XmlRules {
  const ids = new Names('rel', 0);
  const isNeeded: Record<string, (values: Values) => boolean> = {
    Types: () => true,
    Relationships: () => true,
    Default: ({ Extension = '', ContentType = '' }) => ENDING.test(Extension) && TYPE.test(ContentType),
    Override: ({ PartName = '', ContentType = '' }) => isMember(PartName) && TYPE.test(ContentType),
    Relationship: ({ Target = '', Type = '', TargetMode }) =>
      isMember(Target) && RELATION.test(Type) && !TargetMode,
  };
  return {
    where: '3MF package',
    keeps: (name, attributes) =>
      Object.hasOwn(isNeeded, name) &&
      isNeeded[name]?.(Object.fromEntries(attributes.map((each) => [each.name, each.value]))) === true,
    value: (name, value, element) => {
      if (name === 'Id') return ids.for(value);
      if (name === 'xmlns') return NAMESPACE.test(value) ? value : null;
      return ATTRIBUTES[element]?.includes(name) ? value : null;
    },
  };
}
