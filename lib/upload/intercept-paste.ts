import type { VettingDesk } from './desk.ts';
import { carriesFiles, isOurLoad, loadUp, unload } from './transfer.ts';

/**
 * Listens to `paste` of files: takes them, has them vetted, and pastes the clean ones again. Text that came along goes into the field
 * when the page does not take the second paste, as it would have at the first.
 */
export function interceptPaste(desk: VettingDesk): (event: ClipboardEvent) => void {
  const ours = new WeakSet<Event>();
  return async (event) => {
    const data = event.clipboardData;
    if (ours.has(event) || !carriesFiles(data) || isOurLoad(data, desk)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = event.composedPath()[0] ?? document;
    const { files, texts } = unload(data);
    const clean = await desk.vet(files);
    if (clean.length === 0 && texts.length === 0) return;
    const again = pasteOf(loadUp(clean, texts));
    ours.add(again);
    const text = texts.find(([type]) => type === 'text/plain')?.[1];
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
  const view = (event as ClipboardEvent & { wrappedJSObject?: object }).wrappedJSObject;
  if (view) Object.defineProperty(view, 'clipboardData', { value: data });
  return event;
}
