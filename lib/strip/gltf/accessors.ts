// Accessors: which bytes of a view hold numbers of the model (glTF 2.0, section 3.6.2)
import { isObject, type Json, type JsonObject } from './json.ts';
import { numberOf, objects } from './values.ts';

/** A range of a view. */
type Range = { start: number; end: number };

/** Bytes of a number, by its type in WebGL. */
const SIZES = new Map<Json | undefined, number>([
  [5120, 1],
  [5121, 1],
  [5122, 2],
  [5123, 2],
  [5125, 4],
  [5126, 4],
]);
/** Columns, and numbers in each. */
const SHAPES = new Map<Json | undefined, readonly [columns: number, rows: number]>([
  ['SCALAR', [1, 1]],
  ['VEC2', [1, 2]],
  ['VEC3', [1, 3]],
  ['VEC4', [1, 4]],
  ['MAT2', [2, 2]],
  ['MAT3', [3, 3]],
  ['MAT4', [4, 4]],
]);
/** Columns of a matrix begin at multiples of this (section 3.6.2.4). */
const COLUMN = 4;

/** What the accessors need of each view, by its number. Throws `Misfit` when one makes no sense. */
export function rangesOf(gltf: JsonObject): Map<number, Range[]> {
  const ranges = new Map<number, Range[]>();
  const views = objects(gltf.bufferViews);
  const add = (place: JsonObject, size: number, count: number) => {
    const view = numberOf(place.bufferView);
    const stride = numberOf(views[view]?.byteStride ?? size);
    const start = numberOf(place.byteOffset ?? 0);
    const end = size === 0 ? Number.POSITIVE_INFINITY : start + (count - 1) * stride + size;
    const known = ranges.get(view) ?? [];
    ranges.set(view, known);
    if (count > 0) known.push({ start, end });
  };
  for (const accessor of objects(gltf.accessors)) {
    const { sparse } = accessor;
    const size = sizeOf(accessor.componentType, accessor.type);
    if (accessor.bufferView !== undefined) add(accessor, size, numberOf(accessor.count));
    if (!isObject(sparse)) continue;
    const { indices, values } = sparse;
    if (isObject(indices)) add(indices, sizeOf(indices.componentType, 'SCALAR'), numberOf(sparse.count));
    if (isObject(values)) add(values, size, numberOf(sparse.count));
  }
  return ranges;
}

/** Bytes of an element; 0 when it is of no known kind. */
function sizeOf(component: Json | undefined, type: Json | undefined): number {
  const size = SIZES.get(component) ?? 0;
  const [columns, rows] = SHAPES.get(type) ?? [0, 0];
  const column = columns > 1 ? Math.ceil((rows * size) / COLUMN) * COLUMN : rows * size;
  return columns * column;
}
