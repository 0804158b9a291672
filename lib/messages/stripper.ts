/** Between a guard and the background: the stripper, brought when it is needed. */
import type { FileChoices } from '../store/types.ts';
import { record } from './checks.ts';
import { fileChoices } from './settings.ts';

/** A file may be coming: put the stripper into this frame, unless it is here, and say how files are to be cleaned. */
export type StripperWanted = { type: 'stripper-wanted'; isHere: boolean };
/** The background's answer: it is there. */
export type StripperBrought = { type: 'stripper-brought'; choices: FileChoices };

/** A guard's wish for the stripper; null when it is not one. */
export function stripperWanted(value: unknown): StripperWanted | null {
  const v = record(value);
  return v?.type === 'stripper-wanted' && typeof v.isHere === 'boolean'
    ? { type: 'stripper-wanted', isHere: v.isHere }
    : null;
}

/** The answer to it; null when it is not one. */
export function stripperBrought(value: unknown): StripperBrought | null {
  const v = record(value);
  const choices = v?.type === 'stripper-brought' ? fileChoices(v.choices) : null;
  return choices && { type: 'stripper-brought', choices };
}
