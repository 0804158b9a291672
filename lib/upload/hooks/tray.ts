import { FATES, REASONS, type Reason } from '../wire.ts';
import { setKnown } from './known.ts';
import { addTo, getter, type List, listOf, uncurry } from './natives.ts';

/** A file to be vetted, and why. */
export type Suspect = { file: File; reason: Reason };

const NativeDataTransfer = DataTransfer;
const itemsOf = getter(DataTransfer.prototype, 'items');
const filesOf = getter(DataTransfer.prototype, 'files');
const addItem = uncurry(DataTransferItemList.prototype.add as (file: File) => DataTransferItem | null);
const fileAt = uncurry(FileList.prototype.item);
const charAt = uncurry(String.prototype.charAt);

/** Lays files on a tray, for the other world to see. */
export function layOut(suspects: List<Suspect>): DataTransfer {
  const tray = new NativeDataTransfer();
  for (let i = 0; i < suspects.length; i++) addItem(itemsOf(tray), suspects[i]?.file as File);
  return tray;
}

/** The reasons as the letters that go over the wire. */
export function reasonsOf(suspects: List<Suspect>): string {
  let letters = '';
  for (let i = 0; i < suspects.length; i++) letters += REASONS[suspects[i]?.reason ?? 'late'];
  return letters;
}

/** What came back, in order; null for what is kept back. A clean file stays the object that it was. */
export function takeIn(suspects: List<Suspect>, tray: DataTransfer, fates: string): List<File | null> {
  const back: List<File | null> = listOf();
  let next = 0;
  for (let i = 0; i < suspects.length; i++) {
    const fate = charAt(fates, i);
    const file = fate === FATES.clean ? suspects[i]?.file : null;
    const come = fate === FATES.cleaned ? fileAt(filesOf(tray), next++) : file;
    if (come) setKnown(come);
    addTo(back, come ?? null);
  }
  return back;
}
