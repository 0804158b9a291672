import { TRUNCATED } from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { type Box, isSpace, MOST_BOXES, readTopHeader } from './box.ts';

/** The outer boxes of a file. */
export type Survey = {
  boxes: Box[];
  /** Where boxes end. Something else may stand behind. */
  end: number;
  truncated: boolean;
};

/** Boxes that stand at the top of files, but are not needed. */
const UNNEEDED = 'uuid udta pnot mpvd sefd jumb prft emsg pssh pdin ssix'.split(' ');

export function isMedia({ type }: Box): boolean {
  return type === 'mdat';
}

/** Reads the headers of the outer boxes. `needed`: types of boxes that are no use when a part of them is missing. */
export async function surveyOf(file: Blob, needed: readonly string[]): Promise<Survey> {
  const survey: Survey = { boxes: [], end: 0, truncated: false };
  while (survey.end < file.size) {
    const box = await readTopHeader(file, survey.end);
    if (!box || !isPlausible(box, file.size, needed)) {
      survey.truncated = file.size - survey.end < 8;
      return survey;
    }
    survey.truncated = box.end > file.size;
    survey.end = Math.min(box.end, file.size);
    if (survey.truncated && needed.includes(box.type)) throw new Misfit(TRUNCATED);
    survey.boxes.push({ ...box, dataAt: Math.min(box.dataAt, survey.end), end: survey.end });
    if (survey.boxes.length > MOST_BOXES) throw new Misfit(BAD_LENGTHS);
  }
  return survey;
}

/** Behind the last box anything may stand: what is taken for a box mostly claims to be longer than the file. */
function isPlausible(box: Box, size: number, needed: readonly string[]): boolean {
  const isKnown = [...needed, ...UNNEEDED].includes(box.type) || isMedia(box) || isSpace(box.type);
  return isKnown || (box.end <= size && /^[ -~\xa9]{4}$/.test(box.type));
}
