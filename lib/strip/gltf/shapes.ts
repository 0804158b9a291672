/**
 * What may stay of a glTF file (glTF 2.0 specification, section 5 "Properties Reference", and the extensions of the registry): for each kind of
 * object its properties. `a` holds numbers, truth values or one of the words of the specification; `a:shape` an object, `a:shape[]` several.
 * What is not here is not needed to draw the model, and goes: extras, names, copyright, generator, whatever an extension of no known name holds.
 */
const SHAPES = {
  gltf: `asset:asset scene scenes:scene[] nodes:node[] meshes:mesh[] accessors:accessor[] bufferViews:view[] buffers:buffer[]
    materials:material[] textures:texture[] images:image[] samplers:sampler[] skins:skin[] animations:animation[] cameras:camera[]
    extensionsUsed:known[] extensionsRequired:known[]`,
  asset: 'version minVersion',
  scene: 'nodes',
  node: 'camera children skin matrix mesh rotation scale translation weights',
  mesh: 'primitives:primitive[] weights',
  primitive: 'attributes:attributes indices material mode targets:attributes[]',
  accessor: 'bufferView byteOffset componentType normalized count type max min sparse:sparse',
  sparse: 'count indices:place values:place',
  place: 'bufferView byteOffset componentType',
  view: 'buffer byteOffset byteLength byteStride target',
  buffer: 'uri:uri byteLength',
  material: `pbrMetallicRoughness:metal normalTexture:use occlusionTexture:use emissiveTexture:use emissiveFactor alphaMode alphaCutoff
    doubleSided`,
  metal: 'baseColorFactor baseColorTexture:use metallicFactor roughnessFactor metallicRoughnessTexture:use',
  use: 'index texCoord scale strength',
  texture: 'sampler source',
  image: 'uri:uri mimeType bufferView',
  sampler: 'magFilter minFilter wrapS wrapT',
  skin: 'inverseBindMatrices skeleton joints',
  animation: 'channels:channel[] samplers:curve[]',
  channel: 'sampler target:target',
  target: 'node path',
  curve: 'input interpolation output',
  camera: 'type orthographic:lens perspective:lens',
  lens: 'xmag ymag zfar znear aspectRatio yfov',
  light: 'type color intensity range spot:spot',
  spot: 'innerConeAngle outerConeAngle',
  mapping: 'material variants',
  environment: 'rotation intensity irradianceCoefficients specularImages specularImageSize',
} as const;

/** The same for the extensions: one shape for all the places where an extension can stand. */
const EXTENSIONS: Record<string, string> = {
  KHR_draco_mesh_compression: 'bufferView attributes:attributes',
  EXT_meshopt_compression: 'buffer byteOffset byteLength byteStride count mode filter fallback',
  KHR_meshopt_compression: 'buffer byteOffset byteLength byteStride count mode filter fallback',
  EXT_mesh_gpu_instancing: 'attributes:attributes',
  KHR_mesh_quantization: '',
  KHR_texture_transform: 'offset rotation scale texCoord',
  KHR_texture_basisu: 'source',
  EXT_texture_webp: 'source',
  EXT_texture_avif: 'source',
  MSFT_texture_dds: 'source',
  KHR_lights_punctual: 'lights:light[] light',
  EXT_lights_image_based: 'lights:environment[] light',
  KHR_materials_variants: 'variants:variant[] mappings:mapping[]',
  KHR_node_visibility: 'visible',
  KHR_animation_pointer: 'pointer:pointer',
  MSFT_lod: 'ids',
  KHR_materials_unlit: '',
  KHR_materials_anisotropy: 'anisotropyStrength anisotropyRotation anisotropyTexture:use',
  KHR_materials_clearcoat: `clearcoatFactor clearcoatTexture:use clearcoatRoughnessFactor clearcoatRoughnessTexture:use
    clearcoatNormalTexture:use`,
  KHR_materials_diffuse_transmission: `diffuseTransmissionFactor diffuseTransmissionTexture:use diffuseTransmissionColorFactor
    diffuseTransmissionColorTexture:use`,
  KHR_materials_dispersion: 'dispersion',
  KHR_materials_emissive_strength: 'emissiveStrength',
  KHR_materials_ior: 'ior',
  KHR_materials_iridescence: `iridescenceFactor iridescenceTexture:use iridescenceIor iridescenceThicknessMinimum
    iridescenceThicknessMaximum iridescenceThicknessTexture:use`,
  KHR_materials_pbrSpecularGlossiness:
    'diffuseFactor diffuseTexture:use specularFactor glossinessFactor specularGlossinessTexture:use',
  KHR_materials_sheen:
    'sheenColorFactor sheenColorTexture:use sheenRoughnessFactor sheenRoughnessTexture:use',
  KHR_materials_specular: 'specularFactor specularTexture:use specularColorFactor specularColorTexture:use',
  KHR_materials_transmission: 'transmissionFactor transmissionTexture:use',
  KHR_materials_volume: 'thicknessFactor thicknessTexture:use attenuationDistance attenuationColor',
};

/** The words that stand for a choice. */
const WORD =
  /^(?:2\.\d|SCALAR|VEC[234]|MAT[234]|perspective|orthographic|directional|point|spot|OPAQUE|MASK|BLEND|translation|rotation|scale|weights|pointer|LINEAR|STEP|CUBICSPLINE|ATTRIBUTES|TRIANGLES|INDICES|NONE|OCTAHEDRAL|QUATERNION|EXPONENTIAL|COLOR|image\/(?:png|jpeg|webp|avif|ktx2|vnd-ms\.dds))$/;
const ATTRIBUTE =
  /^(?:POSITION|NORMAL|TANGENT|(?:TEXCOORD|COLOR|JOINTS|WEIGHTS)_\d{1,3}|TRANSLATION|ROTATION|SCALE)$/;

/** Property by property what it holds: '' for plain values, else a shape, with `[]` when there are several. */
type Shape = ReadonlyMap<string, string>;

const read = (text: string): Shape =>
  new Map(text.split(/\s+/).map((entry) => [entry.split(':', 1)[0] ?? '', entry.split(':')[1] ?? '']));
const shapes = new Map(Object.entries(SHAPES).map(([name, text]) => [name, read(text)]));
const extensions = new Map(Object.entries(EXTENSIONS).map(([name, text]) => [name, read(text)]));
const NOTHING: Shape = new Map();

export function shapeOf(name: string): Shape {
  return shapes.get(name) ?? NOTHING;
}

/** Undefined for an extension of no known name. */
export function extensionShape(name: string): Shape | undefined {
  return extensions.get(name);
}

/** The way to a property that an animation changes (KHR_animation_pointer): numbers, properties and extensions of known names. */
export function isPointer(text: string): boolean {
  const all = [...shapes.values(), ...extensions.values()];
  const isStep = (step: string) =>
    /^(?:\d+|extensions)$/.test(step) || extensions.has(step) || all.some((shape) => shape.has(step));
  return text.startsWith('/') && text.slice(1).split('/').every(isStep);
}

export function isWord(text: string): boolean {
  return WORD.test(text);
}

export function isAttribute(name: string): boolean {
  return ATTRIBUTE.test(name);
}
