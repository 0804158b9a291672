import type { Vetted } from '../../../upload/vet.ts';

/** One file of those that were given to be cleaned. Without a result it has not been looked into yet. */
export type Item = { id: number; file: File; result?: Vetted };

export type Clean = (file: File, nth: number) => Promise<Vetted>;

/** The files of a batch, as they were given. Ids go on from `after`, so that a second batch keeps them apart. */
export function itemsOf(files: readonly File[], after: number): Item[] {
  return files.map((file, nth) => ({ id: after + nth + 1, file }));
}

/** Cleans one file after the other and tells each result as it comes. Never rejects: a file that cannot be read comes back as damaged. */
export async function cleanAll(
  items: readonly Item[],
  clean: Clean,
  tell: (done: Item) => void,
): Promise<void> {
  for (const item of items) {
    tell({ ...item, result: await clean(item.file, item.id).catch(() => unreadable(item.file)) });
  }
}

/** Those of which there is a clean copy to save. */
export function savable(items: readonly Item[]): File[] {
  return items.flatMap(({ result }) => (result && isCleanCopy(result) ? result.file : []));
}

/** Nothing private is left in it, and nothing is missing. */
export function isCleanCopy({ status }: Vetted): boolean {
  return status === 'stripped' || status === 'clean';
}

function unreadable(file: File): Vetted {
  return {
    status: 'damaged',
    format: 'unknown',
    file,
    findings: [],
    removedBytes: 0,
    problems: ['The file could not be read.'],
    usable: false,
  };
}
