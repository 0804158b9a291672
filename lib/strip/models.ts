import type { Container } from './container.ts';
import { asciiFbx } from './fbx/ascii.ts';
import { binaryFbx } from './fbx/binary.ts';
import { glb } from './gltf/glb.ts';
import { gltf } from './gltf/gltf.ts';
import { ply } from './ply/ply.ts';
import { asciiStl } from './stl/ascii.ts';
import { binaryStl } from './stl/binary.ts';
import { mtl } from './wavefront/mtl.ts';
import { obj } from './wavefront/obj.ts';
import { usdz, zip } from './zip/zip.ts';

/** 3D models and archives, those with a signature first: the others are told by what their beginning looks like. */
export const MODELS: readonly Container[] = [
  glb,
  usdz,
  zip,
  gltf,
  binaryFbx,
  asciiFbx,
  ply,
  asciiStl,
  obj,
  mtl,
  binaryStl,
];
