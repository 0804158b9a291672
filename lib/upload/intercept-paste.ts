import { behindWrapper } from '../strip/wrapper.ts';
import type { VettingDesk } from './desk.ts';
import type { Line } from './hooks-line.ts';
import {
  carriesFiles,
  isOurLoad,
  type Load,
  loadUp,
  setDown,
  unload,
  vetFlat,
  vetItems,
} from './transfer.ts';

/**
 * Listens to `paste` of files: takes them, has them vetted, and pastes the clean ones again. Text that came along goes into the field
 * when the page does not take the second paste, as it would have at the first.
 */
export function interceptPaste(desk: VettingDesk, line: Line): (event: ClipboardEvent) => void {
  const ours = new WeakSet<Event>();

  /** The clean load; null when nothing is left of it. */
  async function clean(load: Load, hasHooks: boolean): Promise<DataTransfer | null> {
    const clean = hasHooks
      ? setDown(await vetItems(load, desk), load.texts, line)
      : loadUp(await vetFlat(load, desk), load.texts);
    return clean.types.length > 0 ? clean : null;
  }

  return async (event) => {
    const data = event.clipboardData;
    if (ours.has(event) || !carriesFiles(data) || isOurLoad(data, desk)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = event.composedPath()[0] ?? document;
    const load = unload(data);
    const hasHooks = line.isTaken();
    if (hasHooks) line.tellTakenUp(data);
    const left = await clean(load, hasHooks);
    if (!left) return;
    const again = pasteOf(left);
    ours.add(again);
    const text = load.texts.find(([type]) => type === 'text/plain')?.[1];
    if (target.dispatchEvent(again) && text) document.execCommand('insertText', false, text);
  };
}

/**
 * A paste event that shows `data`. Firefox leaves out the transfer that a script gives to the constructor, so there it is put on the
 * page's own view of the event.
 */
function pasteOf(data: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  const view = behindWrapper(event);
  if (view) Object.defineProperty(view, 'clipboardData', { value: data });
  return event;
}
