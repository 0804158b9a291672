import type { CDPSession, Frame, Protocol } from 'puppeteer-core';
import { readShown, type Shown } from './shown.ts';

/** Puppeteer keeps the session of a frame (frames from elsewhere live in another process) to itself. */
type WithSession = { client: CDPSession };

/** What the closed shadow roots of a frame show. */
export async function shownInChromium(frame: Frame): Promise<Shown[]> {
  const { client } = frame as unknown as WithSession;
  const handle = await frame.evaluateHandle(() => document);
  const { objectId } = handle.remoteObject();
  const { node } = await client.send('DOM.describeNode', { objectId, depth: -1, pierce: true });
  return await Promise.all(closedRoots(node).map((root) => readIn(client, root)));
}

/** Closed shadow roots under `node`, not looking into child frames. */
function closedRoots(node: Protocol.DOM.Node): Protocol.DOM.BackendNodeId[] {
  const roots = node.shadowRoots ?? [];
  const here = roots
    .filter(({ shadowRootType }) => shadowRootType === 'closed')
    .map((root) => root.backendNodeId);
  return [...here, ...[...(node.children ?? []), ...roots].flatMap(closedRoots)];
}

async function readIn(client: CDPSession, backendNodeId: Protocol.DOM.BackendNodeId): Promise<Shown> {
  const { object } = await client.send('DOM.resolveNode', { backendNodeId });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(readShown),
    returnByValue: true,
  });
  return result.value as Shown;
}
