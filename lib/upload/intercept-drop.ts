import type { VettingDesk } from './desk.ts';
import { fill } from './fill-input.ts';
import { isFileInput } from './kinds.ts';
import { deepTarget } from './shadow.ts';
import { carriesFiles, isOurLoad, loadUp, unload } from './transfer.ts';

/**
 * Listens to `drop`: takes the files, has them vetted, and drops the clean ones at the same place again. Where the page does not take
 * the second drop, a file input takes it, as it would have the first.
 */
export function interceptDrop(desk: VettingDesk): (event: DragEvent) => void {
  const ours = new WeakSet<Event>();
  return async (event) => {
    const data = event.dataTransfer;
    if (ours.has(event) || !carriesFiles(data) || isOurLoad(data, desk)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = deepTarget(event);
    const { files, texts } = unload(data);
    const clean = await desk.vet(files);
    if (clean.length === 0) return;
    const again = new DragEvent('drop', { ...placeOf(event), dataTransfer: loadUp(clean, texts) });
    ours.add(again);
    if (target.dispatchEvent(again) && isFileInput(target)) {
      fill(target, target.multiple ? clean : clean.slice(0, 1));
    }
  };
}

function placeOf(event: DragEvent): DragEventInit {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const place = { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
  return { ...place, bubbles: true, cancelable: true, composed: true };
}
