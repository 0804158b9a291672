const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "one, two and three". */
export function listOf(items: readonly string[]): string {
  return and.format(items);
}

/** "1 file", "3 files". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
