import { hiddenTextFinding } from '../strip/hidden-text.ts';
import { strip } from '../strip/index.ts';
import { say } from '../strip/sentences.ts';
import type { StripOptions } from '../strip/types.ts';
import { flattenPixels } from './flatten.ts';
import { lookForHiddenText } from './hidden-text.ts';
import type { Vetted } from './vet.ts';

export type LookOptions = StripOptions & {
  /** Decode the picture and look for text in the lowest bits of its pixels. Default false. */
  lookForHiddenText?: boolean;
};

/** Cleans a file, and for those who ask looks into its pixels too. What is found there is a problem that only drawing anew can solve. */
export async function stripAndLook(file: File, options: LookOptions = {}): Promise<Vetted> {
  const result = await strip(file, options);
  const hidden =
    options.lookForHiddenText && result.usable ? await lookForHiddenText(result.file, result.format) : null;
  if (!hidden) return result;
  const { where, value } = hiddenTextFinding(hidden);
  return {
    ...result,
    problems: [...result.problems, say('hidden_text', where, value ?? '')],
    redraw: () => flattenPixels(result.file, result.format),
  };
}
