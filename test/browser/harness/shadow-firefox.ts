import type { Frame } from 'puppeteer-core';
import { bidi, contextOf, type RemoteValue, resultOf } from './bidi.ts';
import { readShown, type Shown } from './shown.ts';

type Node = { value?: { mode?: string; children?: RemoteNode[]; shadowRoot?: RemoteNode | null } };
type RemoteNode = RemoteValue & Node;

/** What the closed shadow roots of a frame show. BiDi hands them out when asked to serialize all shadow trees. */
export async function shownInFirefox(frame: Frame): Promise<Shown[]> {
  const browser = frame.page().browser();
  // A sandbox of its own: what the page did to its own prototypes does not reach the harness.
  const target = { context: contextOf(frame), sandbox: 'harness' };
  const tree = resultOf(
    await bidi(browser, 'script.evaluate', {
      expression: 'document',
      target,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
    }),
  );
  const roots = closedRoots(tree as RemoteNode);
  return await Promise.all(
    roots.map(async (sharedId) => {
      const functionDeclaration = `function () { return JSON.stringify((${String(readShown)}).call(this)); }`;
      const call = { functionDeclaration, this: { sharedId }, target, awaitPromise: false };
      return JSON.parse(String(resultOf(await bidi(browser, 'script.callFunction', call)).value)) as Shown;
    }),
  );
}

function closedRoots({ value, sharedId }: RemoteNode): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = value.mode === 'closed' && sharedId ? [sharedId] : [];
  const below = [...(value.children ?? []), ...(value.shadowRoot ? [value.shadowRoot] : [])];
  return [...here, ...below.flatMap(closedRoots)];
}
