import { type Said, say } from './sentences.ts';
/** The file makes no sense, so no part of it can be trusted to be only picture. `problem` is for the user. */
export class Misfit extends Error {
  readonly problem: Said;

  constructor(problem: Said) {
    super(problem);
    this.problem = problem;
  }
}

export const BAD_LENGTHS = say('bad_lengths');
