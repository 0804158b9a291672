import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** A list of objects in a cleaned description. */
export function objects(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A place or a length: throws `Misfit` when it is none. */
export function numberOf(value: Json | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Misfit(BAD_LENGTHS);
  return value;
}
