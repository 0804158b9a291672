import { setTimeout as pause } from 'node:timers/promises';

/** What an answer may be once it counts as one. */
type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

/**
 * Asks `question` again and again until its answer is truthy, and gives that answer back.
 * Throws with `what` in the message when `within` milliseconds have gone by. Errors of the question count as "not yet".
 */
export async function until<T>(
  question: () => T | Promise<T>,
  { within = 20_000, every = 50, what = 'the condition' } = {},
): Promise<Truthy<T>> {
  const end = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const answer = await question();
      if (answer) return answer as Truthy<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`, { cause: last });
    await pause(every);
  }
}
