/** Shapes: each takes a value from outside and gives back a clean copy of what it expects, or throws {@link Misfit}. */
export type Shape<T> = (value: unknown) => T;

/** The value is not what was expected. */
export class Misfit extends Error {}

export function text(longest: number): Shape<string> {
  return (value) => (typeof value === 'string' && value.length <= longest ? value : misfit());
}

/** A whole number from 0 on. */
export const count: Shape<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : misfit();

/** A number from 0 to `most`. */
export function upTo(most: number): Shape<number> {
  return (value) => (typeof value === 'number' && value >= 0 && value <= most ? value : misfit());
}

export const yesOrNo: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : misfit());

export function oneOf<T>(all: readonly T[]): Shape<T> {
  return (value) => all.find((each) => each === value) ?? misfit();
}

export function list<T>(item: Shape<T>, most: number): Shape<T[]> {
  return (value) =>
    Array.isArray(value) && value.length <= most ? value.map((each) => item(each)) : misfit();
}

export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? undefined : shape(value));
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/** Fields that are not named are left out. */
export function record<T extends object>(fields: { [Key in keyof Required<T>]: Shape<T[Key]> }): Shape<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit();
    const given = value as Record<string, unknown>;
    const taken: [string, unknown][] = [];
    for (const [name, shape] of Object.entries<Shape<unknown>>(fields)) {
      const own = Object.hasOwn(given, name) ? shape(given[name]) : shape(undefined);
      if (own !== undefined) taken.push([name, own]);
    }
    return Object.fromEntries(taken) as T;
  };
}

/** A record with names from outside, at most `most` of them. */
export function byName<T>(shape: Shape<T>, most: number): Shape<Record<string, T>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit();
    const entries = Object.entries(value);
    return entries.length <= most
      ? Object.fromEntries(entries.map(([name, each]) => [name, shape(each)]))
      : misfit();
  };
}

function misfit(): never {
  throw new Misfit('not what was expected');
}
