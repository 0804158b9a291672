// 3MF (3MF Consortium, "Core Specification" 1.3, and the extensions for materials, production, beam lattices and slices)

import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { Names } from '../wavefront/names.ts';
import { localName, type XmlRules } from './xml.ts';

/** The elements that describe the model. Any other goes with what is in it: metadata, and what programs keep for themselves. */
const ELEMENTS = new Set(
  `model resources basematerials base object mesh vertices vertex triangles triangle components component build item
  texture2d texture2dgroup tex2coord colorgroup color compositematerials composite multiproperties multi pbspecular pbmetallic
  pbspeculardisplayproperties pbmetallicdisplayproperties pbspeculartexturedisplayproperties pbmetallictexturedisplayproperties
  translucentdisplayproperties translucent beamlattice beams beam balls ball beamsets beamset ref ballref slicestack slice polygon segment
  sliceref trianglesets triangleset refrange`.split(/\s+/),
);
/** Their attributes, but for names and numbers of the artist's or the company's own, and for those that are decided on apart. */
const ATTRIBUTES = new Set(
  `unit id type pid pindex x y z v1 v2 v3 p1 p2 p3 p objectid transform displaycolor contenttype tilestyleu tilestylev filter box texid
  displaypropertiesid u v color matid matindices blendmethods pids values pindices specularcolor glossiness metallicness roughness
  speculartextureid glossinesstextureid metallictextureid roughnesstextureid diffusefactor specularfactor glossinessfactor basecolorfactor
  metallicfactor roughnessfactor attenuation refractiveindex modelresolution minlength radius ballmode ballradius clippingmode clippingmesh
  representationmesh cap cap1 cap2 r1 r2 r vindex index startindex endindex slicestackid meshresolution zbottom ztop startv`.split(
    /\s+/,
  ),
);
const NAMESPACE =
  /^http:\/\/schemas\.(?:microsoft\.com|3mf\.io)\/3dmanufacturing\/(?:core|material|production|beamlattice(?:\/balls)?|slice|trianglesets)\/20\d\d\/\d\d$/;
/** Numbers, colours, and the words that stand for a choice. */
const VALUE =
  /^(?:[-+\d.eE\s]*|#[\da-fA-F]{6,8}|model|solidsupport|support|surface|other|micron|millimeter|centimeter|inch|foot|meter|image\/(?:png|jpeg)|wrap|mirror|clamp|none|auto|linear|nearest|hemisphere|sphere|butt|inside|outside|mix|multiply|fullres|lowres|obj|meshsoutside)$/;
const POINT =
  /<(?:vertex(?:\s+[xyz]="[-+\d.eE]{1,40}"){3}|triangle(?:\s+(?:v[123]|p[123]|pid)="\d{1,10}"){3,7})\s*\/>\s*/y;

/** The rules for one model. `isMember`: is there a file of that name in the archive? `ids` numbers what has to differ throughout it. */
export function modelRules(isMember: (path: string) => boolean, ids: Names): XmlRules {
  const prefixes = new Set<string>();
  const materials = new Names('material');
  const isKnownPrefix = (name: string) => !name.includes(':') || prefixes.has(name.split(':', 1)[0] ?? '');
  const known = (list: string) =>
    list
      .split(/\s+/)
      .filter((prefix) => prefixes.has(prefix))
      .join(' ');
  const fresh = (name: string, value: string, element: string): string | null => {
    if (name === 'xmlns') return NAMESPACE.test(value) ? value : null;
    if (name.startsWith('xmlns:')) return prefixes.has(name.slice(6)) ? value : null;
    if (name === 'requiredextensions' && value.split(/\s+/).some((prefix) => prefix && !prefixes.has(prefix)))
      throw new Misfit(say('model_unknown_extension'));
    if (name === 'requiredextensions' || name === 'recommendedextensions')
      return /^[\w\s]*$/.test(value) ? known(value) : null;
    if (!isKnownPrefix(name)) return null;
    const local = localName(name);
    if (local === 'UUID') return ids.for(value);
    if (local === 'name' && element === 'base') return materials.for(value);
    if (local === 'path') return isMember(value) ? value : null;
    return ATTRIBUTES.has(local) && VALUE.test(value) ? value : null;
  };
  return {
    where: '3MF',
    plain: POINT,
    keeps: (name, attributes) => {
      for (const { name: key, value } of attributes) {
        const [, prefix] = /^xmlns:([\w.-]+)$/.exec(key) ?? [];
        if (prefix && NAMESPACE.test(value)) prefixes.add(prefix);
      }
      return isKnownPrefix(name) && ELEMENTS.has(localName(name));
    },
    value: fresh,
  };
}
