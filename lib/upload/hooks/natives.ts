import { captured } from '../capturing.ts';

/**
 * What the page hooks need of the browser, captured at document_start before the page can change it. The page shares this world, so
 * nothing here may be looked up again later, no array may be spread, iterated or pushed to (the page can replace the iterator and
 * set traps on Array.prototype), and a dictionary for a native goes through `bare` (members on Object.prototype would count).
 */
const { apply, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;

type Method<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result;

/** `method` as a plain function that takes its `this` first and goes through nothing the page can replace. */
export function uncurry<This, Args extends unknown[], Result>(method: Method<This, Args, Result>) {
  return (self: This, ...args: Args): Result => apply(method, self, args) as Result;
}

/** The getter of `prototype[name]`, as a function of the object. It throws for an object of another kind, as natives do. */
export function getter<Owner extends object, Name extends keyof Owner>(prototype: Owner, name: Name) {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  return (self: Owner): Owner[Name] => {
    if (!get) throw new TypeError(`no ${String(name)} here`);
    return apply(get, self, []) as Owner[Name];
  };
}

/**
 * The browser's interface of that name; undefined where it has none. Asked of `window` itself: what is missing there is otherwise looked for
 * among the names of frames and elements, which takes long.
 */
export function interfaceOf<T>(name: string): T | undefined {
  return getOwnPropertyDescriptor(globalThis, name)?.value as T | undefined;
}

/** The same object without a prototype. */
export function bare<T extends object>(dictionary: T): T {
  setPrototypeOf(dictionary, null);
  return dictionary;
}

/**
 * Puts a replacement for `owner[name]` in its place, with the same flags; `make` gets the native. Does nothing where the browser has
 * no such method. The replacement should be written as a method in shorthand: like a native it has the name and is no constructor.
 */
export function replaceMethod<Owner extends object, Name extends keyof Owner & string>(
  owner: Owner,
  name: Name,
  make: (native: Owner[Name]) => Owner[Name],
): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  defineProperty(owner, name, { ...descriptor, value: make(descriptor.value) });
}

/** The same for the getter of `owner[name]`. */
export function replaceGetter<Owner extends object, Name extends keyof Owner & string>(
  owner: Owner,
  name: Name,
  make: (native: () => Owner[Name]) => () => Owner[Name],
): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (descriptor?.get) defineProperty(owner, name, { ...descriptor, get: make(descriptor.get) });
}

export { apply };

const NativeURL = URL;
const hrefOf = captured(() => getter(URL.prototype, 'href'));
const protocolOf = captured(() => getter(URL.prototype, 'protocol'));

export const baseUriOf = captured(() => getter(Node.prototype, 'baseURI'));
export const rootOf = captured(() => uncurry(Node.prototype.getRootNode));
export const isConnected = captured(() => getter(Node.prototype, 'isConnected'));
export const attributeOf = captured(() => uncurry(Element.prototype.getAttribute));
export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);

/** What hooks remember of an object, beyond the page's reach. */
export function notes<Key extends WeakKey, Value>() {
  const map = new WeakMap<Key, Value>();
  return {
    get: (key: Key) => getNote(map, key) as Value | undefined,
    set: (key: Key, value: Value) => void setNote(map, key, value),
    delete: (key: Key) => void deleteNote(map, key),
  };
}

const getNote = uncurry(WeakMap.prototype.get);
const setNote = uncurry(WeakMap.prototype.set);
const deleteNote = uncurry(WeakMap.prototype.delete);

/** The absolute form of a URL that is in clear text (`http:`, `ws:`); null when it is encrypted, local to the browser or no URL. */
export function clearTextUrl(url: string, base: string = baseUriOf(document)): string | null {
  try {
    const parsed = new NativeURL(url, base);
    const protocol = protocolOf(parsed);
    return protocol === 'http:' || protocol === 'ws:' ? hrefOf(parsed) : null;
  } catch {
    return null;
  }
}

/** The absolute form of a URL; null when it is none. */
export function absoluteUrl(url: string, base: string): string | null {
  try {
    return hrefOf(new NativeURL(url, base));
  } catch {
    return null;
  }
}

/** A list that no trap on `Array.prototype` hears of. */
export type List<T> = { length: number; [index: number]: T };

export function listOf<T>(...items: T[]): List<T> {
  const list: List<T> = bare({ length: items.length });
  for (let i = 0; i < items.length; i++) list[i] = items[i] as T;
  return list;
}

export function addTo<T>(list: List<T>, item: T): void {
  list[list.length++] = item;
}

export const whenDone = uncurry(
  Promise.prototype.then as <T>(
    this: Promise<T>,
    fulfilled: (value: T) => void,
    rejected?: (reason: unknown) => void,
  ) => void,
);
