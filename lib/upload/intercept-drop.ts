import type { VettingDesk } from './desk.ts';
import { fill } from './fill-input.ts';
import type { Line } from './hooks-line.ts';
import { isFileInput } from './kinds.ts';
import { deepTarget } from './shadow.ts';
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
 * Listens to `drop`: takes the files, has them vetted, and drops the clean ones at the same place again. Where the page does not take
 * the second drop, a file input takes it, as it would have the first. With the page hooks at work folders stay folders.
 */
export function interceptDrop(desk: VettingDesk, line: Line): (event: DragEvent) => void {
  const ours = new WeakSet<Event>();

  async function dropAgain(target: EventTarget, load: Load, place: DragEventInit): Promise<void> {
    const given = await vetItems(load, desk);
    if (given.length === 0) return;
    target.dispatchEvent(
      mark(new DragEvent('drop', { ...place, dataTransfer: setDown(given, load.texts, line) })),
    );
  }

  async function dropFlat(target: EventTarget, load: Load, place: DragEventInit): Promise<void> {
    const clean = await vetFlat(load, desk);
    if (clean.length === 0) return;
    const again = mark(new DragEvent('drop', { ...place, dataTransfer: loadUp(clean, load.texts) }));
    if (target.dispatchEvent(again) && isFileInput(target)) {
      fill(target, target.multiple ? clean : clean.slice(0, 1), desk, line);
    }
  }

  function mark(event: DragEvent): DragEvent {
    ours.add(event);
    return event;
  }

  return (event) => {
    const data = event.dataTransfer;
    if (ours.has(event) || !carriesFiles(data) || isOurLoad(data, desk)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = deepTarget(event);
    const load = unload(data);
    if (isFileInput(target) || !line.isTaken()) return void dropFlat(target, load, placeOf(event));
    line.tellTakenUp(data);
    void dropAgain(target, load, placeOf(event));
  };
}

function placeOf(event: DragEvent): DragEventInit {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const place = { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
  return { ...place, bubbles: true, cancelable: true, composed: true };
}
