/** Words that turn a promise round. */
const TURNS = 'not no never nor without unless except only solely dont wont cannot nothing'.split(' ');

/** As many numbers, from 0, are those of words that turn a promise round. */
export const TURN_COUNT = TURNS.length;

/** The words of the texts that are compared, by number: numbers are counted and compared in a fraction of the time. */
export class Vocabulary {
  readonly #numbers = new Map(TURNS.map((word, number) => [word, number]));

  /** The numbers of the words of a normalised text, in its order. */
  numbersOf(text: string): Int32Array {
    const words = text.split(' ');
    const numbers = new Int32Array(words.length);
    for (const [at, word] of words.entries()) numbers[at] = this.#numberOf(word);
    return numbers;
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }
}
