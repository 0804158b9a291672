import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtExtension } from './harness/build.ts';
import { BROWSERS } from './harness/index.ts';

/** What the language itself gives costs nothing to touch. Everything else is the browser's. */
const LANGUAGE = new Set(
  (
    'Object Array String Number Symbol Error TypeError RegExp Promise Proxy Reflect JSON Math Map Set WeakMap WeakSet ' +
    'Uint8Array DataView Intl undefined'
  ).split(' '),
);

/** Runs a script in a world of stand-ins; gives the names in `globalThis` that it has touched by the time that it is done. */
function touchedBy(script: string): string[] {
  const touched = new Set<string>();
  const own: Record<string, unknown> = { document: { scripts: [] } };
  const scope: object = new Proxy(own, {
    has: () => true,
    get(_, name) {
      if (typeof name === 'symbol') return undefined;
      if (name === 'globalThis' || name === 'window') return scope;
      if (LANGUAGE.has(name)) return Reflect.get(globalThis, name);
      touched.add(name);
      return own[name] ?? standIn();
    },
  });
  new Function('scope', `with (scope) { ${script} }`)(scope);
  return [...touched].sort();
}

/** Can be called, made, and listened to. */
function standIn(): unknown {
  const deaf = () => {};
  const made = { addEventListener: deaf, removeEventListener: deaf, dispatchEvent: deaf };
  return function anything() {
    return { ...made, port1: made };
  };
}

it('what a script touches is seen here', () => {
  expect(touchedBy('globalThis.chrome; new MutationObserver(); { const { Node } = window; }')).toEqual([
    'MutationObserver',
    'Node',
    'chrome',
  ]);
});

describe.each(BROWSERS)('the guard of a page that is only looked at, in %s', (kind) => {
  it('touches of the browser only what it needs to listen: no extension API, no interface of elements', async () => {
    const script = await readFile(join(builtExtension(kind), 'guard.js'), 'utf8');
    expect(touchedBy(script)).toEqual([
      'EventTarget',
      'MessageChannel',
      'MessageEvent',
      'URL',
      'addEventListener',
      'dispatchEvent',
      'document',
    ]);
  });
});
