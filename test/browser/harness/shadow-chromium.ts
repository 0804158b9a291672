import type { CDPSession, Frame, Page, Protocol } from 'puppeteer-core';
import { readShown, type Shown } from './shown.ts';

/** Puppeteer keeps the session of a frame (frames from elsewhere live in another process) to itself. */
type WithSession = { client: CDPSession };

/** What the closed shadow roots of a frame show. */
export function shownInChromium(frame: Frame): Promise<Shown[]> {
  return onClosedRoots(frame, readShown);
}

/**
 * Shows what the page's closed shadow roots show in open ones, where a tool that runs in the page can see it. The extension takes what it
 * has shown for removed.
 */
export async function openShadows(page: Page): Promise<void> {
  await onClosedRoots(page.mainFrame(), showOpenly);
}

/** Runs in the page. */
function showOpenly(this: ShadowRoot): void {
  const host = document.createElement('div');
  host.lang = (this.host as HTMLElement).lang;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...this.adoptedStyleSheets];
  root.append(...Array.from(this.children, (child) => child.cloneNode(true)));
  this.host.remove();
  document.documentElement.append(host);
  for (const dialog of root.querySelectorAll('dialog')) {
    dialog.removeAttribute('open');
    dialog.showModal();
  }
  for (const notice of root.querySelectorAll<HTMLElement>('[popover]')) notice.showPopover();
}

/** Runs `fn` with every closed shadow root of the frame as `this`. */
async function onClosedRoots<T>(frame: Frame, fn: (this: ShadowRoot) => T): Promise<T[]> {
  const { client } = frame as unknown as WithSession;
  const handle = await frame.evaluateHandle(() => document);
  const { objectId } = handle.remoteObject();
  const { node } = await client.send('DOM.describeNode', { objectId, depth: -1, pierce: true });
  return await Promise.all(closedRoots(node).map((root) => callOn(client, root, fn)));
}

/** Closed shadow roots under `node`, not looking into child frames. */
function closedRoots(node: Protocol.DOM.Node): Protocol.DOM.BackendNodeId[] {
  const roots = node.shadowRoots ?? [];
  const here = roots
    .filter(({ shadowRootType }) => shadowRootType === 'closed')
    .map((root) => root.backendNodeId);
  return [...here, ...[...(node.children ?? []), ...roots].flatMap(closedRoots)];
}

async function callOn<T>(
  client: CDPSession,
  backendNodeId: Protocol.DOM.BackendNodeId,
  fn: (this: ShadowRoot) => T,
): Promise<T> {
  const { object } = await client.send('DOM.resolveNode', { backendNodeId });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(fn),
    returnByValue: true,
  });
  return result.value as T;
}
