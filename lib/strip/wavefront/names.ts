/** Gives the names of one kind new names in the order in which they come: "group1", "group2". The same name gets the same one again. */
export class Names {
  private readonly word: string;
  private readonly first: number;
  private readonly given = new Map<string, string>();

  constructor(word: string, first = 1) {
    this.word = word;
    this.first = first;
  }

  for(name: string): string {
    const known = this.given.get(name) ?? `${this.word}${this.given.size + this.first}`;
    this.given.set(name, known);
    return known;
  }
}
