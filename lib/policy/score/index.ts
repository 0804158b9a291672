import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { engineVersion } from '../rules/version.ts';

export { POINTS_PER_QUESTION, POINTS_PER_WEIGHT, START_SCORE } from './arithmetic.ts';
export { type ReadDocument, scoreDocuments, scoreHits } from './score.ts';

/** Version of the engine with the rules of `rules/flags`: what `Scorecard.engine` holds unless other rules are given. */
export const ENGINE = engineVersion(FLAG_RULES);
